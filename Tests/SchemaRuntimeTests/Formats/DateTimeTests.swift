import Foundation
import SchemaRuntime
import Testing

/// Dates with times: what is read, what is refused, and that nothing loses its spelling.
@Suite struct DateTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0.0),
    ("2011-01-26T19:01:12Z", 1_296_068_472),
    ("2011-01-26T19:01:12.5Z", 1_296_068_472.5),
    ("2011-01-26T19:01:12.500Z", 1_296_068_472.5),
    ("2011-01-26T15:01:12-04:00", 1_296_068_472),
    ("2011-01-26T15:01:12-0400", 1_296_068_472),
    ("2011-01-26T15:01:12-04", 1_296_068_472),
    ("2011-01-26t19:01:12z", 1_296_068_472),
    ("2011-01-26 19:01:12+00:00", 1_296_068_472),
    ("2011-01-26T19:01Z", 1_296_068_460),
    ("2011-01-27T19:00:12+23:59", 1_296_068_472),
    ("2011-01-25T19:02:12-23:59", 1_296_068_472),
    ("1998-12-31T23:59:60Z", 915_148_800),
    ("2000-02-29T00:00:00Z", 951_782_400),
    ("0000-01-01T00:00:00Z", -62_167_219_200),
    ("0001-01-01T00:00:00Z", -62_135_596_800),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
    ("1969-12-31T23:59:59.25Z", -0.75),
    ("2011-01-26T19:01:12.00000000000000000000000000000000000000000000000000000000001Z", 1_296_068_472),
  ])
  func `a moment is read`(text: String, seconds: Double) throws {
    #expect(DateTime(rawValue: text).date == Date(timeIntervalSince1970: seconds))
    #expect(try RoundTrip.differences(of: DateTime.self, json: "\"\(text)\"") == [])
  }

  @Test(arguments: [
    "", " ", "yesterday", "2011-01-26", "2011-01-26T19:01:12", "2011-01-26T24:00:00Z", "2011-01-26T23:60:00Z",
    "2011-01-26T23:59:61Z", "2011-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2011-00-01T00:00:00Z",
    "2011-13-01T00:00:00Z", "2011-01-00T00:00:00Z", "2011-1-1T0:0:0Z", "11-01-26T19:01:12Z", "2011-01-26T19:01:12.Z",
    "2011-01-26T19:01:12+24:00", "2011-01-26T19:01:12+00:60", "2011-01-26T19:01:12ZZ", "2011-01-26T19:01:12 Z",
    "２０１１-01-26T19:01:12Z", "2011-01-26T19:01:12Z\u{0}", "2011-01-26T19:01:12\u{2212}04:00", "99999999999999999999",
    "+99999999999-01-01T00:00:00Z", "--01-01T00:00:00Z",
  ])
  func `no moment, but the string is kept`(text: String) throws {
    #expect(DateTime(rawValue: text).date == nil)
    #expect(try JSONCoding.decode(DateTime.self, from: JSONValue.string(text)).rawValue == text)
    #expect(try JSONCoding.value(DateTime(rawValue: text)) == .string(text))
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-0.75, "1969-12-31T23:59:59.250Z"), (1_296_068_472.123, "2011-01-26T19:01:12.123Z"),
    (951_782_399, "2000-02-28T23:59:59Z"), (951_868_799, "2000-02-29T23:59:59Z"),
    (-62_167_219_200, "0000-01-01T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (253_402_300_800, "+10000-01-01T00:00:00Z"),
    (-62_167_219_201, "-0001-12-31T23:59:59Z"),
  ])
  func `a date is spelled`(seconds: Double, text: String) {
    #expect(DateTime(Date(timeIntervalSince1970: seconds)).rawValue == text)
  }

  @Test func `a date is read as it was spelled`() {
    for seconds in stride(from: -6.2e10, through: 2.5e11, by: 7.7e8) {
      let date = Date(timeIntervalSince1970: seconds)
      #expect(DateTime(date).date == date)
    }
    for fraction in 1..<1000 {
      let text = "2024-05-06T07:08:09.\(String(1_000_000 + fraction * 997).dropFirst())Z"
      #expect(DateTime(rawValue: text).date.map { DateTime($0).rawValue } == text)
    }
    #expect(DateTime(.distantFuture).date == .distantFuture)
    #expect(DateTime(.distantPast).date == .distantPast)
  }

  @Test func `digits of the fraction can be chosen`() {
    let date = Date(timeIntervalSinceReferenceDate: 0.9996)
    #expect(DateTime(date, fractionDigits: 0).rawValue == "2001-01-01T00:00:01Z")
    #expect(DateTime(date, fractionDigits: 3).rawValue == "2001-01-01T00:00:01.000Z")
    #expect(DateTime(date, fractionDigits: 4).rawValue == "2001-01-01T00:00:00.9996Z")
    #expect(DateTime(date, fractionDigits: -1).rawValue == "2001-01-01T00:00:01Z")
    #expect(DateTime(date, fractionDigits: 100).rawValue == "2001-01-01T00:00:00.999600000Z")
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300])
  func `a date out of all range is no trap`(seconds: Double) {
    #expect(DateTime(Date(timeIntervalSinceReferenceDate: seconds)).date != nil)
    #expect(CalendarDate(Date(timeIntervalSinceReferenceDate: seconds), in: .gmt).components != nil)
  }

  @Test func `literals and Foundation's values make one`() {
    let literal: DateTime = "2024-01-01T00:00:00Z"
    #expect(literal == DateTime(Date(timeIntervalSince1970: 1_704_067_200)))
    #expect(literal != "2024-01-01T00:00:00+00:00")
    let year = 2024
    let text: DateTime = "\(year)-01-01T00:00:00Z"
    #expect(text == literal)
  }
}
