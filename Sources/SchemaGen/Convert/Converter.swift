import SchemaDescription
import SchemaDocument
import SchemaGen
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
    let described = Describer(configuration: configuration, access: access)
      .describe(documents, sources: sources, report: report)
    var result = ConversionResult(report: described.report, sources: described.sources)
    result.apiNames = described.names
    for (api, report) in Workers.map(described.apis, { [sources = described.sources] in convert($0, sources) }) {
      result.report.merge(report)
      result.apis.append(api)
    }
    return result
  }

  /// Converts one API.
  private func convert(_ api: Describer.DescribedAPI, _ sources: SourceMap) -> (ConvertedAPI, Report) {
    var report = Report()
    let document = OpenAPIWriter.document(
      api.description,
      name: api.name,
      form: form,
      wanted: api.wanted,
      sources: sources,
      report: &report
    )
    return (ConvertedAPI(name: api.name, document: document), report)
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
