import SchemaLower
import Testing

/// Compositions that cost or that cannot be.
@Suite struct ComposeTests {
  @Test func `a default is documentation alone where the configuration says so`() throws {
    var options = LowerOptions()
    options.defaults = .documentation
    let schemas = #"{"A":{"type":"object","properties":{"a":{"type":"integer","default":3},"b":{"const":"x"}}}}"#
    let dump = try Lowered.schemas(schemas, options: options).dump
    #expect(dump.contains("\"a\": int optional\n"))
    #expect(dump.contains("\"b\": string optional = \"x\"\n"))
  }

  @Test func `too many combinations of unions are kept as JSON`() throws {
    let union = (0..<5).map { #"{"title":"V\#($0)","type":"object","properties":{"k\#($0)":{"type":"string"}}}"# }
      .joined(separator: ",")
    let other = union.replacing("V", with: "W").replacing("\"k", with: "\"l")
    let result = try Lowered.schemas(
      #"{"A":{"allOf":[{"oneOf":[\#(union)]},{"anyOf":[\#(other)]}],"properties":{"own":{"type":"string"}}}}"#
    )
    #expect(result.reported == [.unsupportedFeature])
    #expect(result.dump == "structure #0 component \"A\"\n  \"own\": string optional\n  others: json\n")
  }

  @Test func `each level twice costs no more than once`() throws {
    let levels = (1...60).map { level in
      """
      "L\(level)":{"allOf":[{"$ref":"#/components/schemas/L\(level - 1)"},{"$ref":"#/components/schemas/L\(level - 1)"},
      {"allOf":[{"$ref":"#/components/schemas/L\(level - 1)"}],"properties":{"p\(level)":{"type":"string"}}}]}
      """
    }
    let base = #""L0":{"type":"object","properties":{"p0":{"type":"string"}}}"#
    let result = try Lowered.schemas("{\(([base] + levels).joined(separator: ","))}")
    #expect(result.reported == [])
    #expect(result.dump.contains("structure #60 component \"L60\"\n  \"p0\": string optional\n"))
  }

  @Test func `compositions that lead back to themselves end`() throws {
    let result = try Lowered.schemas(
      """
      {"A":{"allOf":[{"$ref":"#/components/schemas/B"},{"properties":{"a":{"type":"string"}}}]},
       "B":{"allOf":[{"$ref":"#/components/schemas/A"},{"properties":{"b":{"type":"string"}}}]},
       "C":{"allOf":[{"$ref":"#/components/schemas/C"},{"$ref":"#/components/schemas/Nowhere"}]},
       "D":{"discriminator":{"propertyName":"t"},"allOf":[{"$ref":"#/components/schemas/E"}],"properties":{"t":{"type":"string"}}},
       "E":{"discriminator":{"propertyName":"t"},"allOf":[{"$ref":"#/components/schemas/D"}]}}
      """
    )
    #expect(result.dump.contains("structure #0 component \"A\"\n  \"b\": string optional\n  \"a\": string optional\n"))
    #expect(result.reported.contains(.unresolvedReference))
  }
}
