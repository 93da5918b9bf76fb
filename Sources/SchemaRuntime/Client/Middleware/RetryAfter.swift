#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// When a server wants to be asked again (RFC 9110, section 10.2.3).
enum RetryAfter: Hashable {
  /// After so many seconds.
  case seconds(Int)
  /// At a time.
  case date(Date)

  /// Reads the header's value; nil where it is neither a number nor a date.
  init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count == 1, words[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      self = .seconds(Int(words[0]) ?? .max)
    } else if let date = Self.date(words) {
      self = .date(date)
    } else {
      return nil
    }
  }

  /// How long to wait; not at all where the time is over.
  func delay(from now: Date) -> Duration {
    switch self {
    case .seconds(let seconds): .seconds(min(seconds, 1_000_000_000))
    case .date(let date): .seconds(max(date.timeIntervalSince(now).rounded(.up), 0))
    }
  }

  /// The months as dates name them.
  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A date in one of HTTP's three forms (RFC 9110, section 5.6.7).
  private static func date(_ words: [Substring]) -> Date? {
    let isGreenwich = words.last == "GMT"
    switch words.count {
    // Sun, 06 Nov 1994 08:49:37 GMT
    case 6 where isGreenwich: return date(year: words[3], month: words[2], day: words[1], time: words[4])
    // Sunday, 06-Nov-94 08:49:37 GMT
    case 4 where isGreenwich:
      let parts = words[1].split(separator: "-")
      guard parts.count == 3, let year = Int(parts[2]), parts[2].count == 2 else { return nil }
      return date(year: "\(year + (year < 70 ? 2000 : 1900))"[...], month: parts[1], day: parts[0], time: words[2])
    // Sun Nov  6 08:49:37 1994
    case 5: return date(year: words[4], month: words[1], day: words[2], time: words[3])
    default: return nil
    }
  }

  /// The date of its parts, in Greenwich.
  private static func date(year: Substring, month: Substring, day: Substring, time: Substring) -> Date? {
    let clock = time.split(separator: ":").compactMap { Int($0) }
    guard let year = Int(year), let month = months.firstIndex(of: month), let day = Int(day),
      clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
    else { return nil }
    let civil = CivilDay(year: year, month: month + 1, day: day)
    guard (0...9999).contains(year), civil.exists else { return nil }
    let seconds = civil.daysSinceReference * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    return Date(timeIntervalSinceReferenceDate: Double(seconds))
  }
}
