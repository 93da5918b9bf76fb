import SchemaDescription
import SchemaDocument
import SchemaSource

/// The forms in which API documents are found; recognised by content, never by name.
package enum DocumentFormat: String, Sendable, CaseIterable {
  case openAPI = "OpenAPI"
  case swagger = "Swagger 2.0"
  case jsonSchema = "JSON Schema"
  case apifoxProject = "Apifox or Apidog project"
  case shareMarkdown = "share page as Markdown with OpenAPI"
  case apifoxMarkdown = "Apifox endpoint as Markdown with raw JSON"
  case sharePage = "share page as text"
  case documentation = "API documentation with headings and tables"
  case modelTable = "data-model tables"
  case siteIndex = "llms.txt beside saved share pages"
  case postman = "Postman collection 2.0 and 2.1"
  case postmanEnvironment = "Postman environment"
  case har = "HAR"
  case curl = "cURL commands"
  case sample = "JSON examples"
}

/// Reads documents in all forms.
package enum Frontends {
  /// What is read of a document: the text of a page that is saved as HTML, holds tables in HTML or is escaped as in
  /// HTML, which stands for the page, otherwise the document itself. Nil, with an error in the report, where a page has no text.
  package static func text(of file: SourceFile, report: inout Report) -> SourceFile? {
    guard !file.isExtracted else { return file }
    if HTMLText.recognizes(file) {
      return TextReader.check(file, report: &report) ? HTMLText.extract(file, report: &report) : nil
    }
    if Sniff.isEscaped(file) { return EscapedPage.unescaped(file) }
    return Sniff.holdsTables(file) ? EmbeddedTables.laidOut(file) ?? file : file
  }

  /// What a document says of its API; nil, with an error in the report, where nothing of it could be read. The library
  /// opens the documents that it refers to.
  package static func describe(
    _ file: SourceFile,
    library: (any DocumentLibrary)? = nil,
    report: inout Report
  ) -> APIDescription? {
    guard TextReader.check(file, report: &report) else { return nil }
    switch Sniff.content(of: file) {
    case .json:
      var found = report
      if let root = JSONReader.read(file, report: &found) {
        report = found
        return describe(root, in: file, library: library, report: &report)
      }
      if Sniff.isPage(file) { return SharePageReader.read(file, report: &report) }
      if JSONLines.recognizes(file) { return JSONLines.read(file, report: &report) }
      report = found
      // Where its credentials are cannot be known.
      if Sniff.mayHoldCalls(file) { report.secrets.add(file.span) }
      return nil
    case .yaml:
      if let lost = StrippedYAML.diagnostic(file, 0..<file.bytes.count) {
        report.add(lost)
        return nil
      }
      guard let root = YAMLReader.read(file, report: &report) else { return nil }
      return describe(root, in: file, library: library, report: &report)
    case .page(.shareMarkdown): return ShareMarkdownReader.read(file, report: &report)
    case .page(.apifoxMarkdown): return ApifoxMarkdownReader.read(file, report: &report)
    case .page(.documentation): return DocumentationReader.read(file, report: &report)
    case .page(.modelTable): return ModelTableReader.read(file, report: &report)
    case .page(.siteIndex): return SiteIndexReader.read(file, report: &report)
    case .page(.sharePage): return SharePageReader.read(file, report: &report)
    case .page(.curl): return CurlFileReader.read(file, report: &report)
    case .page, .unknown:
      if let comment = CommentedJSON.comment(before: file) {
        report.add(.invalidJSON, "JSON has no comments; remove this one and those below it", at: comment)
        return nil
      }
      report.add(unknownFormat(file, at: file.span(0, 0), "the content"))
      return nil
    }
  }

  /// The value of a document that a reference leads to: JSON, YAML, or a text for people, which is a string. Nil, with an
  /// error in the report, where it is none of these.
  package static func value(of file: SourceFile, report: inout Report) -> Node? {
    guard TextReader.check(file, report: &report) else { return nil }
    if file.path.hasSuffix(".md") || file.path.hasSuffix(".txt") {
      return Node(.string(file.text(0, file.bytes.count)), at: file.span)
    }
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = file.bytes[start...].first { $0 > 0x20 }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      var found = report
      if let root = JSONReader.read(file, report: &found) {
        report = found
        return root
      }
      // YAML begins like this as well.
      if file.path.hasSuffix(".json") {
        report = found
        return nil
      }
    }
    return YAMLReader.read(file, report: &report)
  }

  /// The URIs, without fragments, by which a document and the schemas in it call themselves.
  package static func identifiers(of document: LoadedDocument) -> [String] {
    let root = ResourceIndex.rootResource(of: document)
    let index = ResourceIndex(of: document, root: root)
    return index.all.filter { !$0.isNamedByPlace }.map(\.base.text).sorted()
  }

  /// What a document says that is known to be a JSON Schema.
  package static func jsonSchema(
    _ root: Node,
    in file: SourceFile,
    library: (any DocumentLibrary)?,
    report: inout Report
  ) -> APIDescription {
    JSONSchemaDocument.read(root, in: file, library: library, report: &report)
  }

  /// Whether a document is an API's by itself, and not only a part of one.
  package static func isWhole(_ root: Node) -> Bool {
    root["openapi"] != nil || root["swagger"] != nil || ApifoxProjectReader.recognizes(root)
  }

  /// What a JSON or YAML document says; nil where it is of a kind that is not read.
  private static func describe(
    _ root: Node,
    in file: SourceFile,
    library: (any DocumentLibrary)?,
    report: inout Report
  ) -> APIDescription? {
    guard let format = Sniff.format(of: root) else {
      let place = file.span(root.span.start, root.span.start)
      // Only JSON: what is not known as YAML may be prose.
      let reason = SampleDocument.refusal(of: root)
      if reason == nil, Sniff.content(of: file) == .json { return SampleDocument.read(root, in: file) }
      var diagnostic = unknownFormat(file, at: place, "this document, \(root.kindName),")
      if let reason { diagnostic.notes.insert(Diagnostic.Note(reason), at: 0) }
      report.add(diagnostic)
      return nil
    }
    switch format {
    case .openAPI: return OpenAPIReader.read(root, in: file, library: library, report: &report)
    case .swagger: return SwaggerReader.read(root, in: file, library: library, report: &report)
    case .jsonSchema: return JSONSchemaDocument.read(root, in: file, library: library, report: &report)
    case .apifoxProject: return ApifoxProjectReader.read(root, in: file, report: &report)
    case .postman: return PostmanCollection.read(root, report: &report)
    case .postmanEnvironment: return PostmanEnvironment.read(root, report: &report)
    case .har: return HARReader.read(root, report: &report)
    case .shareMarkdown, .apifoxMarkdown, .sharePage, .documentation, .modelTable, .siteIndex, .curl, .sample:
      return nil
    }
  }

  /// The diagnostic for content in no form that is read.
  private static func unknownFormat(_ file: SourceFile, at span: SourceSpan, _ subject: String) -> Diagnostic {
    let forms = DocumentFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .unknownFormat,
      "\(subject) is in no form that is read",
      at: span,
      notes: [Diagnostic.Note("these forms are read: \(forms)")]
    )
  }
}
