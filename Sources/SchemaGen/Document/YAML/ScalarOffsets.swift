/// Turns counts of Unicode scalars within a UTF-8 text into byte offsets.
struct ScalarOffsets {
  /// After how many scalars there is a checkpoint.
  private static let stride = 64
  /// The text, valid UTF-8.
  private let text: UnsafeBufferPointer<UInt8>
  /// The bytes that are counted.
  private let range: Range<Int>
  /// The byte offset of every 64th scalar, empty where all of the text is ASCII.
  private var checkpoints: [UInt32] = []

  /// Looks at a range of a text, which must outlive the value.
  init(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.text = text
    self.range = range
    if UTF8Scan.asciiEnd(in: text, from: range.lowerBound, to: range.upperBound) == range.upperBound { return }
    var count = 0
    for index in range where text[index] & 0xC0 != 0x80 {
      if count % Self.stride == 0 { checkpoints.append(UInt32(clamping: index)) }
      count += 1
    }
  }

  /// The byte offset of a scalar; that of the end where there are fewer.
  func offset(of scalar: Int) -> Int {
    if checkpoints.isEmpty { return min(range.lowerBound + scalar, range.upperBound) }
    let checkpoint = scalar / Self.stride
    guard checkpoint < checkpoints.count else { return range.upperBound }
    var index = Int(checkpoints[checkpoint])
    var rest = scalar % Self.stride
    while rest > 0, index < range.upperBound {
      index += 1
      while index < range.upperBound, text[index] & 0xC0 == 0x80 { index += 1 }
      rest -= 1
    }
    return index
  }
}
