import Foundation
import Testing

/// Which files and documents the tool reads because others refer to them.
@Suite struct ReferenceTests {
  /// A document with one component that refers to a place.
  private func document(_ reference: String) -> String {
    "openapi: 3.1.0\ncomponents: {schemas: {Thing: {properties: {part: {$ref: '\(reference)'}}}}}\n"
  }

  /// Runs a test in a folder of its own.
  private func withTool(_ body: (Tool) throws -> Void) throws {
    let tool = try Tool()
    defer { tool.remove() }
    try body(tool)
  }

  @Test func `a document by itself brings the files beside it`() throws {
    try withTool { tool in
      try tool.write("shop/openapi.yaml", document("models/a%20part.yml"))
      try tool.write("shop/models/a part.yml", "{type: object, properties: {n: {type: integer}}}")
      let outcome = try tool.run("shop/openapi.yaml", "--dump-ir")
      #expect(outcome.exitCode == 0 && outcome.output.contains("\"n\": int"))
    }
  }

  @Test func `nothing outside of the inputs' folder is read`() throws {
    try withTool { tool in
      try tool.write("secret.yml", "{type: object, properties: {secret: {type: integer}}}")
      try tool.write("shop/link/x.txt", "")
      let link = tool.folder.appendingPathComponent("shop/link.yml").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../secret.yml")
      for reference in [
        "../secret.yml", "link.yml", "x/../../secret.yml", "%2e%2e/secret.yml", "../none.yml", "file:///etc/passwd",
      ] {
        try tool.write("shop/openapi.yaml", document(reference))
        let outcome = try tool.run("shop/openapi.yaml", "--dump-ir")
        #expect(outcome.exitCode == 1 && !outcome.output.contains("secret"), "\(reference)")
        #expect(outcome.errors.contains("is outside of the folder of the inputs"), "\(reference): \(outcome.errors)")
        #expect(outcome.errors.contains("openapi.yaml:2:"))
      }
      // With the folder around both, the same reference is fine.
      try tool.write("shop/openapi.yaml", document("../secret.yml"))
      #expect(try tool.run(".", "--dump-ir").output.contains("secret"))
    }
  }

  @Test func `one file by two paths is one document`() throws {
    try withTool { tool in
      try tool.write(
        "shop/openapi.yaml",
        "openapi: 3.1.0\ncomponents: {schemas: {A: {properties: {x: {$ref: part.yml}, y: {$ref: same.yml}}}}}"
      )
      try tool.write("shop/part.yml", "{type: object, properties: {n: {type: integer}}}")
      let link = tool.folder.appendingPathComponent("shop/same.yml").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "part.yml")
      let output = try tool.run("shop/openapi.yaml", "--dump-ir").output
      #expect(output.components(separatedBy: "structure #").count == 3)
    }
  }
}
