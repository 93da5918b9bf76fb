import HTTPTypes
import SchemaRuntime

/// A body of chunks that are there, and perhaps an error after them.
struct Chunks: AsyncSequence, Sendable {
  /// The chunks.
  var chunks: [[UInt8]]
  /// What comes after them; nil for the end.
  var error: (any Error)?

  /// Texts as chunks.
  init(_ texts: [String], error: (any Error)? = nil) {
    chunks = texts.map { Array($0.utf8) }
    self.error = error
  }

  /// Bytes as chunks.
  init(_ chunks: [[UInt8]]) { self.chunks = chunks }

  /// Gives the chunks.
  struct AsyncIterator: AsyncIteratorProtocol {
    var chunks: ArraySlice<[UInt8]>
    var error: (any Error)?

    mutating func next() async throws -> [UInt8]? {
      if let chunk = chunks.popFirst() { return chunk }
      if let error { throw error }
      return nil
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(chunks: chunks[...], error: error) }
}

/// A connection broke off.
struct Broken: Error {}

extension Connection {
  /// A connection to a function.
  init(_ handler: @escaping InProcessTransport.Handler) {
    self.init(transport: InProcessTransport(handler), server: "https://api.example.com")
  }

  /// A connection that always gets these chunks.
  init(_ chunks: Chunks, mediaType: String = "text/event-stream") {
    self.init { _, _ in (.init(mediaType), HTTPBody(chunks)) }
  }
}

extension HTTPResponse {
  /// A response with a media type.
  init(_ mediaType: String, status: Int = 200, _ fields: HTTPFields = [:]) {
    var fields = fields
    fields[.contentType] = mediaType
    self.init(status: .init(code: status), headerFields: fields)
  }
}
