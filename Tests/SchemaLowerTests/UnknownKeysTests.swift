import SchemaLower
import Testing

/// Keys of which a schema says nothing, by configuration.
@Suite struct UnknownKeysTests {
  private let schemas = """
    {"Plain":{"type":"object","properties":{"a":{"type":"string"}}},
     "Closed":{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false},
     "Typed":{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}}}
    """

  /// The IR under a choice.
  private func dump(_ choice: UnknownKeys) throws -> String {
    var options = LowerOptions()
    options.unknownKeys = choice
    return try Lowered.schemas(schemas, options: options).dump
  }

  @Test func `they are skipped unless the schema speaks of them`() throws {
    #expect(
      try dump(.ignore) == """
        structure #0 component "Plain"
          "a": string optional

        structure #1 component "Closed"
          "a": string optional

        structure #2 component "Typed"
          "a": string optional
          others: int

        """
    )
  }

  @Test func `kept everywhere`() throws {
    #expect(
      try dump(.keep) == """
        structure #0 component "Plain"
          "a": string optional
          others: json

        structure #1 component "Closed"
          "a": string optional
          others: json

        structure #2 component "Typed"
          "a": string optional
          others: int

        """
    )
  }

  @Test(arguments: [UnknownKeys.ignore, .keep, .refuse])
  func `elements that are forbidden are treated alike`(choice: UnknownKeys) throws {
    var options = LowerOptions()
    options.unknownKeys = choice
    let schemas = """
      {"Pair":{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false},
       "Single":{"type":"array","prefixItems":[{"type":"string"},false]}}
      """
    let dump = try Lowered.schemas(schemas, options: options).dump
    let others =
      switch choice {
      case .ignore: ""
      case .keep: "  rest: json\n"
      case .refuse: "  no others\n"
      }
    #expect(
      dump == """
        tuple #0 component "Pair"
          "first": string optional
          "second": int optional
        \(others)
        tuple #1 component "Single"
          "first": string optional
        \(others)
        """
    )
  }

  @Test func `refused where they are forbidden`() throws {
    #expect(
      try dump(.refuse) == """
        structure #0 component "Plain"
          "a": string optional

        structure #1 component "Closed"
          "a": string optional
          no others

        structure #2 component "Typed"
          "a": string optional
          others: int

        """
    )
  }
}
