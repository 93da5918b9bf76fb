import Foundation
import SchemaRuntime

/// A stream of a body in memory and in files, which is read while it is sent.
///
/// A session uses it on one thread after the other; the lock guards what others ask for.
final class BodyStream: InputStream {
  /// Reads the body.
  private let reader: ImmediateBodyReader?
  /// What is left of the chunk at hand.
  private var rest: ArraySlice<UInt8> = []
  /// What the stream is doing.
  private var status: Stream.Status = .notOpen
  /// Guards `error`.
  private let lock = NSLock()
  /// What went wrong.
  private var error: (any Error)?

  /// Makes a stream.
  init(_ body: HTTPBody) {
    reader = body.immediateReader
    super.init(data: Data())
  }

  /// What went wrong while the body was read; nil for nothing.
  var failure: (any Error)? { lock.withLock { error } }

  override func open() { status = .open }
  override func close() { status = .closed }
  override var streamStatus: Stream.Status { status }
  override var streamError: (any Error)? { failure }
  /// Whether there is more is not known before it is asked for.
  override var hasBytesAvailable: Bool { status == .open }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    do {
      if rest.isEmpty { rest = try reader?.next()?[...] ?? [] }
    } catch {
      lock.withLock { self.error = error }
      status = .error
      return -1
    }
    let count = min(maxLength, rest.count)
    _ = UnsafeMutableBufferPointer(start: buffer, count: count).update(fromContentsOf: rest.prefix(count))
    rest = rest.dropFirst(count)
    if count == 0 { status = .atEnd }
    return count
  }
}
