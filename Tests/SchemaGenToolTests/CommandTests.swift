import Foundation
import Testing

/// Options, exit codes and what is said where.
@Suite struct CommandTests {
  /// Runs a test in a folder with one document.
  private func withTool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("specs/shop/openapi.json", Tool.document())
    try body(tool)
  }

  @Test(
    "wrong usage ends with 2 and writes nothing",
    arguments: [
      [], ["specs"], ["-o", "out"], ["specs", "-o"], ["specs", "-o", "out", "--nonsense"],
      ["specs", "-o", "out", "--module", "../x"], ["specs", "-o", "out", "--shards", "0"],
      ["specs", "-o", "out", "--diagnostics", "xml"], ["specs", "-o", "out", "--check", "--dump-ir"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    try withTool { tool in
      let outcome = try tool.run(arguments)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("Usage: schemagen INPUT… -o DIR"))
      #expect(tool.files(below: "out").isEmpty)
    }
  }

  @Test("an option that is none is named, whatever else is missing", arguments: [[], ["names"], ["mock"], ["convert"]])
  func unknownOption(_ command: [String]) throws {
    try withTool { tool in
      let outcome = try tool.run(command + ["--versionn"])
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("Unknown option '--versionn'"))
      #expect(try tool.run(command).errors.contains("Name at least one document or folder."))
    }
  }

  @Test("a keyword is no module's name, neither as an option nor in the configuration") func keyword() throws {
    try withTool { tool in
      let option = try tool.run("specs", "-o", "out", "--module", "class")
      #expect(option.exitCode == 2 && option.errors.contains("“class” is a keyword of Swift"))
      try tool.write("specs/schemagen.yaml", "module: class\n")
      let key = try tool.run("specs", "-o", "out")
      #expect(key.exitCode == 1 && key.errors.contains("`module` must be no keyword of Swift"))
      #expect(tool.files(below: "out").isEmpty)
    }
  }

  @Test("a folder that is called like a command is hinted at") func folderLikeACommand() throws {
    try withTool { tool in
      let missing = try tool.run("names", "-o", "out")
      #expect(missing.exitCode == 2 && !missing.errors.contains("./names"))
      try tool.write("names/shop/openapi.json", Tool.document())
      let outcome = try tool.run("names", "-o", "out")
      #expect(outcome.exitCode == 2 && outcome.errors.contains("write ./names"))
      #expect(try tool.run("./names", "-o", "out").exitCode == 0)
    }
  }

  @Test("help names every exit code, completions are made") func help() throws {
    try withTool { tool in
      let help = try tool.run("--help")
      #expect(help.exitCode == 0)
      #expect(help.output.contains("EXIT CODES") && help.output.contains("--check"))
      #expect(try tool.run("--version").output.split(separator: ".").count == 3)
      #expect(try tool.run("--generate-completion-script", "bash").output.contains("--dump-ir"))
    }
  }

  @Test("--dump-ir prints and writes nothing") func dump() throws {
    try withTool { tool in
      let outcome = try tool.run("specs", "--dump-ir", "-o", "out")
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("shop") && outcome.output.contains("Thing"))
      #expect(tool.files(below: "out").isEmpty)
    }
  }

  @Test("the configuration beside the inputs is used, a wrong one stops the run") func configuration() throws {
    try withTool { tool in
      try tool.write("specs/schemagen.yaml", "module: Models\napis:\n  shop:\n    namespace: Store\n")
      #expect(try tool.run("specs", "-o", "out").exitCode == 0)
      #expect(tool.files(below: "out").keys.allSatisfy { $0.hasPrefix("out/Models/Store/") })
      #expect(try tool.run("specs/shop", "-o", "single").exitCode == 0)
      #expect(tool.files(below: "single").keys.allSatisfy { $0.hasPrefix("single/Models/Store/") })

      let before = tool.files(below: "out")
      try tool.write("specs/schemagen.yaml", "module: Models\nnamespaces: {}\n")
      let wrong = try tool.run("specs", "-o", "out")
      #expect(wrong.exitCode == 1)
      #expect(
        wrong.errors.contains("specs/schemagen.yaml:2:1: error: unknown key `namespaces` [invalid-configuration]")
      )
      #expect(tool.files(below: "out") == before)
    }
  }

  @Test("--config wins over the one beside the inputs, and must be there") func configurationByName() throws {
    try withTool { tool in
      try tool.write("specs/schemagen.yaml", "module: Beside\n")
      try tool.write("other.yaml", "module: Named\n")
      #expect(try tool.run("specs", "-o", "out", "--config", "other.yaml").exitCode == 0)
      #expect(tool.files(below: "out").keys.allSatisfy { $0.hasPrefix("out/Named/") })
      #expect(try tool.run("specs", "-o", "out", "--config", "missing.yaml").exitCode == 1)
    }
  }

  @Test("--strict makes warnings errors") func strict() throws {
    try withTool { tool in
      try tool.write("specs/shop/README.md", "# About\n\nNothing is documented here.\n")
      let tolerant = try tool.run("specs", "-o", "out")
      #expect(tolerant.exitCode == 0)
      #expect(tolerant.errors.contains("specs/shop/README.md:1:1: warning: "))
      let strict = try tool.run("specs", "-o", "out", "--strict")
      #expect(strict.exitCode == 1)
      #expect(strict.errors.contains("specs/shop/README.md:1:1: error: "))
    }
  }

  @Test("--diagnostics json is JSON, whether or not there is anything to tell") func json() throws {
    try withTool { tool in
      let clean = try tool.run("specs", "-o", "out", "--diagnostics", "json")
      #expect(clean.exitCode == 0)
      let nothing = try JSONSerialization.jsonObject(with: Data(clean.errors.utf8)) as? [Any]
      #expect(nothing?.isEmpty == true)

      try tool.write("specs/bank/openapi.json", "{\"openapi\": 3.1")
      let broken = try tool.run("specs", "-o", "out", "--diagnostics", "json")
      #expect(broken.exitCode == 1)
      let list = try JSONSerialization.jsonObject(with: Data(broken.errors.utf8)) as? [[String: Any]]
      let first = try #require(list?.first)
      #expect(first["id"] as? String == "invalid-json")
      #expect(first["severity"] as? String == "error")
    }
  }

  @Test("--templates takes a folder; an unknown template is an error") func templates() throws {
    try withTool { tool in
      try tool.write("templates/nothing-like-this.mustache", "x")
      let outcome = try tool.run("specs", "-o", "out", "--templates", "templates")
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("[invalid-template]"))
      #expect(try tool.run("specs", "-o", "out", "--templates", "missing").exitCode == 1)
    }
  }

  @Test("--shards writes exactly the files that a build has declared") func shards() throws {
    try withTool { tool in
      let three = try tool.run("specs", "-o", "out", "--module", "App", "--shards", "3")
      #expect(three.exitCode == 0)
      let names = ["out/App/App_00.swift", "out/App/App_01.swift", "out/App/App_02.swift"]
      #expect(tool.files(below: "out").keys.sorted() == names)
      let one = try tool.run("specs", "-o", "out", "--module", "App", "--shards", "1")
      #expect(one.exitCode == 0)
      #expect(tool.files(below: "out").keys.sorted() == [names[0]])
    }
  }

  @Test("-q is quiet, and otherwise the last line sums up") func summary() throws {
    try withTool { tool in
      let summary = try tool.run("specs", "-o", "out").errors.split(separator: "\n").last ?? ""
      #expect(summary.hasPrefix("schemagen: 1 document, 1 API, "))
      #expect(try tool.run("specs", "-o", "out", "-q").errors.isEmpty)
    }
  }
}
