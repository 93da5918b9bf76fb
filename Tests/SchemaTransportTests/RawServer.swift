import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server that sends exactly the bytes that a test says, however wrong they are.
final class RawServer: Sendable {
  /// One connection.
  struct Connection: Sendable {
    fileprivate let socket: Int32

    /// Reads a request's header, up to and with the empty line; whatever came with it is lost.
    func readHeader() -> String {
      var text = ""
      while !text.contains("\r\n\r\n"), let more = read() {
        text += String(decoding: more, as: UTF8.self)
      }
      return text
    }

    /// Reads a request, with the body where its length is told; empty where the other side has closed.
    func readRequest() -> String {
      var text = readHeader()
      guard let end = text.firstRange(of: "\r\n\r\n") else { return text }
      let fields = text[..<end.lowerBound].split(separator: "\r\n").map { $0.lowercased() }
      let length =
        fields.first { $0.hasPrefix("content-length:") }.flatMap {
          Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces))
        } ?? 0
      var rest = length - text[end.upperBound...].utf8.count
      while rest > 0, let more = read() {
        text += String(decoding: more, as: UTF8.self)
        rest -= more.count
      }
      return text
    }

    /// Reads what is there, waiting for at least one byte; nil where the other side has closed.
    func read() -> [UInt8]? {
      var bytes = [UInt8](repeating: 0, count: 65536)
      let count = recv(socket, &bytes, bytes.count, 0)
      return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    /// Sends bytes; false where the other side has closed.
    @discardableResult
    func send(_ bytes: some Collection<UInt8>) -> Bool {
      var rest = Array(bytes)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Self.write(socket, $0) }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }

    /// Sends text; false where the other side has closed.
    @discardableResult
    func send(_ text: String) -> Bool { send(text.utf8) }

    /// Sends text byte by byte, with a pause before each.
    func dribble(_ text: String, pause: Duration = .milliseconds(2)) {
      for byte in text.utf8 {
        usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
        guard send([byte]) else { return }
      }
    }

    /// Has the connection reset when it is closed, as a process does that ends without having read everything.
    func resetOnClose() {
      var option = linger(l_onoff: 1, l_linger: 0)
      setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Writes without the signal that a closed connection would raise.
    private static func write(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
      #if canImport(Darwin)
        Darwin.send(socket, bytes.baseAddress, bytes.count, 0)
      #elseif canImport(Musl)
        Musl.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      #else
        Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      #endif
    }
  }

  /// The server could not start.
  struct Failure: Error { let reason: String }

  /// The port, which the system has chosen.
  let port: Int
  private let listener: Int32

  /// Starts a server on the loopback interface; each connection is handed to the function on a thread of its own, and
  /// closed behind it.
  init(_ script: @escaping @Sendable (Connection) -> Void) throws {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    listener = socket(AF_INET, kind, 0)
    guard listener >= 0 else { throw Failure(reason: "no socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, pointer, &size) == 0
      }
    }
    guard isBound else { throw Failure(reason: "no port") }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread {
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else { return }
        #if canImport(Darwin)
          var on: Int32 = 1
          setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        #endif
        Thread.detachNewThread {
          script(Connection(socket: socket))
          close(socket)
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }
}
