import Foundation

/// Names one input file within a run; an index into a `SourceMap`.
package struct FileID: Hashable, Sendable {
  package let index: UInt32

  package init(_ index: Int) { self.index = UInt32(index) }
}

/// A range of UTF-8 bytes in one input file; line and column are computed for display only.
package struct SourceSpan: Hashable, Sendable {
  package var file: FileID
  private var lower: UInt32
  private var upper: UInt32

  /// The place of what stands in no document.
  package static let nowhere = SourceSpan(file: FileID(0), start: 0, end: 0)

  /// Offset of the first byte.
  package var start: Int { Int(lower) }
  /// Offset behind the last byte; never smaller than `start`.
  package var end: Int { Int(upper) }

  package init(file: FileID, start: Int, end: Int) {
    self.file = file
    lower = UInt32(clamping: start)
    upper = UInt32(clamping: max(start, end))
  }

  /// The smallest span that covers this one and `other`, which lies in the same file.
  package func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

/// A one-based place in a file, as editors count: columns in Unicode scalars.
package struct SourceLocation: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The bytes of one input document and where its lines begin.
package struct SourceFile: Sendable {
  package let id: FileID
  /// The path as the user wrote it, for display.
  package let path: String
  /// The UTF-8 bytes as read, a byte order mark included.
  package let bytes: [UInt8]
  /// Where the bytes come from, nil where they are the document's own.
  private let origin: TextOrigin?
  private let lineStarts: [Int]
  /// How many scalars begin before each multiple of `blockSize`; empty where all lines are short.
  private let scalarCounts: [Int]

  /// A line that is longer is not counted through for each place on it.
  private static let blockSize = 1 << 12

  package init(id: FileID, path: String, bytes: [UInt8]) { self.init(id: id, path: path, bytes: bytes, origin: nil) }

  /// Makes the text of a document that is read through its text alone; it stands for the document, whose id it has.
  package init(bytes: [UInt8], of document: SourceFile, places: [TextOrigin.Place]) {
    let origin = TextOrigin(document: document, places: places)
    self.init(id: document.id, path: document.path, bytes: bytes, origin: origin)
  }

  /// Finds the beginnings of the lines.
  private init(id: FileID, path: String, bytes: [UInt8], origin: TextOrigin?) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.origin = origin
    var starts = [0]
    var longest = 0
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      while let found = memchr(base + start, 0x0A, buffer.count - start) {
        let index = UnsafeRawPointer(base).distance(to: found)
        longest = max(longest, index - start)
        start = index + 1
        starts.append(start)
      }
      longest = max(longest, buffer.count - start)
    }
    lineStarts = starts
    scalarCounts = longest > Self.blockSize ? Self.scalarCounts(of: bytes) : []
  }

  /// How many scalars begin before each block.
  private static func scalarCounts(of bytes: [UInt8]) -> [Int] {
    var counts = [0]
    counts.reserveCapacity(bytes.count / blockSize + 1)
    var start = 0
    while start + blockSize <= bytes.count {
      counts.append(counts[counts.count - 1] + scalarCount(of: bytes, start..<start + blockSize))
      start += blockSize
    }
    return counts
  }

  /// How many scalars begin in a range: every byte but a continuation byte begins one. Without branches this is fast.
  private static func scalarCount(of bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      buffer[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
  }

  /// Whether the bytes are the text of a document and not the document itself.
  package var isExtracted: Bool { origin != nil }

  /// The whole file.
  package var span: SourceSpan { SourceSpan(file: id, start: 0, end: bytes.count) }

  /// A span of this file.
  package func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(file: id, start: start, end: end) }

  /// The text of a byte range, clamped to the file, with invalid UTF-8 replaced.
  package func text(_ start: Int, _ end: Int) -> String {
    let lower = min(max(0, start), bytes.count)
    return String(decoding: bytes[lower..<min(max(lower, end), bytes.count)], as: UTF8.self)
  }

  /// The one-based line and column of a byte offset, in the document itself where the bytes are but its text.
  package func location(of offset: Int) -> SourceLocation {
    if let origin { return origin.location(of: offset) }
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset)
    let start = lineStarts[line]
    if offset - start <= Self.blockSize || scalarCounts.isEmpty {
      return SourceLocation(line: line + 1, column: 1 + Self.scalarCount(of: bytes, start..<offset))
    }
    return SourceLocation(line: line + 1, column: 1 + scalarCount(before: offset) - scalarCount(before: start))
  }

  /// How many scalars begin before an offset, in a file with blocks.
  private func scalarCount(before offset: Int) -> Int {
    let block = min(offset / Self.blockSize, scalarCounts.count - 1)
    return scalarCounts[block] + Self.scalarCount(of: bytes, block * Self.blockSize..<offset)
  }

  /// The bytes of the line that holds a byte offset, without its line break.
  package func lineRange(at offset: Int) -> Range<Int> {
    let index = lineIndex(of: min(max(0, offset), bytes.count))
    var end = bytes.count
    if index + 1 < lineStarts.count {
      end = lineStarts[index + 1] - 1
      if end > lineStarts[index], bytes[end - 1] == 0x0D { end -= 1 }
    }
    return lineStarts[index]..<end
  }

  /// The text of the line that holds a byte offset, without its line break.
  package func line(at offset: Int) -> String {
    let range = lineRange(at: offset)
    return text(range.lowerBound, range.upperBound)
  }

  /// The index of the last line that begins at or before `offset`.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// All input files of a run, by their ids.
package struct SourceMap: Sendable {
  package private(set) var files: [SourceFile] = []
  /// What must not be shown of the documents.
  package var secrets = Secrets()

  package init() {}

  /// Adds a document and returns it with its id.
  package mutating func add(path: String, bytes: [UInt8]) -> SourceFile {
    let file = SourceFile(id: FileID(files.count), path: path, bytes: bytes)
    files.append(file)
    return file
  }

  /// Adds documents that were given their ids before; they follow those that are there without a gap.
  package mutating func add(_ more: [SourceFile]) {
    for file in more {
      precondition(Int(file.id.index) == files.count, "the ids of a run's files are consecutive")
      files.append(file)
    }
  }

  /// Puts the text of a document into the place of the document.
  package mutating func replace(_ file: SourceFile) { files[Int(file.id.index)] = file }

  package subscript(_ id: FileID) -> SourceFile { files[Int(id.index)] }

  /// The file with an id, nil where the run has none.
  package func file(_ id: FileID) -> SourceFile? { files.indices.contains(Int(id.index)) ? self[id] : nil }
}
