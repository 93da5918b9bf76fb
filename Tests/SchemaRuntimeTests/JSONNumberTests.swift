import Foundation
import SchemaRuntime
import Testing

/// Numbers keep their exact value.
@Suite struct JSONNumberTests {
  @Test(
    "texts",
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.000", "0"), ("0e5", "0"), ("1", "1"), ("1.0", "1"), ("10e-1", "1"), ("1.50", "1.5"),
      ("-9223372036854776000", "-9223372036854776000"), ("-9223372036854775808", "-9223372036854775808"),
      ("9223372036854775808", "9223372036854775808"), ("18446744073709551615", "18446744073709551615"),
      ("18446744073709551616", "18446744073709551616"), ("-18446744073709551615", "-18446744073709551615"),
      ("12345678901234567890123", "12345678901234567890123"), ("0.1", "0.1"), ("123.456", "123.456"),
      ("1e400", "1e400"), ("-12e400", "-1.2e401"), ("1e-400", "1e-400"), ("0.00001", "0.00001"),
      ("1.25e-30", "1.25e-30"),
      ("1e22", "10000000000000000000000"), ("1E+2", "100"),
    ]
  )
  func texts(_ text: String, _ expected: String) throws {
    let number = try #require(JSONNumber(text))
    #expect(number.description == expected)
    #expect(JSONNumber(number.description) == number)
    #expect(try JSONValue(parsing: text) == .number(number))
  }

  @Test(
    "no numbers",
    arguments: [
      "", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "0x1", "1 ", " 1", "1,0", "NaN", "Infinity", "1e1000000001",
      "1e99999999999999999999999", "1e-99999999999999999999999", "１",
    ]
  )
  func refused(_ text: String) { #expect(JSONNumber(text) == nil) }

  @Test func equalityIsByValue() throws {
    #expect(JSONNumber("1") == JSONNumber("1.0") && JSONNumber("1") == JSONNumber("1e0"))
    #expect(JSONNumber("1")?.hashValue == JSONNumber("100e-2")?.hashValue)
    #expect(JSONNumber("9007199254740993") != JSONNumber("9007199254740992"))
    #expect(JSONNumber("9007199254740993.0") == JSONNumber("9007199254740993"))
    #expect(JSONNumber("0.1") == JSONNumber(0.1))
    #expect(JSONNumber(Double.infinity) == nil && JSONNumber(Double.nan) == nil)
  }

  @Test func conversions() {
    #expect(JSONNumber("1e3")?.integer(as: Int.self) == 1000)
    #expect(JSONNumber("1.5")?.integer(as: Int.self) == nil)
    #expect(JSONNumber("300")?.integer(as: UInt8.self) == nil)
    #expect(JSONNumber("-1")?.integer(as: UInt64.self) == nil)
    #expect(JSONNumber("1e400")?.double == nil)
    #expect(JSONNumber("1e-400")?.double == 0)
    #expect(JSONNumber("0.30000000000000004")?.double == 0.1 + 0.2)
  }

  @Test(
    "Foundation's coders keep up to 38 digits",
    arguments: [
      "0.1", "-9223372036854776000", "18446744073709551615", "12345678901234567890123", "1e22", "1.5", "-3", "1e300",
    ]
  )
  func foundation(_ text: String) throws {
    let value = try JSONValue(parsing: "[\(text)]")
    #expect(try JSONDecoder().decode(JSONValue.self, from: Data("[\(text)]".utf8)) == value)
    #expect(try JSONValue(parsing: JSONEncoder().encode(value)) == value)
  }

  @Test func foundationRefusesWhatItCannotHold() throws {
    #expect(throws: EncodingError.self) { try JSONEncoder().encode([JSONValue(parsing: "1e400")]) }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONValue.self, from: Data("[1e400]".utf8)) }
  }
}
