import SchemaSource

/// Turns a saved page in HTML into the text that its readers see, line by line.
enum HTMLText {
  /// How large a page may be; what is larger is not read: 32 MiB.
  private static let sizeLimit = 32 << 20

  /// Whether the tool was built with an HTML parser.
  static let isAvailable = HTMLContent([UInt8]("<p>a</p>".utf8)) != nil

  /// Whether a document is HTML: it begins with a document type or an element that only pages begin with.
  static func recognizes(_ file: SourceFile) -> Bool {
    guard !file.isExtracted else { return false }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var rest = bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
      for _ in 0..<16 {
        rest = rest.drop { $0 <= 0x20 }
        let head = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
        let isComment = head.hasPrefix("<!--")
        guard isComment || head.hasPrefix("<?xml") else {
          return ["<!doctype html", "<html", "<head", "<body"].contains { start in
            head.hasPrefix(start) && !(head.dropFirst(start.count).first?.isLetter ?? false)
          }
        }
        guard let end = end(of: isComment ? "-->" : "?>", in: rest) else { return false }
        rest = rest[end...]
      }
      return false
    }
  }

  /// The text of a page, standing for it; nil, with an error in the report, where there is none.
  static func extract(_ file: SourceFile, report: inout Report) -> SourceFile? {
    guard file.bytes.count <= sizeLimit else {
      report.add(.unknownFormat, "the page is larger than \(sizeLimit >> 20) MiB and is not read", at: file.span(0, 0))
      return nil
    }
    guard let content = HTMLContent(file.bytes) else {
      let note = Diagnostic.Note("save the page as text or Markdown, or build the tool where libxml2 is installed")
      let message = "this tool was built without libxml2 and reads no HTML"
      report.add(Diagnostic(.unsupportedFeature, message, at: file.span(0, 0), severity: .error, notes: [note]))
      return nil
    }
    if let place = content.tooDeep {
      report.add(
        .nestingTooDeep,
        "elements stand too deep within each other here; what came before is used",
        at: file.span(place, place)
      )
    }
    var lines = HTMLLines()
    lines.add(content)
    let text = SourceFile(bytes: lines.bytes, of: file, places: lines.places)
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      let note = Diagnostic.Note("open the page in a browser and save it again once its text is there")
      let message = "the page holds no text: it was saved before a script had filled it"
      report.add(Diagnostic(.unknownFormat, message, at: file.span(0, 0), notes: [note]))
      return nil
    }
    return text
  }

  /// The index behind the first occurrence of a mark.
  private static func end(of mark: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let mark = Array(mark.utf8)
    var index = bytes.startIndex
    while index + mark.count <= bytes.endIndex {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return nil
  }
}
