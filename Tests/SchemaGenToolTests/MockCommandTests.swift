import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `schemagen mock` as it is typed.
@Suite(.timeLimit(.minutes(15))) struct MockCommandTests {
  /// A document with an answer, and one that another file has.
  private static func document(_ answer: String) -> String {
    """
    openapi: 3.1.0
    info: { title: A, version: '1' }
    paths:
      /a: { get: { responses: { '200': { description: ok, content: { text/plain: { example: '\(answer)' } } } } } }
      /b: { get: { responses: { '200': { $ref: part.yaml } } } }
    """
  }

  /// The file with the other answer.
  private static func part(_ answer: String) -> String {
    "{ description: ok, content: { text/plain: { example: '\(answer)' } } }"
  }

  @Test(
    "wrong usage ends with 2",
    arguments: [
      ["mock"], ["mock", "a.yaml", "--port", "70000"], ["mock", "a.yaml", "--fail-rate", "2"],
      ["mock", "a.yaml", "--delay", "soon"], ["mock", "a.yaml", "--latency", "2s..1s"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let outcome = try tool.run(arguments)
    #expect(outcome.exitCode == 2 && outcome.errors.contains("schemagen mock"), "\(outcome)")
  }

  #if !MockServer
    @Test func withoutTheTraitTheCommandSaysHowToGetIt() throws {
      let tool = try Tool()
      defer { tool.remove() }
      let outcome = try tool.run("mock", "a.yaml")
      #expect(outcome.exitCode == 2 && outcome.errors.contains("--traits MockServer"))
    }
  #else
    @Test func documentsThatCannotBeServed() throws {
      let tool = try Tool()
      defer { tool.remove() }
      #expect(try tool.run("mock", "nowhere.yaml").exitCode == 1)
      try tool.write("a.yaml", "openapi: [")
      #expect(try tool.run("mock", "a.yaml").exitCode == 1)
    }

    @Test func theServerFollowsTheDocument() async throws {
      let tool = try Tool()
      defer { tool.remove() }
      try tool.write("a.yaml", Self.document("first"))
      try tool.write("part.yaml", Self.part("part"))
      try tool.write("schemagen.yaml", "apis: { a: { server: https://a.example } }")
      let process = Process()
      process.executableURL = try Tool.executable
      process.arguments = ["mock", "a.yaml", "--port", "0", "--watch"]
      process.currentDirectoryURL = tool.folder
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
      defer { process.terminate() }
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      let port = try #require(line.split(separator: ":").last?.prefix { $0.isNumber })
      /// Asks until a path has an answer: whoever waits for a file looks again and again.
      func wait(for answer: String, at path: String) async throws {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        var last = ""
        for _ in 0..<2000 where last != answer {
          if !last.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
          last = String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
        }
        #expect(last == answer)
      }
      try await wait(for: "first", at: "/a")
      try tool.write("a.yaml", "openapi: [")
      try tool.write("a.yaml", Self.document("second, which is longer"))
      try await wait(for: "second, which is longer", at: "/a")
      try tool.write("part.yaml", Self.part("part that is another"))
      try await wait(for: "part that is another", at: "/b")
      try tool.write("schemagen.yaml", "apis: { a: { server: https://a.example/below } }")
      try await wait(for: "part that is another", at: "/below/b")
      process.terminate()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  #endif
}
