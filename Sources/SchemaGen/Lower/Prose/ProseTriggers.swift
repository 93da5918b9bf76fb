/// Where a description may say something of values: found in one pass over its bytes, so that the others cost no more.
struct ProseTriggers {
  /// A phrase and the bytes that it covers.
  struct Hit {
    var role: ProseRole
    var start: Int
    var end: Int
  }

  private(set) var hits: [Hit] = []
  /// Whether a stroke stands between two spaces.
  private(set) var hasStroke = false
  /// Whether a point stands between two digits.
  private(set) var hasFraction = false

  /// Finds the triggers of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let phrases = ProsePhrases.shared
    phrases.bucketIndices.withUnsafeBufferPointer { bucketIndices in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "|"): hasStroke = hasStroke || bytes.isBlank(at: index - 1) && bytes.isBlank(at: index + 1)
        case UInt8(ascii: "."):
          hasFraction = hasFraction || bytes.isDigit(at: index - 1) && bytes.isDigit(at: index + 1)
        default:
          let bucket = bucketIndices[Int(byte)]
          guard bucket != 0, !byte.isLetter || index == 0 || !bytes[index - 1].isLetter else { break }
          guard let hit = Self.hit(in: bytes, at: index, of: phrases.buckets[Int(bucket)]) else { break }
          hits.append(hit)
          index = hit.end
          continue
        }
        index += 1
      }
    }
  }

  /// The longest phrase at a place, whatever its case; a letter at its end ends a word.
  private static func hit(
    in bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    of phrases: [ProsePhrases.Phrase]
  ) -> Hit? {
    for phrase in phrases where start + phrase.bytes.count <= bytes.count {
      var offset = 1
      while offset < phrase.bytes.count, bytes[start + offset].lowered == phrase.bytes[offset] { offset += 1 }
      guard offset == phrase.bytes.count else { continue }
      let end = start + offset
      if phrase.bytes[offset - 1].isLetter, end < bytes.count, bytes[end].isLetter { continue }
      return Hit(role: phrase.role, start: start, end: end)
    }
    return nil
  }

  /// Whether there is nothing to read.
  var isEmpty: Bool { hits.isEmpty && !hasStroke && !hasFraction }
}

extension UInt8 {
  /// Whether the byte is a letter of the basic Latin alphabet.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether the byte is such a letter in lower case.
  var isLowerLetter: Bool { self &- 0x61 < 26 }

  /// The byte in lower case.
  var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether values are spelled with the byte.
  var isValueByte: Bool {
    switch self {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "+"): true
    default: isLetter || isDigit
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a digit stands at a place.
  fileprivate func isDigit(at index: Int) -> Bool { index >= 0 && index < count && self[index].isDigit }

  /// Whether a space stands at a place.
  fileprivate func isBlank(at index: Int) -> Bool { index >= 0 && index < count && self[index] == 0x20 }
}
