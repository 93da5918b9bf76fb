import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaLower

/// Documents of one API that divide addresses in different ways.
@Suite struct AlignServersTests {
  private static let nowhere = SourceSpan(file: FileID(0), start: 0, end: 0)

  /// A description of some paths on a server.
  private func description(_ servers: [String], _ paths: [String]) -> APIDescription {
    var description = APIDescription()
    description.servers = servers.map { ServerDescription(url: $0, span: Self.nowhere) }
    description.operations = paths.map { OperationDescription(method: "GET", path: $0, span: Self.nowhere) }
    return description
  }

  /// What comes of descriptions: servers, then paths with their own servers.
  private func aligned(_ descriptions: APIDescription...) -> [String] {
    Lowering.alignServers(descriptions).flatMap { description in
      description.servers.map(\.url)
        + description.operations.map { $0.path + ($0.servers.first.map { " at \($0.url)" } ?? "") }
    }
  }

  @Test func basePaths() {
    let stated = description(["https://h/v1"], ["/chat"])
    let full = description(["https://h"], ["/v1/chat", "/v1beta/x", "/other"])
    #expect(
      aligned(stated, full) == [
        "https://h/v1", "/chat", "https://h", "/chat", "/v1beta/x at https://h", "/other at https://h",
      ]
    )
    #expect(
      aligned(full, stated) == [
        "https://h", "/chat at https://h/v1", "/v1beta/x", "/other", "https://h/v1", "/chat at https://h/v1",
      ]
    )
    #expect(
      aligned(description(["https://h"], ["/v1/chat"]), stated) == ["/chat", "https://h/v1", "/chat"]
    )
  }

  /// The longest base URL counts; other hosts and documents without a server are left alone.
  @Test func others() {
    let bases = description(["https://h/a", "https://h/a/b"], ["/x"])
    #expect(
      aligned(bases, description(["https://h"], ["/a/b/x", "/a/y"])) == [
        "https://h/a", "https://h/a/b", "/x", "/x at https://h/a/b", "/y",
      ]
    )
    #expect(aligned(bases, description(["https://i"], ["/a/x"])).last == "/a/x at https://i")
    #expect(aligned(bases, description([], ["/a/x"])).last == "/a/x")
    #expect(aligned(description(["https://h"], ["/a/x"])) == ["https://h", "/a/x"])
  }

  /// Samples of one name are joined, and a schema takes the samples that are called like it.
  @Test func samples() {
    /// A schema with one example.
    func schema(_ key: String, _ name: String, _ value: String, isSample: Bool) -> NamedSchema {
      var schema = RawSchema(at: Self.nowhere)
      schema.examples = [RawExample(Node(.string(value), at: Self.nowhere))]
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
