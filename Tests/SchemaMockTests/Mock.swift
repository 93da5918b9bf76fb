import Foundation
import HTTPTypes
import SchemaDescription
import SchemaGen
import SchemaRuntime
import SchemaSource

@testable import SchemaMock

/// Mocks of documents that tests are about.
enum Mock {
  /// The root of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the corpus, which is absent in a fresh clone.
  static let corpus: URL =
    ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    ?? package.appending(path: "../shared/corpus").standardizedFileURL

  /// What documents say of each API.
  static func describe(_ documents: [InputDocument]) -> Describer.Result {
    Describer(configuration: Configuration()).describe(documents)
  }

  /// A mock of one document.
  static func site(_ text: String, options: MockOptions = MockOptions()) throws -> MockSite {
    try site([InputDocument(api: "api", path: "api.yaml", bytes: Array(text.utf8))], options: options)
  }

  /// A mock of an OpenAPI document, of which everything but its version and its title is given.
  static func site(openAPI version: String, _ rest: String, options: MockOptions = MockOptions()) throws -> MockSite {
    try site("openapi: \(version)\ninfo: { title: A, version: '1' }\n" + rest, options: options)
  }

  /// A mock of documents.
  static func site(_ documents: [InputDocument], options: MockOptions = MockOptions()) throws -> MockSite {
    var described = describe(documents)
    let apis = described.apis.map {
      MockAPI($0.description, name: $0.name, seed: options.seed, report: &described.report)
    }
    guard !apis.isEmpty else { throw NoAPI(messages: described.report.diagnostics.map(\.message)) }
    return MockSite(apis, options: options)
  }

  /// The documents of a folder of `specs`.
  static func spec(_ folder: String) throws -> [InputDocument] {
    let url = package.appending(path: "specs").appending(path: folder)
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }.map { file in
        InputDocument(api: folder, path: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
      }
  }

  /// The documents had no API.
  struct NoAPI: Error { let messages: [String] }
}

extension MockSite {
  /// Answers in this process.
  var transport: InProcessTransport {
    InProcessTransport { request, body in
      let response = response(to: request, body: try await body?.collect(upTo: 1 << 24) ?? [])
      let head = HTTPResponse(status: .init(code: response.status), headerFields: response.headers)
      return (head, HTTPBody(response.bytes))
    }
  }

  /// Answers a request that a test writes down.
  func answer(
    _ method: String,
    _ path: String,
    headers: [String: String] = [:],
    body: String = ""
  ) -> MockResponse {
    var request = HTTPRequest(
      method: HTTPRequest.Method(method)!,
      scheme: "http",
      authority: "localhost",
      path: path
    )
    for (name, value) in headers { request.headerFields[HTTPField.Name(name)!] = value }
    if !body.isEmpty, headers["Content-Type"] == nil { request.headerFields[.contentType] = "application/json" }
    return response(to: request, body: Array(body.utf8))
  }
}

extension MockResponse.Body {
  /// The pieces of a stream as text; nil for what is sent as a whole.
  var pieces: [String]? {
    guard case .stream(let pieces, _) = self else { return nil }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension MockResponse {
  /// The body as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The body as JSON; null where it is none.
  var json: JSONValue { (try? JSONValue(parsing: bytes)) ?? .null }

  /// The places of the faults that a problem names: `body model type`.
  var faults: [String] {
    (json["errors"]?.arrayValue ?? []).map { fault in
      ["in", "name", "at", "keyword"].compactMap { fault[$0]?.stringValue }.joined(separator: " ")
    }
  }
}
