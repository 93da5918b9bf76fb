import SchemaConvert
import SchemaDescription
import SchemaDocument
import SchemaFrontends
import SchemaLower
import SchemaSource

/// The way from documents to OpenAPI documents, one for each API, without touching a disk.
package struct Converter: Sendable {
  /// How a document is written down.
  package enum Syntax: String, Sendable, CaseIterable { case yaml, json }

  private let configuration: Configuration
  private let form: OpenAPIForm
  private let access: DocumentAccess

  /// Makes a converter; `access` opens documents that are no inputs and that the inputs refer to.
  package init(configuration: Configuration, form: OpenAPIForm, access: DocumentAccess = .none) {
    self.configuration = configuration
    self.form = form
    self.access = access
  }

  /// Converts all APIs. `sources` and `report` hold what reading the configuration has left.
  package func convert(
    _ documents: [InputDocument],
    sources: SourceMap = SourceMap(),
    report: Report = Report()
  ) -> ConversionResult {
    let read = ReadAPIs(documents, sources: sources, access: access)
    var result = ConversionResult(report: report, sources: read.sources)
    result.apiNames = read.apis.map(\.name)
    let converted = Workers.map(read.apis) { [sources = read.sources] in convert($0.name, $0.documents, sources) }
    for (api, report) in converted {
      result.report.merge(report)
      if let api { result.apis.append(api) }
    }
    return result
  }

  /// Converts one API; nil where a document of it could not be read.
  private func convert(
    _ name: String,
    _ documents: [ReadDocument],
    _ sources: SourceMap
  ) -> (ConvertedAPI?, Report) {
    var report = Report()
    let isAlone = documents.count == 1
    for document in documents { report.merge(document.report(isAlone: isAlone)) }
    let pages = documents.compactMap { document in
      document.description.map { (path: document.document.path, description: $0) }
    }
    let descriptions = SiteOrder.arrange(pages, report: &report)
    guard !descriptions.isEmpty, !documents.contains(where: { $0.isLost(isAlone: isAlone) }) else {
      return (nil, report)
    }
    let settings = configuration.settings(of: name)
    var description = Lowering.mergePages(descriptions, report: &report)
    let wanted = Lowering.filter(&description, by: settings.filter, report: &report)
    if let server = settings.server {
      description.servers = [ServerDescription(url: server, span: SourceSpan(file: FileID(0), start: 0, end: 0))]
    }
    let document = OpenAPIWriter.document(
      description,
      name: name,
      form: form,
      wanted: wanted,
      sources: sources,
      report: &report
    )
    return (ConvertedAPI(name: name, document: document), report)
  }
}

/// What the documents of one API became.
package struct ConvertedAPI: Sendable {
  /// The name of the API.
  package let name: String
  private let document: Node

  init(name: String, document: Node) {
    self.name = name
    self.document = document
  }

  /// The document's text, with a line break at its end.
  package func text(as syntax: Converter.Syntax) -> String {
    switch syntax {
    case .yaml: document.yamlText()
    case .json: document.jsonText(pretty: true) + "\n"
    }
  }
}

/// What a conversion makes of the documents; nothing of it is on disk yet.
package struct ConversionResult: Sendable {
  /// The APIs that were converted, in the order of their names.
  package var apis: [ConvertedAPI] = []
  /// The names of all APIs, those included of which a document could not be read.
  package var apiNames: [String] = []
  /// Everything that there is to tell, in the order of the documents.
  package var report: Report
  /// The documents and the configuration, for showing diagnostics.
  package var sources: SourceMap

  init(report: Report, sources: SourceMap) {
    self.report = report
    self.sources = sources
  }
}
