import Foundation
import SchemaIR
import SchemaRuntime
import Testing

@testable import SchemaLower

/// What lowering takes for a value of a format is one in the runtime.
@Suite struct FormatGrammarTests {
  /// Strings in formats, near to one, and far from any.
  private static let seeds = [
    "", " ", "0", "2024-02-29T12:30:45.250Z", "2024-02-29 12:30:45+01:00", "2024-02-29t12:30z", "1998-12-31T23:59:60Z",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2011-01-26T19:01:12.000-0400",
    "1850-01-01T00:00:00.123456Z",
    "2023-02-29", "2024-02-29", "23:59:60.5-23:59", "12:30", "P1Y2M3W4DT5H6M7.25S", "-PT0.5S", "P2W",
    "PT99999999999999999999S",
    "550e8400-e29b-41d4-a716-446655440000", "550E8400-E29B-41D4-A716-446655440000",
    "https://user@example.com:8080/a/b%20c?d=e&f#g", "http://例え.jp/パス", "http://[::1]:80/", "/a//b", "mailto:a@b.c",
    "https://a.b/{id}", "urn:isbn:0451450523", "//host", "?q", "#f", "http://", "a:b:c", "http://a:b/", "1http://x",
    "YQ==", "YWI=", "YWJj", "YQ", "Pz8_", "YR==", "YW\nJj", "aGVsbG8gd29ybGQh", "\u{0}", "２０２４-02-29", "🎉",
  ]

  /// The seeds, each with a character left out, doubled or replaced at every place.
  private static let texts: Set<String> = {
    var texts = Set(seeds)
    for seed in seeds {
      for index in seed.indices {
        let (head, tail) = (seed[..<index], seed[seed.index(after: index)...])
        texts.formUnion([head + tail, head + String([seed[index], seed[index]]) + tail].map(String.init))
        for character in "0:9-zT/%[]#@ +=Z" { texts.insert(head + String(character) + tail) }
      }
    }
    return texts
  }()

  @Test func `a valid string has a value in the runtime`() {
    for text in Self.texts {
      let hasValue: [Scalar: Bool] = [
        .dateTime: DateTime(rawValue: text).date != nil,
        .calendarDate: CalendarDate(rawValue: text).components != nil,
        .timeOfDay: TimeOfDay(rawValue: text).components != nil,
        .duration: ISODuration(rawValue: text).components != nil,
        .uuidString: UUIDString(rawValue: text).uuid != nil,
        .urlString: URLString(rawValue: text).url != nil,
        .base64String: Base64String(rawValue: text).data != nil,
      ]
      for (scalar, hasValue) in hasValue where scalar.carries(text) {
        #expect(hasValue, "\(scalar) \(text)")
      }
      // What the runtime reads and lowering does not: years with a sign, and what `URL` mends.
      let isExcused: (Scalar) -> Bool = { $0 == .urlString || text.hasPrefix("-") || text.hasPrefix("+") }
      for (scalar, hasValue) in hasValue where hasValue && !isExcused(scalar) {
        #expect(scalar.carries(text), "\(scalar) \(text)")
      }
    }
  }

  @Test func `Foundation's types give back what they carry`() throws {
    for text in Self.texts {
      let json = JSONValue.string(text)
      if Scalar.date.carries(text) { #expect(try JSONCoding.value(JSONCoding.decode(Date.self, from: json)) == json) }
      if Scalar.uuid.carries(text) { #expect(try JSONCoding.value(JSONCoding.decode(UUID.self, from: json)) == json) }
      if Scalar.url.carries(text) { #expect(try JSONCoding.value(JSONCoding.decode(URL.self, from: json)) == json) }
      if Scalar.data.carries(text) { #expect(try JSONCoding.value(JSONCoding.decode(Data.self, from: json)) == json) }
    }
  }

  @Test(arguments: [
    "0", "-1", "255", "256", "1.5", "0.1", "1e400", "12345678901234567890123", "18446744073709551615", "1e127",
  ])
  func `numbers survive the type that they widen to`(text: String) throws {
    let json = try JSONValue(parsing: text)
    for scalar in Scalar.allCases where scalar.jsonType == .integer || scalar.jsonType == .number {
      let copy: JSONValue
      switch scalar.widened(toCarry: DecimalText(text)) {
      case .int: copy = try JSONCoding.value(JSONCoding.decode(Int.self, from: json))
      case .int8: copy = try JSONCoding.value(JSONCoding.decode(Int8.self, from: json))
      case .int16: copy = try JSONCoding.value(JSONCoding.decode(Int16.self, from: json))
      case .int32: copy = try JSONCoding.value(JSONCoding.decode(Int32.self, from: json))
      case .int64: copy = try JSONCoding.value(JSONCoding.decode(Int64.self, from: json))
      case .uint: copy = try JSONCoding.value(JSONCoding.decode(UInt.self, from: json))
      case .uint8: copy = try JSONCoding.value(JSONCoding.decode(UInt8.self, from: json))
      case .uint16: copy = try JSONCoding.value(JSONCoding.decode(UInt16.self, from: json))
      case .uint32: copy = try JSONCoding.value(JSONCoding.decode(UInt32.self, from: json))
      case .uint64: copy = try JSONCoding.value(JSONCoding.decode(UInt64.self, from: json))
      case .float: copy = try JSONCoding.value(JSONCoding.decode(Float.self, from: json))
      case .double: copy = try JSONCoding.value(JSONCoding.decode(Double.self, from: json))
      case .decimal: copy = try JSONCoding.value(JSONCoding.decode(Decimal.self, from: json))
      default: copy = try JSONCoding.value(JSONCoding.decode(JSONNumber.self, from: json))
      }
      #expect(copy == json, "\(scalar)")
    }
  }
}
