import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads Markdown pages that hold OpenAPI documents in fenced blocks.
enum ShareMarkdownReader {
  /// How many lines are taken from the end of a document that was cut, one after the other, until the rest can be read.
  private static let cutLimit = 40

  /// What a page's documents say; nil, with an error in the report, where none of them could be read.
  static func read(_ file: SourceFile, report: inout Report) -> APIDescription? {
    var site = SiteDescription()
    let page = PageText(file)
    let fences = ShareFence.all(in: page)
    reportProse(page, fences, report: &report)
    for fence in fences {
      guard let root = root(of: fence, in: file, report: &report) else { continue }
      let read =
        root["swagger"] == nil
        ? OpenAPIReader.read(root, in: file, report: &report) : SwaggerReader.read(root, in: file, report: &report)
      guard var part = read else { continue }
      if part.title?.isEmpty ?? true {
        part.title = fence.title.map { HTMLEntities.decode($0.text.drop { $0 == "#" }.trimmed) }
      }
      site.add(part)
    }
    guard var description = site.description else { return nil }
    if description.operations.count == 1, description.operations[0].stableKey == nil,
      let slug = PageSlug(path: file.path), slug.kind == .endpoint
    {
      description.operations[0].stableKey = "apifox:\(slug.number)"
    }
    return description
  }

  /// Notes the lines outside the blocks that are neither headings nor marks.
  private static func reportProse(_ page: PageText, _ fences: [ShareFence], report: inout Report) {
    var ignored = IgnoredLines(page.file)
    var rest = fences[...]
    for line in page.lines {
      while let fence = rest.first, fence.range.upperBound <= line.start { rest = rest.dropFirst() }
      if let fence = rest.first, fence.range.lowerBound <= line.start { continue }
      guard let mark = line.text.first, !"#`~<".contains(mark) else { continue }
      ignored.add(line, report: &report)
    }
    ignored.flush(&report)
  }

  /// The value of a block; of one that was cut, as far as it can be read.
  private static func root(of fence: ShareFence, in file: SourceFile, report: inout Report) -> Node? {
    if !fence.isJSON, let lost = StrippedYAML.diagnostic(file, fence.range) {
      report.add(lost)
      return nil
    }
    guard fence.isCut else {
      return fence.isJSON
        ? JSONReader.read(file, range: fence.range, report: &report)
        : YAMLReader.read(file, range: fence.range, report: &report)
    }
    PageSectionReader.reportCut(at: fence.range.upperBound, in: file, report: &report)
    if fence.isJSON {
      return JSONReader.readPrefix(file, at: fence.range.lowerBound, limit: fence.range.upperBound)?.node
    }
    var first = Report()
    var end = fence.range.upperBound
    for attempt in 0..<cutLimit {
      var trial = Report()
      if let root = YAMLReader.read(file, range: fence.range.lowerBound..<end, report: &trial) {
        report.merge(trial)
        return root
      }
      if attempt == 0 { first = trial }
      guard end > fence.range.lowerBound else { break }
      // The last line goes, and with it the break before it.
      let line = file.bytes[fence.range.lowerBound..<(end - 1)].lastIndex(of: 0x0A)
      guard let line else { break }
      end = line + 1
    }
    report.merge(first)
    return nil
  }
}

/// The pages of one file, put together.
private struct SiteDescription {
  /// What the pages say, nil before the first one.
  private(set) var description: APIDescription?
  private var servers: Set<String> = []
  private var schemes: Set<String> = []
  private var schemas: Set<SchemaKey> = []

  /// Adds a page; what an earlier one has said is not repeated.
  mutating func add(_ page: APIDescription) {
    var whole = description ?? APIDescription()
    let isFirst = description == nil
    if isFirst {
      (whole.title, whole.description, whole.version) = (page.title, page.description, page.version)
      (whole.security, whole.tags) = (page.security, page.tags)
    } else {
      whole.title = nil
      let known = Set(whole.tags.map(\.name))
      whole.tags += page.tags.filter { !known.contains($0.name) }
    }
    whole.servers += page.servers.filter { servers.insert($0.url).inserted }
    whole.securitySchemes += page.securitySchemes.filter { schemes.insert($0.key).inserted }
    whole.schemas += page.schemas.filter { schemas.insert($0.key).inserted }
    whole.operations += page.operations.map { operation in
      var operation = operation
      if !isFirst { operation.security = operation.security ?? page.security }
      return operation
    }
    description = whole
  }
}
