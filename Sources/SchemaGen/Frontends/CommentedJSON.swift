import SchemaSource

/// Recognises JSON that comments stand before, as JavaScript and the settings of editors have them.
enum CommentedJSON {
  /// The first comment of a document that is nothing but comments before an object or an array; nil for any other.
  static func comment(before file: SourceFile) -> SourceSpan? {
    let bytes = file.bytes
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var first: SourceSpan?
    while true {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "/") else { break }
      let start = index
      switch bytes[index + 1] {
      case UInt8(ascii: "/"):
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case UInt8(ascii: "*"):
        index += 2
        while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
          index += 1
        }
        index = min(index + 2, bytes.count)
      default: return nil
      }
      first = first ?? file.span(start, index)
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") else {
      return nil
    }
    return first
  }
}
