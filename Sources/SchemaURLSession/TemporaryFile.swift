import Foundation

/// A file for what memory should not hold: written at its end, read from its start, deleted with its last use.
final class TemporaryFile {
  /// Where the file is.
  let path: String
  /// The descriptor of the open file.
  private let descriptor: Int32
  /// How many bytes were written.
  private(set) var count: Int64 = 0
  /// How many bytes were read.
  private var position: Int64 = 0

  /// Makes an empty file that nobody else can read.
  ///
  /// - Throws: `POSIXError`.
  init() throws {
    let name = "schema-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.error() }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path)
  }

  /// How many bytes are to be read still.
  var rest: Int64 { count - position }

  /// Writes bytes at the end.
  ///
  /// - Throws: `POSIXError`.
  func append(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes { bytes in
        pwrite(descriptor, bytes.baseAddress! + written, bytes.count - written, off_t(count))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { throw Self.error() }
      written += result
      count += Int64(result)
    }
  }

  /// Reads bytes from the start on; none where all were read. What is read is forgotten once nothing is left.
  ///
  /// - Throws: `POSIXError`.
  func next(upTo limit: Int) throws -> [UInt8] {
    var result = 0
    let wanted = min(limit, Int(clamping: rest))
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
      repeat {
        result = wanted == 0 ? 0 : pread(descriptor, buffer.baseAddress, wanted, off_t(position))
      } while result < 0 && errno == EINTR
      initialized = max(result, 0)
    }
    guard result >= 0 else { throw Self.error() }
    position += Int64(bytes.count)
    if rest == 0, count > 0 {
      guard ftruncate(descriptor, 0) == 0 else { throw Self.error() }
      (count, position) = (0, 0)
    }
    return bytes
  }

  /// What the system says went wrong.
  private static func error() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
