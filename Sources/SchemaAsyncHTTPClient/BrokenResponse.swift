#if AsyncHTTPClient
  import NIOCore

  /// A response broke off in its body. What came before has been read by then.
  public struct BrokenResponse: Error, CustomStringConvertible {
    /// What the connection says of it, such as `remoteConnectionClosed`.
    public let reason: String

    /// What happened.
    public var description: String { "the response broke off: \(reason)" }

    /// What ends a mark: no server can know it, so no body can hold it.
    private static let secret = (0..<16).map { _ in UInt8.random(in: 0...255) }

    /// A response that broke off because of an error.
    init(_ error: any Error) { reason = "\(error)" }

    /// Takes the mark off the end of what has been read; nil where there is none.
    init?(endOf buffer: inout ByteBuffer) {
      guard buffer.readableBytesView.suffix(Self.secret.count).elementsEqual(Self.secret),
        let count: UInt32 = buffer.getInteger(at: buffer.writerIndex - Self.secret.count - 4),
        let reason = buffer.getString(at: buffer.writerIndex - Self.secret.count - 4 - Int(count), length: Int(count))
      else { return nil }
      self.reason = reason
      buffer.moveWriterIndex(to: buffer.writerIndex - Self.secret.count - 4 - Int(count))
    }

    /// The mark that stands behind the last bytes of a body that broke off: the reason, its length, and the secret.
    var mark: ByteBuffer {
      var buffer = ByteBuffer(string: reason)
      buffer.writeInteger(UInt32(buffer.readableBytes))
      buffer.writeBytes(Self.secret)
      return buffer
    }
  }
#endif
