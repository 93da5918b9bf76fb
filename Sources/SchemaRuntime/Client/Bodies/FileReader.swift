#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// Reads a file chunk by chunk; opens it when the first chunk is asked for and closes it after the last one.
final class FileReader {
  /// How many bytes a chunk has at most.
  static let chunkSize = 128 * 1024

  /// What is read.
  private let file: FileContent
  /// The descriptor of the open file; nil before and after.
  private var descriptor: Int32?
  /// How many bytes are still to come; nil where nobody knows.
  private var rest: Int64?
  /// Whether everything was read.
  private var isFinished = false

  /// Makes a reader.
  init(_ file: FileContent) {
    self.file = file
    rest = file.length
  }

  deinit { finish() }

  /// The next bytes; nil at the end of the file, or where it has grown, at its former end.
  ///
  /// - Throws: `FileUnreadable`, also where the file has become shorter than it was.
  func next() throws(FileUnreadable) -> [UInt8]? {
    guard !isFinished else { return nil }
    let descriptor = try open()
    let capacity = min(Self.chunkSize, rest.map { Int(clamping: $0) } ?? .max)
    var failure: Int32?
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count == 0, capacity > 0 {
        let result = read(descriptor, buffer.baseAddress, capacity)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = errno }
        count = max(result, 0)
        break
      }
    }
    if let failure { throw unreadable(String(cString: strerror(failure))) }
    if chunk.isEmpty {
      guard rest ?? 0 == 0 else { throw unreadable("the file has become shorter while it was read") }
      finish()
      return nil
    }
    rest = rest.map { $0 - Int64(chunk.count) }
    return chunk
  }

  /// The descriptor of the open file.
  private func open() throws(FileUnreadable) -> Int32 {
    if let descriptor { return descriptor }
    #if canImport(Darwin)
      let opened = Darwin.open(file.path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Glibc)
      let opened = Glibc.open(file.path, O_RDONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let opened = Musl.open(file.path, O_RDONLY | O_CLOEXEC)
    #else
      let opened = Android.open(file.path, O_RDONLY | O_CLOEXEC)
    #endif
    guard opened >= 0 else { throw unreadable(String(cString: strerror(errno))) }
    descriptor = opened
    return opened
  }

  /// Closes the file.
  private func finish() {
    isFinished = true
    if let descriptor { close(descriptor) }
    descriptor = nil
  }

  /// An error that says what is wrong with the file.
  private func unreadable(_ reason: String) -> FileUnreadable {
    finish()
    return FileUnreadable(path: file.path, reason: reason)
  }
}
