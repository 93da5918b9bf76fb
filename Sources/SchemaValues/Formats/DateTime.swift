#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A date and a time with an offset, `format: date-time` (RFC 3339, section 5.6), as it is spelled.
///
/// For example: `"2024-02-29T12:30:00.250+01:00"`. Read leniently: `t` and `z` may be small, a space may stand for the
/// `T`, seconds may be missing, and the offset may be `+01` or `+0100`.
public struct DateTime: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells a date in UTC, for example `2024-02-29T11:30:00.25Z`.
  ///
  /// - Parameters:
  ///   - date: The date; beyond the years ±999,999 the nearest date within them.
  ///   - fractionDigits: How many digits of a second's fraction are written, 0 to 9, the rest rounded; nil for none, three
  ///     or six, as many as the microseconds need.
  public init(_ date: Date, fractionDigits: Int? = nil) {
    rawValue = DateTimeText.text(of: date.timeIntervalSinceReferenceDate, fractionDigits: fractionDigits)
  }

  /// The moment; nil where the string is no date with a time and an offset.
  ///
  /// A leap second is the first second after it. `Date` counts in `Double`s: it is exact to microseconds in our time.
  public var date: Date? {
    DateTimeText.interval(of: rawValue).map(Date.init(timeIntervalSinceReferenceDate:))
  }

  /// The moment at which it is called.
  public static var now: DateTime { DateTime(Date()) }
}
