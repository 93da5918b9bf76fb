import SchemaLower
import Testing

/// Null within alternatives.
@Suite struct UnionNullTests {
  @Test func `null of an inner union is a value of the outer one`() throws {
    let schemas = """
      {"Holder":{"type":"object","required":["value"],"properties":{"value":{"oneOf":[
        {"oneOf":[{"type":"number"},{"type":"null"}]},
        {"type":"array","items":{"type":"string"}}
      ]}}}}
      """
    #expect(try Lowered.schemas(schemas).dump.contains(#""value": #1?"#))
  }
}
