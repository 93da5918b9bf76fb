import Foundation
import Testing

/// What the tool does to the disk.
@Suite struct OutputTests {
  /// Runs a test in a folder that is removed afterwards.
  private func withTool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try body(tool)
  }

  @Test("a second run touches nothing") func untouched() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      #expect(try tool.run("specs", "-o", "out").exitCode == 0)
      let files = tool.files(below: "out/GeneratedModels/Shop")
      #expect(!files.isEmpty)
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      for path in files.keys {
        try FileManager.default.setAttributes(
          [.modificationDate: old],
          ofItemAtPath: tool.folder.appendingPathComponent(path).path
        )
      }
      let second = try tool.run("specs", "-o", "out")
      #expect(second.exitCode == 0)
      #expect(second.errors.contains("0 written, \(files.count) unchanged, 0 deleted"))
      for path in files.keys {
        let attributes = try FileManager.default.attributesOfItem(atPath: tool.folder.appendingPathComponent(path).path)
        #expect(attributes[.modificationDate] as? Date == old)
      }
    }
  }

  @Test("a run over one API's folder leaves what the others became") func part() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("specs/shop/openapi.json", Tool.document())
    try tool.write("specs/bank/openapi.json", Tool.document())
    #expect(try tool.run("specs", "-o", "out").exitCode == 0)
    let before = tool.files(below: "out")
    for input in ["specs/shop", "specs/shop/openapi.json"] {
      #expect(try tool.run(input, "-o", "out").exitCode == 0)
      #expect(tool.files(below: "out") == before)
      #expect(try tool.run(input, "-o", "out", "--check").exitCode == 0)
    }
  }

  @Test("files of an API that is gone are deleted with their folders, other files stay") func stale() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      try tool.write("specs/bank/openapi.json", Tool.document())
      try tool.write("specs/zoo/openapi.json", Tool.document())
      _ = try tool.run("specs", "-o", "out")
      try tool.write("out/GeneratedModels/Bank/Mine.swift", "// mine\n")
      try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("specs/bank"))
      try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("specs/zoo"))
      #expect(try tool.run("specs", "-o", "out").exitCode == 0)
      #expect(tool.files(below: "out/GeneratedModels/Bank") == ["out/GeneratedModels/Bank/Mine.swift": "// mine\n"])
      #expect(
        !FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("out/GeneratedModels/Zoo").path)
      )
      #expect(!tool.files(below: "out/GeneratedModels/Shop").isEmpty)
    }
  }

  @Test("a file that the tool did not write is kept, and the rest is written") func foreign() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      _ = try tool.run("specs", "-o", "reference")
      let all = tool.files(below: "reference").keys.map { $0.dropFirst("reference".count) }.sorted()
      let victim = try #require(all.first)
      try tool.write("out\(victim)", "let mine = 1\n")
      let outcome = try tool.run("specs", "-o", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("[foreign-output]"))
      #expect(tool.read("out\(victim)") == "let mine = 1\n")
      #expect(tool.files(below: "out").count == all.count)
    }
  }

  @Test("a linked folder within the output is not written through") func link() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      try tool.write("elsewhere/keep.txt", "x")
      try tool.write("out/keep.txt", "x")
      try FileManager.default.createSymbolicLink(
        at: tool.folder.appendingPathComponent("out/GeneratedModels"),
        withDestinationURL: tool.folder.appendingPathComponent("elsewhere")
      )
      let outcome = try tool.run("specs", "-o", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("[output-outside-folder]"))
      #expect(tool.files(below: "elsewhere").count == 1)
    }
  }

  @Test("no temporary file stays behind") func temporary() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      _ = try tool.run("specs", "-o", "out")
      #expect(tool.files(below: "out").keys.allSatisfy { $0.hasSuffix(".swift") })
    }
  }

  @Test("a folder that cannot be made is an error with its path") func unwritable() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      try tool.write("out", "a file")
      let outcome = try tool.run("specs", "-o", "out")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("[unwritable-file]"))
      #expect(tool.read("out") == "a file")
    }
  }

  @Test("tests of the examples are written below their own folder") func tests() throws {
    try withTool { tool in
      let example = Tool.document().replacing("\"properties\"", with: "\"example\":{\"name\":\"x\"},\"properties\"")
      try tool.write("specs/shop/openapi.json", example)
      #expect(try tool.run("specs", "-o", "out", "--tests", "checks", "--module", "Shopping").exitCode == 0)
      #expect(Array(tool.files(below: "checks").keys) == ["checks/ShoppingTests/ShopExampleTests.swift"])
      #expect(tool.files(below: "out").keys.allSatisfy { $0.hasPrefix("out/Shopping/") })
    }
  }

  @Test("--check does not say of what it could not check that it is up to date") func unchecked() throws {
    try withTool { tool in
      for api in ["shop", "bank"] { try tool.write("specs/\(api)/openapi.json", Tool.document()) }
      _ = try tool.run("specs", "-o", "out")
      try tool.write("specs/shop/openapi.json", "{\"openapi\": ")
      let some = try tool.run("specs", "-o", "out", "--check")
      #expect(some.exitCode == 1 && some.output.isEmpty)
      #expect(some.errors.contains("up to date as far as it could be checked; the rest stays as it is; 1 error"))
      let none = try tool.run("specs/shop", "-o", "out", "--check")
      #expect(none.exitCode == 1 && none.output.isEmpty)
      #expect(none.errors.contains("the output could not be checked and stays as it is; 1 error"))
      try tool.write("specs/bank/openapi.json", Tool.document(type: "boolean"))
      let stale = try tool.run("specs", "-o", "out", "--check")
      #expect(stale.errors.contains("stale; not all could be checked; 1 error"))
    }
  }

  @Test("--check prints a diff, writes nothing and ends with 1 where anything is stale") func check() throws {
    try withTool { tool in
      try tool.write("specs/shop/openapi.json", Tool.document())
      let missing = try tool.run("specs", "-o", "out", "--check")
      #expect(missing.exitCode == 1)
      #expect(missing.output.contains("--- /dev/null\n+++ b/out/GeneratedModels/Shop/"))
      #expect(tool.files(below: "out").isEmpty)

      _ = try tool.run("specs", "-o", "out")
      let fresh = try tool.run("specs", "-o", "out", "--check")
      #expect(fresh.exitCode == 0)
      #expect(fresh.output.isEmpty)

      let before = tool.files(below: "out")
      try tool.write("specs/shop/openapi.json", Tool.document(type: "boolean"))
      let stale = try tool.run("specs", "-o", "out", "--check")
      #expect(stale.exitCode == 1)
      #expect(stale.output.contains("\n-") && stale.output.contains("\n+") && stale.output.contains("\n@@ -"))
      #expect(tool.files(below: "out") == before)
    }
  }
}
