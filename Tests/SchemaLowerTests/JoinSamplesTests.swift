import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaLower

/// Samples of values beside each other and beside schemas.
@Suite struct JoinSamplesTests {
  /// Samples of one name are joined, and a schema takes the samples that are called like it.
  @Test func samples() {
    /// A schema with one example.
    func schema(_ key: String, _ name: String, _ value: String, isSample: Bool) -> NamedSchema {
      var schema = RawSchema(at: .nowhere)
      schema.examples = [RawExample(Node(.string(value), at: .nowhere))]
      var named = NamedSchema(key: SchemaKey(key), name: name, schema: schema)
      named.isSample = isSample
      return named
    }
    let joined = Lowering.joinSamples([
      schema("1", "chat_request", "a", isSample: true), schema("2", "ChatRequest", "b", isSample: false),
      schema("3", "user", "c", isSample: true), schema("3", "user", "d", isSample: true),
    ])
    #expect(joined.map(\.name) == ["ChatRequest", "user"])
    #expect(joined.map { $0.schema.examples.compactMap(\.value.string) } == [["b", "a"], ["c", "d"]])
  }
}
