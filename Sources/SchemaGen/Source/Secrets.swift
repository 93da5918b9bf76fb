/// Texts that nothing a run writes may repeat: the credentials of whoever made a document, and where they stand in it.
package struct Secrets: Sendable {
  /// What stands in the place of a secret.
  package static let placeholder = "redacted"
  /// Texts that are shorter, in bytes, are no secrets by themselves.
  package static let leastLength = 8
  /// How far a secret is looked for around what is shown, in bytes.
  private static let marginLimit = 8192
  /// How many marks within a word are tried as the end of a name before a secret.
  private static let markLimit = 4

  /// The texts.
  private var texts: Set<String> = []
  /// How long they are, in bytes: most words are none for that reason alone.
  private var lengths: Set<Int> = []
  /// Where secrets stand, also those that are no texts of their own, by the parts of files that they touch.
  private var places: [Block: Set<SourceSpan>] = [:]

  /// A part of a file.
  private struct Block: Hashable {
    /// How many bytes it has.
    static let size = 512
    let file: FileID
    /// How many others are before it.
    let index: Int

    /// The parts that a range of bytes touches.
    static func all(in file: FileID, from start: Int, to end: Int) -> some Sequence<Block> {
      (start / size...max(start, end - 1) / size).lazy.map { Block(file: file, index: $0) }
    }
  }

  package init() {}

  /// Whether nothing is a secret.
  package var isEmpty: Bool { texts.isEmpty && places.isEmpty }

  /// Adds a text; one that is too short to be told from other words is left out.
  package mutating func add(_ text: String) {
    let length = text.utf8.count
    guard length >= Self.leastLength, texts.insert(text).inserted else { return }
    lengths.insert(length)
  }

  /// Adds a place whose text must not be shown.
  package mutating func add(_ place: SourceSpan) {
    for block in Block.all(in: place.file, from: place.start, to: place.end) {
      // What is in the first part is in all others.
      guard places[block, default: []].insert(place).inserted else { return }
    }
  }

  /// Adds all secrets of another collection.
  package mutating func formUnion(_ other: Secrets) {
    guard !other.isEmpty else { return }
    texts.formUnion(other.texts)
    lengths.formUnion(other.lengths)
    places.merge(other.places) { $0.union($1) }
  }

  /// Whether a text is a secret or holds one among other words.
  package func isWithin(_ text: String) -> Bool {
    guard !texts.isEmpty, text.utf8.count >= Self.leastLength else { return false }
    return texts.contains(text) || !ranges(in: Array(text.utf8)).isEmpty
  }

  /// A text with each secret in it replaced.
  package func redacted(_ text: String) -> String {
    guard !texts.isEmpty, text.utf8.count >= Self.leastLength else { return text }
    if texts.contains(text) { return Self.placeholder }
    let bytes = Array(text.utf8)
    let found = ranges(in: bytes)
    guard !found.isEmpty else { return text }
    var result: [UInt8] = []
    var position = 0
    for range in found where range.lowerBound >= position {
      result += bytes[position..<range.lowerBound]
      result += Array(Self.placeholder.utf8)
      position = range.upperBound
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }

  /// The bytes of a file from one offset to another, with an asterisk for each byte of a secret.
  package func masked(_ file: SourceFile, from start: Int, to end: Int) -> [UInt8] {
    var result = Array(file.bytes[start..<end])
    guard !isEmpty else { return result }
    /// Masks what lies within a range of the file.
    func mask(_ range: Range<Int>) {
      for offset in range.clamped(to: start..<end) { result[offset - start] = UInt8(ascii: "*") }
    }
    for block in Block.all(in: file.id, from: start, to: end) {
      for place in places[block] ?? [] where place.start < end && place.end > start { mask(place.start..<place.end) }
    }
    // A secret may begin before what is shown and end behind it.
    let margin = min(lengths.max() ?? 0, Self.marginLimit)
    let lower = max(0, start - margin)
    let upper = min(file.bytes.count, end + margin)
    for range in ranges(in: Array(file.bytes[lower..<upper])) {
      mask(range.lowerBound + lower..<range.upperBound + lower)
    }
    return result
  }

  /// Where secrets stand in a text as words, in order.
  private func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    guard !texts.isEmpty else { return [] }
    var found: [Range<Int>] = []
    for isFine in [false, true] {
      var start = 0
      for index in 0...bytes.count
      where index == bytes.count || Self.isSeparator(bytes[index]) || isFine && Self.isMark(bytes[index]) {
        if index - start >= Self.leastLength { find(in: bytes, start..<index, into: &found) }
        start = index + 1
      }
    }
    return found.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// Adds a word if it is a secret, else what stands behind a name in it, or before the end of a sentence.
  private func find(in bytes: [UInt8], _ word: Range<Int>, into found: inout [Range<Int>]) {
    var end = word.upperBound
    while true {
      if isSecret(bytes, word.lowerBound..<end) { return found.append(word.lowerBound..<end) }
      var count = 0
      for index in word.lowerBound..<end where Self.isMark(bytes[index]) && count < Self.markLimit {
        count += 1
        if isSecret(bytes, index + 1..<end) { return found.append(index + 1..<end) }
      }
      guard word.upperBound - end < 2, end > word.lowerBound, ".:!".utf8.contains(bytes[end - 1]) else { return }
      end -= 1
    }
  }

  /// Whether the bytes of a range are a secret.
  private func isSecret(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    lengths.contains(range.count) && texts.contains(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Whether a byte stands between the words of a text, the JSON of another text included.
  private static func isSeparator(_ byte: UInt8) -> Bool { byte <= 0x20 || ";,&\"'<>()[]{}\\?`".utf8.contains(byte) }

  /// Whether a byte may stand between a name and a secret, and within secrets as well.
  private static func isMark(_ byte: UInt8) -> Bool { "=:@/".utf8.contains(byte) }
}
