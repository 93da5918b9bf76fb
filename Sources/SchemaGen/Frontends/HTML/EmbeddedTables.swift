import SchemaSource

/// Lays out the tables that Markdown holds in HTML, as tools export them that know merged cells.
enum EmbeddedTables {
  /// The page with its tables as rows between bars, standing for it; nil where it holds none, or no parser is there.
  static func laidOut(_ file: SourceFile) -> SourceFile? {
    var bytes: [UInt8] = []
    var places = [TextOrigin.Place(offset: 0, origin: 0)]
    var position = 0
    var hasTable = false
    while let start = file.bytes.offset(of: "<table", from: position),
      let end = file.bytes.offset(of: "</table>", from: start)
    {
      let close = end + "</table>".utf8.count
      guard let content = HTMLContent(Array(file.bytes[start..<close])) else { return nil }
      var lines = HTMLLines()
      lines.add(content)
      bytes += file.bytes[position..<start]
      bytes.append(0x0A)
      let base = bytes.count
      places += lines.places.map { TextOrigin.Place(offset: base + $0.offset, origin: start + $0.origin) }
      bytes += lines.bytes
      bytes.append(0x0A)
      position = close
      places.append(TextOrigin.Place(offset: bytes.count, origin: position))
      hasTable = true
    }
    guard hasTable else { return nil }
    bytes += file.bytes[position...]
    return SourceFile(bytes: bytes, of: file, places: places)
  }
}

extension [UInt8] {
  /// Where a tag begins at or behind an offset, whatever the case of its letters.
  fileprivate func offset(of tag: String, from start: Int) -> Int? {
    let tag = Array<UInt8>(tag.utf8)
    guard count >= tag.count, start <= count - tag.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index + tag.count <= bytes.count {
        if bytes[index] == UInt8(ascii: "<"),
          zip(bytes[index..<index + tag.count], tag).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
