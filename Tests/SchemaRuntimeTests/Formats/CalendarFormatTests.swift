import Foundation
import SchemaRuntime
import Testing

/// Days, times of day and durations.
@Suite struct CalendarFormatTests {
  @Test(arguments: [
    ("2024-02-29", 2024, 2, 29), ("0000-01-01", 0, 1, 1), ("9999-12-31", 9999, 12, 31), ("-0044-03-15", -44, 3, 15),
  ])
  func `a day is read`(text: String, year: Int, month: Int, day: Int) throws {
    #expect(CalendarDate(rawValue: text).components == DateComponents(year: year, month: month, day: day))
    #expect(CalendarDate(year: year, month: month, day: day).rawValue == text)
    #expect(try RoundTrip.differences(of: CalendarDate.self, json: "\"\(text)\"") == [])
  }

  @Test(arguments: [
    "", "2023-02-29", "2024-2-9", "2024-02-30", "20240229", "2024-02-29T00:00:00Z", "29.02.2024", "2024-02-29 ",
    "today",
  ])
  func `no day, but the string is kept`(text: String) throws {
    #expect(CalendarDate(rawValue: text).components == nil)
    #expect(CalendarDate(rawValue: text).date(in: .gmt) == nil)
    #expect(try RoundTrip.differences(of: CalendarDate.self, json: "\"\(text)\"") == [])
  }

  @Test func `a day begins where the time zone says`() throws {
    let day: CalendarDate = "2024-03-31"
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    // Winter time at midnight, summer time from two o'clock on.
    #expect(day.date(in: zone) == DateTime("2024-03-31T00:00:00+01:00").date)
    #expect(day.date(in: .gmt) == DateTime("2024-03-31T00:00:00Z").date)
    let tokyo = try #require(TimeZone(secondsFromGMT: 9 * 3600))
    #expect(CalendarDate(try #require(DateTime("2024-03-30T15:00:00Z").date), in: tokyo) == day)
    #expect(CalendarDate(try #require(DateTime("2024-03-30T14:59:59Z").date), in: tokyo) == "2024-03-30")
  }

  @Test func `a time of day is read`() throws {
    let plain = try #require(TimeOfDay("12:30").components)
    #expect((plain.hour, plain.minute, plain.second, plain.timeZone) == (12, 30, 0, nil))
    let full = try #require(TimeOfDay("23:59:60.5-04:30").components)
    #expect((full.hour, full.minute, full.second, full.nanosecond) == (23, 59, 60, 500_000_000))
    #expect(full.timeZone == TimeZone(secondsFromGMT: -16_200))
    #expect(TimeOfDay("00:00:00z").components?.timeZone == TimeZone(secondsFromGMT: 0))
    #expect(TimeOfDay(hour: 7, minute: 5) == "07:05:00")
  }

  @Test(arguments: [
    "", "24:00", "24:00:00Z", "7:05", "12:60", "12:30:61", "12:30:00+24:00", "noon", "12:30:00 Z", "12:30:",
  ])
  func `no time of day, but the string is kept`(text: String) throws {
    #expect(TimeOfDay(rawValue: text).components == nil)
    #expect(try RoundTrip.differences(of: TimeOfDay.self, json: "\"\(text)\"") == [])
  }

  @Test func `a duration is read`() throws {
    let long = try #require(ISODuration("P1Y2M3W4DT5H6M7.25S").components)
    #expect((long.year, long.month, long.weekOfYear, long.day) == (1, 2, 3, 4))
    #expect((long.hour, long.minute, long.second, long.nanosecond) == (5, 6, 7, 250_000_000))
    #expect(ISODuration("P1Y").duration == nil)
    #expect(ISODuration("PT1H1M1.5S").duration == .milliseconds(3_661_500))
    #expect(ISODuration("-PT0.5S").duration == .milliseconds(-500))
    #expect(ISODuration("PT9223372036854775807H").duration == nil)
    #expect(ISODuration("P2W").components?.weekOfYear == 2)
  }

  @Test(arguments: [
    (Duration.zero, "PT0S"), (.seconds(90), "PT90S"), (.milliseconds(-1500), "-PT1.5S"),
    (.milliseconds(-500), "-PT0.5S"),
    (.nanoseconds(1), "PT0.000000001S"),
  ])
  func `a duration is spelled`(duration: Duration, text: String) {
    #expect(ISODuration(duration).rawValue == text)
    #expect(ISODuration(rawValue: text).duration == duration)
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1H", "PT1D", "P1D2Y", "P1DT", "PT1.H", "PT1.5H", "P1D ", "PD",
    "PT99999999999999999999S",
    "p1d", "P-1D", "five minutes",
  ])
  func `no duration, but the string is kept`(text: String) throws {
    #expect(ISODuration(rawValue: text).components == nil)
    #expect(ISODuration(rawValue: text).duration == nil)
    #expect(try RoundTrip.differences(of: ISODuration.self, json: "\"\(text)\"") == [])
  }
}
