#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A time of day, `format: time` (RFC 3339, `full-time`), as it is spelled; the offset may be missing.
///
/// For example: `"12:30:00Z"`, `"12:30"`.
public struct TimeOfDay: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells a time without an offset, for example 12, 30, 0; whether a day has it is not checked.
  public init(hour: Int, minute: Int, second: Int = 0) {
    rawValue = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
  }

  /// Hour, minute, second and nanosecond, with a time zone where the string has an offset; nil where the string is no time.
  ///
  /// Seconds are 0 to 60, the last for a leap second.
  public var components: DateComponents? {
    var scanner = FormatScanner(rawValue)
    guard let time = scanner.time() else { return nil }
    var zone: TimeZone?
    if !scanner.isAtEnd {
      guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
      zone = TimeZone(secondsFromGMT: offset)
    }
    var components = DateComponents(hour: time.hour, minute: time.minute, second: time.second)
    components.nanosecond = Int((time.fraction * 1e9).rounded())
    components.timeZone = zone
    return components
  }
}
