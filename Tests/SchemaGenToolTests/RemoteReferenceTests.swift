import Foundation
import Hummingbird
import Loopback
import Testing

/// What the tool fetches, from a real server on this machine.
@Suite struct RemoteReferenceTests {
  /// Counts requests.
  private actor Requests {
    private(set) var paths: [String] = []

    /// Notes one.
    func add(_ path: String) { paths.append(path) }
  }

  /// Runs a test in a folder of its own, with a server that has documents by path.
  private func withServer(
    _ documents: [String: String],
    _ body: @escaping @Sendable (Tool, _ url: String, Requests) async throws -> Void
  ) async throws {
    let requests = Requests()
    let router = Router()
    router.get("**") { request, _ -> Response in
      await requests.add(request.uri.path)
      if request.uri.path == "/file" { return .redirect(to: "file:///etc/passwd") }
      if request.uri.path == "/moved.json" { return .redirect(to: "/part.json") }
      guard let text = documents[request.uri.path] else { return Response(status: .notFound) }
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
    let tool = try Tool()
    defer { tool.remove() }
    try await LoopbackServer.run(router) { try await body(tool, $0.url, requests) }
  }

  /// Runs the tool on a thread of its own: the server needs those of the pool.
  private static func run(_ tool: Tool, _ arguments: String...) async throws -> Tool.Outcome {
    try await run(tool, arguments)
  }

  /// Runs the tool on a thread of its own.
  private static func run(_ tool: Tool, _ arguments: [String]) async throws -> Tool.Outcome {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try tool.run(arguments) }) }
    }
  }

  /// A document with one component that refers to a place.
  private func document(_ reference: String) -> String {
    "openapi: 3.1.0\ncomponents: {schemas: {Thing: {properties: {part: {$ref: '\(reference)'}}}}}\n"
  }

  @Test func `the flag fetches, follows and keeps`() async throws {
    let documents = [
      "/part.json": #"{"type": "object", "properties": {"n": {"$ref": "deep/more.yml#/x"}}}"#,
      "/deep/more.yml": "x: {type: integer}",
    ]
    try await withServer(documents) { tool, url, requests in
      try tool.write("openapi.yaml", document("\(url)/moved.json"))
      let refused = try await Self.run(tool, "openapi.yaml", "--dump-ir")
      #expect(refused.exitCode == 1 && refused.errors.contains("--allow-remote"))
      #expect(await requests.paths.isEmpty)

      try tool.write("openapi.yaml", document("\(url)/part.json"))
      let arguments = ["openapi.yaml", "--dump-ir", "--allow-remote", "--cache-dir", "cache"]
      let first = try await Self.run(tool, arguments)
      #expect(first.exitCode == 0, "\(first.errors)")
      #expect(first.output.contains("\"n\": int"))
      #expect(await requests.paths == ["/part.json", "/deep/more.yml"])
      let second = try await Self.run(tool, arguments)
      #expect(second.output == first.output)
      #expect(await requests.paths.count == 2)
    }
  }

  @Test func `what cannot be fetched is told, and no redirection leads to a file`() async throws {
    try await withServer([:]) { tool, url, _ in
      for path in ["none.json", "file"] {
        try tool.write("openapi.yaml", document("\(url)/\(path)"))
        let outcome = try await Self.run(tool, "openapi.yaml", "--dump-ir", "--allow-remote", "--cache-dir", "cache")
        #expect(outcome.exitCode == 1 && outcome.errors.contains("cannot be read: curl: "), "\(outcome.errors)")
        #expect(!outcome.errors.contains("root:"))
      }
      #expect(tool.files(below: "cache").isEmpty)
    }
  }

  @Test func `a document that is too large is refused`() async throws {
    try await withServer(["/large.json": "\"" + String(repeating: "x", count: 33 << 20) + "\""]) { tool, url, _ in
      try tool.write("openapi.yaml", document("\(url)/large.json"))
      let outcome = try await Self.run(tool, "openapi.yaml", "--dump-ir", "--allow-remote", "--cache-dir", "cache")
      #expect(outcome.exitCode == 1 && outcome.errors.contains("cannot be read: "))
    }
  }
}
