import Foundation
import SchemaRuntime

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The body of a request in a form that a session can send, any number of times.
///
/// A session asks for bytes and cannot be told to wait for them. So a body that is on its way is written down first: in
/// memory where it is small, else in a file.
struct RequestBody: Sendable {
  /// How large a body may be that is kept in memory.
  private static let limit = 1024 * 1024

  /// A file that is deleted with its last use.
  ///
  /// Nothing changes in it once the body is there.
  private final class Holder: @unchecked Sendable {
    /// The file.
    let file: TemporaryFile

    /// Holds a file.
    init(_ file: TemporaryFile) { self.file = file }
  }

  /// The body, which is not on its way.
  private let body: HTTPBody
  /// Keeps the file that the body is in.
  private let holder: Holder?

  /// Takes a body; returns once it need not be waited for.
  ///
  /// - Throws: what reading the body throws, `BodyLengthMismatch`, `POSIXError` where no file can be written.
  init(_ body: HTTPBody) async throws {
    guard !Self.isReady(body) else {
      self.body = body
      holder = nil
      return
    }
    var memory: [UInt8] = []
    var file: TemporaryFile?
    var count: Int64 = 0
    for try await chunk in body {
      count += Int64(chunk.count)
      if let length = body.length, count > length { throw BodyLengthMismatch(expected: length, found: count) }
      memory += chunk
      guard memory.count > Self.limit else { continue }
      let spool = try file ?? TemporaryFile()
      try spool.append(memory)
      memory.removeAll(keepingCapacity: true)
      file = spool
    }
    // A stream ends early, and without an error, when its task is cancelled.
    try Task.checkCancellation()
    if let length = body.length, count < length { throw BodyLengthMismatch(expected: length, found: count) }
    guard let file else {
      self.body = HTTPBody(memory)
      holder = nil
      return
    }
    try file.append(memory)
    self.body = try HTTPBody(file: file.path)
    holder = Holder(file)
  }

  /// Whether a session can send a body as it is.
  private static func isReady(_ body: HTTPBody) -> Bool {
    #if canImport(FoundationNetworking)
      body.immediateReader != nil
    #else
      body.bytes != nil || body.filePath != nil
    #endif
  }

  /// Whether there are any bytes.
  var isEmpty: Bool { body.length == 0 }

  /// A task that sends a request with this body.
  ///
  /// - Returns: the task, and what it reads where that may go wrong.
  func task(_ request: URLRequest, in session: URLSession) -> (URLSessionTask, BodyStream?) {
    var request = request
    if let bytes = body.bytes {
      request.httpBody = Data(bytes)
      return (session.dataTask(with: request), nil)
    }
    #if canImport(FoundationNetworking)
      let stream = BodyStream(body)
      request.send(stream, length: body.length)
      return (session.dataTask(with: request), stream)
    #else
      let file = URL(fileURLWithPath: body.filePath ?? "/dev/null")
      return (session.uploadTask(with: request, fromFile: file), nil)
    #endif
  }
}
