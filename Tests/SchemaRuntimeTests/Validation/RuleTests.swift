import SchemaRuntime
import Testing

/// What schemas demand of values, keyword by keyword; JSON Schema's test suite has the rest.
@Suite struct RuleTests {
  /// What a value breaks of a schema.
  private func violations(_ schema: String, _ json: String) throws -> [String] {
    let book = RuleBook("{\"Pet\":\(schema),\"Name\":{\"maxLength\":3}}")
    #expect(book.problems == [])
    return book["Pet"].violations(of: try JSONValue(parsing: json)).map(\.description)
  }

  @Test func `all violations are told with their places`() throws {
    let schema = """
      {"type":"object","required":["id","name"],"properties":{"name":{"$ref":"Name"},"tags":{"items":{"minimum":1}}}}
      """
    #expect(
      try violations(schema, #"{"name":"Bello","tags":[1,0.5]}"#) == [
        #"the value: expected the property "id", found {"name":"Bello","tags":[1,0.5]} (required)"#,
        #"name: expected at most 3 characters, not 5, found "Bello" (maxLength)"#,
        "tags[1]: expected at least 1, found 0.5 (minimum)",
      ]
    )
    #expect(try violations(schema, #"{"id":1,"name":"Bo","tags":[]}"#) == [])
  }

  @Test(arguments: [
    ("0.3", "0.1", true), ("1e300", "0.001", true), ("12391239123", "1e-8", true), ("1e308", "0.123456789", false),
    ("0", "7", true), ("-9", "3", true), ("18446744073709551616", "2", true), ("0.1", "1", false),
  ])
  func `multiples are exact`(value: String, divisor: String, isMultiple: Bool) throws {
    #expect(try violations(#"{"multipleOf":\#(divisor)}"#, value).isEmpty == isMultiple)
  }

  @Test(arguments: [
    ("9007199254740993", "9007199254740992", true), ("9007199254740992", "9007199254740993", false),
    ("-0.1", "-0.2", true), ("-1e400", "-1e399", false), ("1e-400", "0", true), ("0", "0.0", false),
  ])
  func `bounds are exact`(value: String, bound: String, isGreater: Bool) throws {
    #expect(try violations(#"{"exclusiveMinimum":\#(bound)}"#, value).isEmpty == isGreater)
  }

  @Test func `strings are compared and counted by code points`() throws {
    #expect(try violations(#"{"maxLength":1}"#, #""🐕""#) == [])
    #expect(try violations(#"{"maxLength":1}"#, #""e\u0301""#).count == 1)
    #expect(try violations(#"{"const":"\u00e9"}"#, #""e\u0301""#).count == 1)
    #expect(try violations(#"{"uniqueItems":true}"#, #"["\u00e9","e\u0301"]"#) == [])
    #expect(try violations(#"{"uniqueItems":true}"#, "[1,true,1.0]").count == 1)
  }

  @Test(arguments: [
    ("a+", "cat", true), ("^a$", "a\n", false), (#"^\d+$"#, "٣", false), (#"^[\w-]+$"#, "a-b", true),
    ("[[]", "[", true), ("[a&&b]", "&", true), ("[^]", "\n", true), ("[]", "a", false), (#"^\p{Lu}"#, "Ö", true),
    ("(?=.*[A-Z])(?=.*[0-9])", "aA1", true), (#"\$"#, "$", true), ("^.$", "🐕", true),
  ])
  func `patterns are those of ECMA-262`(pattern: String, text: String, isMatch: Bool) throws {
    let schema = JSONValue.object(["pattern": .string(pattern)]).description
    #expect(try violations(schema, JSONValue.string(text).description).isEmpty == isMatch)
  }

  @Test func `a pattern that would take for ever ends`() throws {
    let text = String(repeating: "a", count: 40) + "!"
    #expect(try violations(#"{"pattern":"^(a+)+$"}"#, "\"\(text)\"").count == 1)
  }

  @Test func `what cannot be used is told and holds for every value`() throws {
    let book = RuleBook(#"{"Pet":{"pattern":"(","multipleOf":0,"minLength":2}}"#)
    #expect(book.problems.map(\.rule) == [["Pet", "multipleOf"], ["Pet", "pattern"]])
    #expect(book["Pet"].violations(of: "a").map(\.rule) == [["Pet", "minLength"]])
    #expect(RuleBook("nothing").problems.count == 1)
    #expect(book["Unknown"].violations(of: 1) == [])
  }

  @Test func `schemas that refer to themselves end`() throws {
    let book = RuleBook(#"{"A":{"allOf":[{"$ref":"A"},{"$ref":"B"}]},"B":{"anyOf":[{"$ref":"A"}],"maximum":1}}"#)
    #expect(book["A"].violations(of: 2).map(\.keyword) == ["maximum"])
    // Each level has two ways to the next: without memory that would be 2 to the power of 200.
    let twice = RuleBook(#"{"T":{"allOf":[{"properties":{"a":{"$ref":"T"}}},{"properties":{"a":{"$ref":"T"}}}]}}"#)
    let deep = String(repeating: #"{"a":"#, count: 200) + "1" + String(repeating: "}", count: 200)
    #expect(twice["T"].violations(of: try JSONValue(parsing: deep)) == [])
  }

  @Test(arguments: [
    ("date-time", "2024-02-29T12:30:00Z", true), ("date-time", "2023-02-29T12:30:00Z", false),
    ("ipv4", "127.0.0.1", true), ("ipv4", "127.0.0.256", false), ("email", "a@b", true), ("email", "ab", false),
    ("uuid", "not one", false), ("unknown", "anything", true),
  ])
  func `formats are checked where they are rules`(format: String, text: String, isValid: Bool) throws {
    #expect(try violations(#"{"format":"\#(format)"}"#, "\"\(text)\"").isEmpty == isValid)
  }

  @Test func `a model is checked as what it encodes to`() throws {
    struct Pet: Validated {
      static let validationRule = RuleBook(#"{"Pet":{"properties":{"age":{"maximum":30}}}}"#)["Pet"]
      var age: Int
    }
    try Pet(age: 30).validate()
    let error = #expect(throws: ValidationError.self) { try Pet(age: 31).validate() }
    #expect(error?.violations.map(\.keyPath) == ["age"])
    #expect(error?.violations.first?.expected == "at most 30")
  }
}
