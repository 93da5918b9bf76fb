import Foundation
import Testing

/// What the tool makes of good, bad and missing documents.
@Suite struct DocumentTests {
  /// Runs a test in a folder that is removed afterwards.
  private func withTool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try body(tool)
  }

  /// Documents that cannot be read.
  static let unreadable: [(name: String, bytes: Data)] = [
    ("cut.json", Data("{\"openapi\": \"3.1.0\", ".utf8)),
    ("broken.yaml", Data("openapi: 3.1.0\npaths: [\n".utf8)),
    ("empty.yaml", Data()),
    ("blank.txt", Data(" \n\n\t".utf8)),
    ("binary.json", Data([0x7B, 0x00, 0x01, 0xFF, 0x7D])),
    ("latin.json", Data([0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x31, 0x7D])),
    ("letter.txt", Data("Dear reader, nothing is documented here.\n".utf8)),
    ("deep.json", Data(String(repeating: "[", count: 100_000).utf8)),
    ("deep.yaml", Data(("openapi: " + String(repeating: "[", count: 100_000)).utf8)),
    (
      "bomb.yaml",
      Data(
        ("a0: &a0 [x, x]\n"
          + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()).utf8
      )
    ),
  ]

  @Test(
    "one broken document: located error, exit code 1, old output untouched, others generated",
    arguments: unreadable
  )
  func broken(_ name: String, _ bytes: Data) throws {
    try withTool { tool in
      for api in ["bank", "shop", "zoo"] { try tool.write("specs/\(api)/openapi.json", Tool.document()) }
      #expect(try tool.run("specs", "-o", "out").exitCode == 0)
      let before = tool.files(below: "out/GeneratedModels/Shop")
      try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("specs/shop/openapi.json"))
      try tool.write("specs/shop/\(name)", bytes)
      try tool.write("specs/zoo/openapi.json", Tool.document("Animal"))
      let outcome = try tool.run("specs", "-o", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("specs/shop/\(name):"))
      #expect(outcome.errors.contains(": error: "))
      #expect(tool.files(below: "out/GeneratedModels/Shop") == before)
      #expect(tool.files(below: "out/GeneratedModels/Zoo").values.contains { $0.contains("Animal") })
      #expect(!tool.files(below: "out/GeneratedModels/Bank").isEmpty)
    }
  }

  @Test("a byte order mark is no part of the document") func byteOrderMark() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", "\u{FEFF}" + Tool.document())
      #expect(try tool.run("specs", "-o", "out").exitCode == 0)
    }
  }

  @Test("an unresolved reference: exit code 1, and the rest is written") func unresolved() throws {
    try withTool { tool in
      let text = Tool.document().replacing("{\"type\":\"string\"}", with: "{\"$ref\":\"#/components/schemas/No\"}")
      try tool.write("specs/shop/openapi.json", text)
      let outcome = try tool.run("specs", "-o", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("[unresolved-reference]"))
      #expect(!tool.files(below: "out/GeneratedModels/Shop").isEmpty)
    }
  }

  @Test("inputs without a document are an error and delete nothing") func noDocuments() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      _ = try tool.run("specs", "-o", "out")
      let before = tool.files(below: "out")
      try tool.write("empty/.hidden", "x")
      try tool.write("empty/schemagen.yaml", "module: GeneratedModels\n")
      for input in ["empty", "missing"] {
        let outcome = try tool.run(input, "-o", "out")
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("error:"))
        #expect(tool.files(below: "out") == before)
      }
    }
  }

  @Test("links that lead in a circle end, and a document is read once") func links() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      for name in ["again", "shop/up"] {
        try FileManager.default.createSymbolicLink(
          at: tool.folder.appendingPathComponent("specs/\(name)"),
          withDestinationURL: tool.folder.appendingPathComponent("specs")
        )
      }
      let outcome = try tool.run("specs", "-o", "out")
      #expect(outcome.exitCode == 0)
      #expect(outcome.errors.contains("1 document, 1 API"))
    }
  }

  @Test("a document named by itself is an API named after it") func single() throws {
    try withTool { tool in
      try tool.write("chat.openapi.json", Tool.document())
      try tool.write("relay/openapi.json", Tool.document())
      #expect(try tool.run("chat.openapi.json", "relay/openapi.json", "-o", "out").exitCode == 0)
      let folders = Set(tool.files(below: "out").keys.map { $0.split(separator: "/")[2] })
      #expect(folders == ["Chat", "Relay"])
    }
  }

  @Test("a configuration among the arguments is no document") func configurationAsInput() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      try tool.write("specs/schemagen.yaml", "module: Models\n")
      let outcome = try tool.run("specs/schemagen.yaml", "specs/shop", "-o", "out")
      #expect(outcome.exitCode == 0)
      #expect(tool.files(below: "out").keys.allSatisfy { $0.hasPrefix("out/Models/Shop/") })
    }
  }

  @Test(
    "hostile names of folders stay within the output",
    arguments: ["a b", "*", "--x", "1st", "class", "😀", "a'b\"c", "$(x)", String(repeating: "n", count: 200)]
  )
  func hostileFolder(_ name: String) throws {
    try withTool { tool in
      try tool.write("specs/\(name)/openapi.json", Tool.document())
      #expect(try tool.run("specs", "-o", "out").exitCode == 0)
      let paths = tool.files(below: "out").keys
      #expect(!paths.isEmpty && paths.allSatisfy { $0.hasPrefix("out/GeneratedModels/") })
    }
  }
}
