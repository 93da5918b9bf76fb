import Foundation
import Testing

@Suite("schemagen convert") struct ConvertCommandTests {
  private static let document = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths: {/a: {get: {operationId: getA, responses: {"200": {description: ""}}}}}
    """

  /// A folder with documents in it.
  private func tool(_ files: [String: String]) throws -> Tool {
    let tool = try Tool()
    for (path, text) in files { try tool.write(path, text) }
    return tool
  }

  @Test("writes YAML to standard output, and files as their names say") func outputs() throws {
    let tool = try tool(["shop.yaml": Self.document])
    defer { tool.remove() }
    for arguments in [["convert", "shop.yaml"], ["convert", "shop.yaml", "-o", "-"]] {
      let outcome = try tool.run(arguments)
      #expect(outcome.exitCode == 0 && outcome.output.hasPrefix("openapi: '3.1.1'\ninfo:\n  title: Shop\n"))
    }
    let json = try tool.run("convert", "shop.yaml", "-o", "out/shop.json", "--openapi", "3.0")
    #expect(json.exitCode == 0 && json.output.isEmpty)
    let text = try String(contentsOf: tool.folder.appendingPathComponent("out/shop.json"), encoding: .utf8)
    #expect(text.hasPrefix("{\n  \"openapi\": \"3.0.4\",\n") && text.hasSuffix("}\n"))
  }

  @Test("several APIs need a folder, an input is kept, other endings are refused") func refusals() throws {
    let tool = try tool(["specs/a/a.yaml": Self.document, "specs/b/b.yaml": Self.document])
    defer { tool.remove() }
    let file = try tool.run("convert", "specs", "-o", "all.yaml")
    #expect(file.exitCode == 1 && file.errors.contains("the inputs hold 2 APIs, `a`, `b`"))
    let folder = try tool.run("convert", "specs", "-o", "out/")
    #expect(folder.exitCode == 0)
    for name in ["a", "b"] {
      #expect(FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("out/\(name).yaml").path))
    }
    let same = try tool.run("convert", "specs/a/a.yaml", "-o", "specs/a/a.yaml")
    #expect(same.exitCode == 1 && same.errors.contains("is one of the inputs"))
    let ending = try tool.run("convert", "specs/a/a.yaml", "-o", "a.txt")
    #expect(ending.exitCode == 1 && ending.errors.contains("must end with .yaml"))
    #expect(try tool.run("convert").exitCode == 2)
    #expect(try tool.run("convert", "specs/a/a.yaml", "--openapi", "2.0").exitCode == 2)
  }

  @Test("what is there stays where nothing changes, and where a document cannot be read") func unchanged() throws {
    let tool = try tool(["docs/shop.yaml": Self.document])
    defer { tool.remove() }
    let output = tool.folder.appendingPathComponent("docs/openapi.json")
    let arguments = ["convert", "docs", "-o", "docs/openapi.json"]
    #expect(try tool.run(arguments).errors.contains("1 OpenAPI document written, 0 unchanged"))
    let first = try FileManager.default.attributesOfItem(atPath: output.path)[.systemFileNumber] as? Int
    // What the first run wrote is no input of the second.
    let again = try tool.run(arguments)
    #expect(again.exitCode == 0 && again.errors.contains("1 document, 1 API: 0 OpenAPI documents written, 1 unchanged"))
    #expect(try FileManager.default.attributesOfItem(atPath: output.path)[.systemFileNumber] as? Int == first)
    let text = try String(contentsOf: output, encoding: .utf8)
    try tool.write("docs/shop.yaml", "openapi: [")
    #expect(try tool.run(arguments).exitCode == 1)
    #expect(try String(contentsOf: output, encoding: .utf8) == text)
  }

  @Test("stale output is shown, and not written") func check() throws {
    let tool = try tool(["shop.yaml": Self.document])
    defer { tool.remove() }
    let check = ["convert", "shop.yaml", "-o", "out.yaml", "--check"]
    let new = try tool.run(check)
    #expect(
      new.exitCode == 1 && new.output.contains("+  title: Shop") && new.errors.contains("1 OpenAPI document stale")
    )
    let output = tool.folder.appendingPathComponent("out.yaml")
    #expect(!FileManager.default.fileExists(atPath: output.path))
    #expect(try tool.run("convert", "shop.yaml", "-o", "out.yaml").exitCode == 0)
    let same = try tool.run(check)
    #expect(same.exitCode == 0 && same.output.isEmpty && same.errors.contains("the output is up to date"))
    #expect(try tool.run("convert", "shop.yaml", "--check").exitCode == 2)
    try tool.write("shop.yaml", "openapi: [")
    let broken = try tool.run(check)
    #expect(broken.exitCode == 1 && broken.errors.contains("the output could not be checked and stays as it is"))
  }

  @Test("JSON goes where no file's name says so") func format() throws {
    let tool = try tool(["specs/a/a.yaml": Self.document, "specs/b/b.yaml": Self.document])
    defer { tool.remove() }
    #expect(try tool.run("convert", "specs/a", "--format", "json").output.hasPrefix("{\n  \"openapi\": \"3.1.1\","))
    #expect(try tool.run("convert", "specs", "-o", "out/", "--format", "json").exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: tool.folder.appendingPathComponent("out/b.json").path))
  }

  @Test("documents of one API keep their order") func order() throws {
    let pages = [
      "docs/a.yaml": Self.document,
      "docs/b.yaml": Self.document.replacingOccurrences(of: "/a:", with: "/b:").replacingOccurrences(
        of: "getA",
        with: "getB"
      ),
    ]
    let tool = try tool(pages)
    defer { tool.remove() }
    let text = try tool.run("convert", "docs").output
    let (a, b) = (try #require(text.range(of: "  /a:")), try #require(text.range(of: "  /b:")))
    #expect(a.lowerBound < b.lowerBound)
  }

  @Test("generating needs no command, and has one") func generate() throws {
    let tool = try tool(["specs/a/a.yaml": Self.document])
    defer { tool.remove() }
    #expect(try tool.run("generate", "specs", "-o", "One").exitCode == 0)
    #expect(try tool.run("-o", "Two", "specs").exitCode == 0)
    #expect(try tool.run("--help").output.contains("convert"))
  }
}
