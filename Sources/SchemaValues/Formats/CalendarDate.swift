#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A day of the calendar without a time, `format: date` (RFC 3339, `full-date`), as it is spelled.
///
/// For example: `"2024-02-29"`.
public struct CalendarDate: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells a day, for example 2024, 2, 29; whether the calendar has it is not checked.
  public init(year: Int, month: Int, day: Int) { rawValue = CivilDay(year: year, month: month, day: day).text }

  /// The day on which a moment falls in a time zone.
  public init(_ date: Date, in timeZone: TimeZone) {
    let seconds = date.timeIntervalSinceReferenceDate + Double(timeZone.secondsFromGMT(for: date))
    rawValue = CivilDay(daysSinceReference: DateTimeText.wholeSeconds(seconds).days).text
  }

  /// Year, month and day; nil where the string is no day of the calendar.
  public var components: DateComponents? {
    day.map { DateComponents(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// The begin of the day in a time zone; nil where the string is no day of the calendar.
  public func date(in timeZone: TimeZone) -> Date? {
    guard let day else { return nil }
    let midnight = Date(timeIntervalSinceReferenceDate: Double(day.daysSinceReference * 86_400))
    // The offset at midnight in the zone, which may differ from the one at midnight in Greenwich.
    let guess = midnight - Double(timeZone.secondsFromGMT(for: midnight))
    return midnight - Double(timeZone.secondsFromGMT(for: guess))
  }

  /// The day; nil where the string is none.
  private var day: CivilDay? {
    var scanner = FormatScanner(rawValue)
    guard let day = scanner.day(), scanner.isAtEnd else { return nil }
    return day
  }
}
