import Foundation
import HTTPTypes
import SchemaRuntime

/// Passes requests on and keeps what comes back, so that it can be compared with what a client makes of it.
struct WireRecorder: ClientTransport {
  /// A response as it came.
  struct Answer: Sendable {
    var status: Int
    /// The media type, lower case, without parameters; empty where there is none.
    var mediaType: String
    var bytes: [UInt8] = []
  }

  /// What came back last. `@unchecked`: the lock guards it.
  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var answer: Answer?

    /// What came back last; nil before anything has.
    var last: Answer? { lock.withLock { answer } }

    /// Begins a response.
    func begin(_ response: HTTPResponse) {
      let type = (response.headerFields[.contentType] ?? "").prefix { $0 != ";" }
      let answer = Answer(
        status: response.status.code,
        mediaType: type.trimmingCharacters(in: .whitespaces).lowercased()
      )
      lock.withLock { self.answer = answer }
    }

    /// Adds a part of the body.
    func add(_ bytes: [UInt8]) { lock.withLock { answer?.bytes += bytes } }
  }

  /// The bytes of a body on their way, each chunk of which is kept.
  private struct KeptChunks: AsyncSequence, Sendable {
    let body: HTTPBody
    let log: Log

    /// Keeps each chunk as it is read.
    struct AsyncIterator: AsyncIteratorProtocol {
      var chunks: HTTPBody.AsyncIterator
      let log: Log

      mutating func next() async throws -> [UInt8]? {
        guard let chunk = try await chunks.next() else { return nil }
        log.add(chunk)
        return chunk
      }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: body.makeAsyncIterator(), log: log) }
  }

  private let transport: any ClientTransport
  private let log = Log()

  init(_ transport: any ClientTransport) { self.transport = transport }

  /// What came back last; nil before anything has.
  var last: Answer? { log.last }

  func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
    let (response, body) = try await transport.send(request, body: body)
    log.begin(response)
    return (response, HTTPBody(KeptChunks(body: body, log: log), length: body.length))
  }
}
