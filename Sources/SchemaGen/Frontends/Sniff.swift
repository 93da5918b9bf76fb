import SchemaDocument
import SchemaSource

/// Recognises the form of a document by its content.
enum Sniff {
  /// How a document is to be read.
  enum Content: Equatable {
    case json
    case yaml
    case page(DocumentFormat)
    case unknown
  }

  /// What a document's content looks like; the document is valid UTF-8 and not blank. Whether something that begins as
  /// JSON is a page that begins with an example shows only when it is no JSON: see `isPage`.
  static func content(of file: SourceFile) -> Content {
    switch opening(of: file) {
    case .json: return .json
    case .yaml: return .yaml
    case .page, .unknown: break
    }
    let page = PageText(file)
    if !ShareFence.all(in: page).isEmpty { return .page(.shareMarkdown) }
    if CurlFileReader.recognizes(page) { return .page(.curl) }
    if SiteIndexReader.recognizes(page) { return .page(.siteIndex) }
    if DocumentationReader.recognizes(page), !ApifoxMarkdownReader.recognizes(page) { return .page(.documentation) }
    if ModelTableReader.recognizes(page) { return .page(.modelTable) }
    if ApifoxMarkdownReader.recognizes(page) { return .page(.apifoxMarkdown) }
    return isSharePage(page) ? .page(.sharePage) : .unknown
  }

  /// Whether a document is a page whose text is escaped as in HTML.
  static func isEscaped(_ file: SourceFile) -> Bool {
    switch opening(of: file) {
    case .json, .yaml: return false
    case .page, .unknown:
      var trial = Report()
      guard file.bytes.contains(UInt8(ascii: "&")), TextReader.check(file, report: &trial) else { return false }
      let page = PageText(file)
      return ShareFence.all(in: page).isEmpty && EscapedPage.recognizes(page)
    }
  }

  /// Whether a document is a page of text that holds a table in HTML.
  static func holdsTables(_ file: SourceFile) -> Bool {
    switch opening(of: file) {
    case .json, .yaml: return false
    case .page, .unknown:
      var trial = Report()
      let tag = Array("<table".utf8)
      guard file.bytes.contains(UInt8(ascii: "<")), TextReader.check(file, report: &trial) else { return false }
      let page = PageText(file)
      return page.lines.contains { $0.text.utf8.starts(with: tag) } && ShareFence.all(in: page).isEmpty
    }
  }

  /// Whether a document that cannot be read was to be a recording or a collection of calls, by its first kilobytes.
  static func mayHoldCalls(_ file: SourceFile) -> Bool {
    let head = file.text(0, 1 << 16)[...]
    return ["\"entries\"", "getpostman.com", "_postman_"].contains { head.firstByteOffset(of: $0) != nil }
  }

  /// Whether a document is JSON by its first character, or YAML by a line at the left edge that names OpenAPI's version
  /// key before any fence; looks at no more of the document than that takes.
  private static func opening(of file: SourceFile) -> Content {
    let names = ["openapi", "swagger", "$schema"]
    let keys = names.flatMap { ["\($0):", "\"\($0)\":", "'\($0)':"] }.map { Array($0.utf8) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      guard let first = bytes[index...].first(where: { $0 > 0x20 }) else { return .unknown }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
      while index < bytes.count {
        let line = bytes[index...]
        if line.starts(with: [0x60, 0x60, 0x60]) || line.starts(with: [0x7E, 0x7E, 0x7E]) { return .unknown }
        if keys.contains(where: { line.starts(with: $0) }) { return .yaml }
        guard let end = line.firstIndex(of: 0x0A) else { break }
        index = end + 1
      }
      return .unknown
    }
  }

  /// The form of a JSON or YAML document, nil where it is of a kind that is not read.
  static func format(of root: Node) -> DocumentFormat? {
    // Before `$schema` is looked at, which a project has as well.
    if ApifoxProjectReader.recognizes(root) { return .apifoxProject }
    if root["openapi"] != nil { return .openAPI }
    if root["swagger"] != nil { return .swagger }
    if PostmanCollection.recognizes(root) { return .postman }
    if PostmanEnvironment.recognizes(root) { return .postmanEnvironment }
    if HARReader.recognizes(root) { return .har }
    // A document that states no version is known by its paths.
    guard root["paths"]?.members?.contains(where: { $0.key.hasPrefix("/") }) == true else {
      return JSONSchemaDocument.recognizes(root) ? .jsonSchema : nil
    }
    return root["definitions"] != nil || root["host"] != nil || root["basePath"] != nil ? .swagger : .openAPI
  }

  /// Whether a text that begins as JSON does, and is none, is a page that goes on behind the value.
  static func isPage(_ file: SourceFile) -> Bool {
    let page = PageText(file)
    guard let start = page.lines.first?.start, let value = JSONReader.readPrefix(file, at: start), !value.isTruncated
    else { return false }
    return page.lines.contains { line in
      guard line.end > value.end else { return false }
      let rest = line.start >= value.end ? line.text : line.text.dropping(bytes: value.end - line.start)
      return CurlReader.begins(rest.trimmed) || PageLabel.whole(rest.trimmed)?.isSection == true
    }
  }

  /// Whether a page names an endpoint: a command, or a method and a path.
  private static func isSharePage(_ page: PageText) -> Bool {
    for (index, line) in page.lines.enumerated() {
      if line.text.byteOffsets(of: "curl").contains(where: { CurlReader.begins(line.text.dropping(bytes: $0)) }) {
        return true
      }
      guard let (_, length) = HTTPMethod.prefix(of: line.text) else { continue }
      let rest = line.text.dropping(bytes: length).trimmed
      let place = rest.isEmpty ? (index + 1 < page.lines.count ? page.lines[index + 1].text : "") : rest
      let isPath = place.begins(with: "/") || place.begins(with: "http") || place.begins(with: "{{")
      if isPath, rest.isEmpty || !rest.contains(" ") { return true }
    }
    return false
  }
}
