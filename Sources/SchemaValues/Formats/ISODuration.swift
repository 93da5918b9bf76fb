#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A length of time, `format: duration` (RFC 3339, appendix A; ISO 8601), as it is spelled.
///
/// For example: `"P1Y2M10DT2H30M"`, `"PT0.5S"`, `"-P1D"`.
public struct ISODuration: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells a number of seconds, for example `PT90S`; what is smaller than a nanosecond is left out.
  public init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let nanoseconds = (attoseconds / 1_000_000_000).magnitude
    let sign = seconds < 0 || attoseconds < 0 ? "-" : ""
    var fraction = String(nanoseconds + 1_000_000_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    rawValue = "\(sign)PT\(seconds.magnitude)\(fraction.isEmpty ? "" : ".\(fraction)")S"
  }

  /// Years to nanoseconds, weeks in `weekOfYear`; those that the string does not name are nil. Nil where the string is no
  /// duration, or counts further than an `Int` does.
  public var components: DateComponents? {
    var scanner = FormatScanner(rawValue)
    guard let parts = scanner.duration(), scanner.isAtEnd else { return nil }
    var components = DateComponents()
    components.year = parts.counts["Y"]
    components.month = parts.counts["M"]
    components.weekOfYear = parts.counts["W"]
    components.day = parts.counts["D"]
    components.hour = parts.counts["h"]
    components.minute = parts.counts["m"]
    components.second = parts.counts["s"]
    components.nanosecond = parts.nanoseconds
    return components
  }

  /// The duration where it is made of hours, minutes and seconds alone: how long a day or a month is depends on which one
  /// it is.
  public var duration: Duration? {
    var scanner = FormatScanner(rawValue)
    guard let parts = scanner.duration(), scanner.isAtEnd, parts.counts.keys.allSatisfy("hms".contains) else {
      return nil
    }
    var seconds = 0
    for (unit, length) in [("h", 3600), ("m", 60), ("s", 1)] as [(Character, Int)] {
      let (product, overflows) = (parts.counts[unit] ?? 0).multipliedReportingOverflow(by: length)
      let (sum, carries) = seconds.addingReportingOverflow(product)
      guard !overflows, !carries else { return nil }
      seconds = sum
    }
    return .seconds(seconds) + .nanoseconds(parts.nanoseconds ?? 0)
  }
}
