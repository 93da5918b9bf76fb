import Foundation
import Testing

/// What the build-tool plugin runs.
@Suite struct BuildToolTests {
  /// A document of one type with a property.
  private func document(_ property: String) -> String {
    """
    openapi: 3.1.0
    info: {title: A, version: "1"}
    paths: {}
    components: {schemas: {Pet: {type: object, properties: {\(property): {type: string}}}}}
    """
  }

  @Test("it writes what the command writes")
  func output() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("specs/pets.yaml", document("pet_name"))
    try tool.write("schemagen.yaml", "naming: {properties: {style: verbatim}}\n")
    let built = try tool.run(["specs", "built", "App", "2", "schemagen.yaml"], by: "schemagen-build-tool")
    #expect(built.exitCode == 0 && built.output.isEmpty && built.errors.isEmpty)
    let command = ["specs", "-o", "written", "--module", "App", "--shards", "2", "--config", "schemagen.yaml"]
    #expect(try tool.run(command).exitCode == 0)
    let files = tool.files(below: "built/App").values.sorted()
    #expect(files.count == 2 && files == tool.files(below: "written/App").values.sorted())
    #expect(files.contains { $0.contains("pet_name: String?") })
  }

  @Test("a broken document fails the build at its place, and what was written stays")
  func broken() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.write("specs/pets.yaml", document("name"))
    let arguments = ["specs", "built", "App", "1"]
    #expect(try tool.run(arguments, by: "schemagen-build-tool").exitCode == 0)
    let before = tool.files(below: "built")
    try tool.write("specs/pets.yaml", "openapi: 3.1.0\npaths: [\n")
    let outcome = try tool.run(arguments, by: "schemagen-build-tool")
    #expect(outcome.exitCode == 1 && outcome.errors.contains("specs/pets.yaml:3:1: error: "))
    #expect(tool.files(below: "built") == before)
  }

  @Test(
    "whoever runs it by hand learns what to run",
    arguments: [[], ["specs"], ["specs", "built", "App", "0"], ["specs", "built", "App", "x"]]
  )
  func usage(_ arguments: [String]) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try tool.run(arguments, by: "schemagen-build-tool")
    #expect(outcome.exitCode == 2 && outcome.errors.contains("the command is schemagen"))
  }
}
