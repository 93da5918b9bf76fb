import SchemaSource

/// Gives pages whose text is escaped as in HTML their characters back.
enum EscapedPage {
  /// How quotes and brackets are escaped where a tool has escaped a whole page.
  private static let quotes = PhraseTable(["&quot;", "&#34;", "&#x22;"])

  /// Whether the JSON of a page is escaped: quotes are where only JSON has them, behind a bracket or before a line's
  /// first word.
  static func recognizes(_ page: PageText) -> Bool {
    page.lines.contains { line in
      let start = line.text.drop { "{[, ".contains($0) }
      guard quotes.begins(start), let end = start.firstIndex(of: ";") else { return false }
      let rest = start[end...].dropFirst()
      guard let close = quotes.matches(in: rest).first else { return false }
      let behind = rest.dropping(bytes: close.offset).drop { $0 != ";" }.dropFirst().trimmed
      return behind.begins(with: ":") || behind.begins(with: ",") || behind.begins(with: "]")
    }
  }

  /// The page with its characters, standing for it.
  static func unescaped(_ file: SourceFile) -> SourceFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count)
    var places = [TextOrigin.Place(offset: 0, origin: 0)]
    var index = 0
    while index < file.bytes.count {
      let byte = file.bytes[index]
      let window = file.bytes[index..<min(file.bytes.count, index + 12)]
      if byte == UInt8(ascii: "&"), let end = window.firstIndex(of: UInt8(ascii: ";")) {
        let text = String(decoding: file.bytes[index...end], as: UTF8.self)
        let decoded = HTMLEntities.decode(text)
        if decoded != text {
          bytes += Array(decoded.utf8)
          index = end + 1
          places.append(TextOrigin.Place(offset: bytes.count, origin: index))
          continue
        }
      }
      bytes.append(byte)
      index += 1
    }
    return SourceFile(bytes: bytes, of: file, places: places)
  }
}
