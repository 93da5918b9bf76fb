/// Cuts chunks of bytes into lines, however the chunks are cut.
///
/// A line that is whole within a chunk is looked at where it stands; only what a chunk's end cuts through is copied.
struct LineSplitter {
  /// What ends a line.
  enum Ending {
    /// CR, LF or CR LF (WHATWG HTML, section 9.2.5).
    case any
    /// LF.
    case lineFeed
  }

  /// A line has more bytes than it may.
  struct LineTooLong: Error {}

  /// What ends a line.
  private let ending: Ending
  /// How many bytes a line may have.
  private let limit: Int
  /// The chunk.
  private var chunk: [UInt8] = []
  /// How much of the chunk was looked at.
  private var position = 0
  /// The start of a line that a chunk's end cut through.
  private(set) var partial: [UInt8] = []
  /// Whether the last line ended in CR, so that a LF right after it is part of that ending.
  private var isAfterReturn = false

  /// Makes a splitter.
  init(_ ending: Ending, limit: Int) {
    self.ending = ending
    self.limit = limit
  }

  /// Goes on with the next chunk; the former one must be done with.
  mutating func append(_ chunk: [UInt8]) {
    self.chunk = chunk
    position = 0
  }

  /// The next whole line without its ending; nil where the rest of it has not come yet.
  ///
  /// - Throws: `LineTooLong`.
  mutating func next<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) throws -> Result? {
    // Taken out, so that neither copies the other while it changes.
    let chunk = self.chunk
    if isAfterReturn, position < chunk.count {
      if chunk[position] == UInt8(ascii: "\n") { position += 1 }
      isAfterReturn = false
    }
    let start = position
    guard let end = Self.lineEnd(in: chunk, from: start, ending) else {
      guard partial.count + chunk.count - start <= limit else { throw LineTooLong() }
      partial += chunk[start...]
      position = chunk.count
      return nil
    }
    position = end + 1
    isAfterReturn = chunk[end] == UInt8(ascii: "\r")
    guard partial.count + end - start <= limit else { throw LineTooLong() }
    if partial.isEmpty {
      return try chunk.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }
    partial += chunk[start..<end]
    defer { partial.removeAll(keepingCapacity: partial.count < 65_536) }
    return try partial.withUnsafeBufferPointer(body)
  }

  /// Where the line ends that starts at an offset; nil where the chunk ends first.
  private static func lineEnd(in chunk: [UInt8], from start: Int, _ ending: Ending) -> Int? {
    chunk.withUnsafeBufferPointer { bytes in
      var index = start
      switch ending {
      case .any:
        while index < bytes.count {
          let byte = bytes[index]
          if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return index }
          index += 1
        }
      case .lineFeed:
        while index < bytes.count {
          if bytes[index] == UInt8(ascii: "\n") { return index }
          index += 1
        }
      }
      return nil
    }
  }
}
