import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads Markdown pages that hold OpenAPI documents in fenced blocks.
enum ShareMarkdownReader {
  /// The byte ranges of the OpenAPI documents of a page. A block ends with a fence at the left edge: descriptions within
  /// hold fences of their own.
  static func fences(in page: PageText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var isDocument = false
    for line in page.lines {
      if let begin = start {
        if line.column == 0, line.text == "```" {
          if isDocument { ranges.append(begin..<line.start) }
          (start, isDocument) = (nil, false)
        } else if line.column == 0, line.text.begins(with: "openapi:") {
          isDocument = true
        }
      } else if line.column == 0, line.text == "```yaml" || line.text == "```yml" || line.text == "```YAML" {
        start = line.end
      }
    }
    // The page may have been cut within the block.
    if let start, isDocument { ranges.append(start..<page.file.bytes.count) }
    return ranges
  }

  /// What a page's documents say; nil, with an error in the report, where none of them could be read.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    let page = PageText(file)
    var description: APIDescription?
    for range in fences(in: page) {
      guard let root = YAMLReader.read(file, range: range, report: &report),
        var part = OpenAPIReader.read(root, in: file, report: &report)
      else { continue }
      let title = page.lines.last { $0.end < range.lowerBound && $0.text.begins(with: "# ") }
      if part.title == nil { part.title = title.map { HTMLEntities.decode($0.text.drop { $0 == "#" }.trimmed) } }
      if description == nil { description = part } else { description?.add(part) }
    }
    return description
  }
}

extension APIDescription {
  /// Adds what another page of the same site says; what is known already is not repeated.
  fileprivate mutating func add(_ other: APIDescription) {
    servers += other.servers.filter { server in !servers.contains { $0.url == server.url } }
    let schemes = Set(securitySchemes.map(\.key))
    securitySchemes += other.securitySchemes.filter { !schemes.contains($0.key) }
    let keys = Set(schemas.map(\.key))
    schemas += other.schemas.filter { !keys.contains($0.key) }
    for var operation in other.operations {
      operation.security = operation.security ?? other.security
      operations.append(operation)
    }
    title = nil
  }
}
