import Foundation
import HTTPTypes
import Logging
import SchemaLogging
import SchemaRuntime
import Testing

/// What is logged, and what is not.
@Suite struct LoggingMiddlewareTests {
  /// Remembers messages.
  private final class Messages: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [String] = []
    var texts: [String] { lock.withLock { all } }
    func add(_ text: String) { lock.withLock { all.append(text) } }
  }

  /// Writes messages down.
  private struct Handler: LogHandler {
    let messages: Messages
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .debug

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let fields = (event.metadata ?? [:]).filter { $0.key != "seconds" }
      let text = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      messages.add("\(event.level): \(event.message) \(text)")
    }
  }

  /// An error that shows more than it should.
  private struct Leaking: Error, CustomStringConvertible {
    var description: String { "https://api.example.com/?key=sesame-1" }
  }

  /// What is logged of a call that is answered so.
  private func log(_ status: Int) async -> [String] {
    let messages = Messages()
    let transport = InProcessTransport { _, _ in
      if status == 0 { throw Leaking() }
      if status == 1 { throw CancellationError() }
      return (HTTPResponse(status: .init(code: status)), HTTPBody("sesame-1"))
    }
    var connection = Connection(
      transport: transport,
      server: "https://api.example.com",
      authorization: .all(.bearer("sesame-1"), .apiKey("sesame-1", name: "key", in: .query))
    )
    let logger = Logger(label: "test") { _ in Handler(messages: messages) }
    connection.middleware = [LoggingMiddleware(logger)]
    var call = Call("listItems", .get, "/items/{id}")
    call.path("id", 7)
    call.query("limit", 5)
    call.queryString(json: ["token": "sesame-1"])
    try? await connection.complete(call)
    return messages.texts
  }

  @Test(
    "each outcome",
    arguments: [
      (200, "debug: HTTP response", " status=200"), (404, "warning: HTTP response", " status=404"),
      (0, "warning: no HTTP response", "error=Leaking "), (1, "debug: no HTTP response", "error=CancellationError "),
    ]
  )
  func outcomes(_ status: Int, _ start: String, _ part: String) async {
    let texts = await log(status)
    #expect(texts.count == 1)
    #expect(texts[0].hasPrefix(start) && texts[0].contains(part))
    #expect(
      texts[0].contains(
        "host=api.example.com method=GET operation=listItems path=/items/7?REDACTED&limit=REDACTED&key=REDACTED"
      )
    )
    #expect(!texts[0].contains("sesame"))
  }
}
