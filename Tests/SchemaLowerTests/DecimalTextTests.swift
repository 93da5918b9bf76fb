import Testing

@testable import SchemaLower

/// Numbers as exact decimals.
@Suite struct DecimalTextTests {
  @Test(arguments: [("1", "1.0"), ("100", "1e2"), ("0", "-0.0"), ("1200E-2", "12"), ("0.10", "0.1")])
  func `spellings of one number are equal`(left: String, right: String) {
    #expect(DecimalText(left) == DecimalText(right))
  }

  @Test(arguments: [("1", "-1"), ("9007199254740993", "9007199254740992"), ("0.1", "0.10000000000000001")])
  func `different numbers are not`(left: String, right: String) {
    #expect(DecimalText(left) != DecimalText(right))
  }

  @Test func `integers are those within 64 bits`() {
    #expect(DecimalText("9223372036854775807").integer == .max)
    #expect(DecimalText("-9223372036854775808").integer == .min)
    #expect(DecimalText("9223372036854775808").integer == nil)
    #expect(DecimalText("-9223372036854776000").integer == nil)
    #expect(DecimalText("1e3").integer == 1000)
    #expect(DecimalText("1e999999999999").integer == nil)
    #expect(DecimalText("0.5").integer == nil)
    #expect(DecimalText("").integer == 0)
  }

  @Test func `doubles are exact where their shortest spelling is the number`() {
    #expect(DecimalText("-9223372036854776000").isExactDouble)
    #expect(DecimalText("0.1").isExactDouble)
    #expect(!DecimalText("12345678901234567890123").isExactDouble)
    #expect(!DecimalText("1e400").isExactDouble)
    #expect(DecimalText("0.1").isExactFloat)
    #expect(!DecimalText("0.123456789012").isExactFloat)
  }
}
