import Foundation

/// Large documents to read: real ones where they are at hand, otherwise made up here.
struct Corpus {
  /// A document and what to call it.
  struct Document {
    var name: String
    var bytes: [UInt8]
  }

  let json: Document
  let yaml: Document
  /// The documents beside the project that are large; none without the corpus.
  let documents: [URL]

  /// Looks for the corpus beside the project.
  init(root: URL) {
    let folder = root.deletingLastPathComponent().appending(path: "shared/corpus/openapi")
    documents = ["discord.json", "github.json", "openai.yaml"].map { folder.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    json = Self.read(folder.appending(path: "github.json")) ?? Self.madeUp(json: true)
    yaml = Self.read(folder.appending(path: "openai.yaml")) ?? Self.madeUp(json: false)
  }

  /// A document on disk; nil where there is none.
  private static func read(_ url: URL) -> Document? {
    guard let data = try? Data(contentsOf: url) else { return nil }
    return Document(name: url.lastPathComponent, bytes: [UInt8](data))
  }

  /// About three megabytes of schemas.
  private static func madeUp(json: Bool) -> Document {
    let schemas = (0..<8000).map { index in
      json
        ? ##""Schema\##(index)":{"type":"object","required":["id"],"properties":{"id":{"type":"string","description":"Which one it is, \##(index)."},"next":{"$ref":"#/components/schemas/Schema\##(index / 2)"},"sizes":{"type":"array","items":{"type":"integer","minimum":0}}}}"##
        : """
            Schema\(index):
              type: object
              required: [id]
              properties:
                id: {type: string, description: "Which one it is, \(index)."}
                next: {$ref: "#/components/schemas/Schema\(index / 2)"}
                sizes:
                  type: array
                  items: {type: integer, minimum: 0}
        """
    }
    let text =
      json
      ? #"{"openapi":"3.1.0","info":{"title":"Large","version":"1"},"paths":{},"components":{"schemas":{"#
        + schemas.joined(separator: ",") + "}}}"
      : "openapi: 3.1.0\ninfo: {title: Large, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        + schemas.joined(separator: "\n") + "\n"
    return Document(name: "made up", bytes: Array(text.utf8))
  }
}
