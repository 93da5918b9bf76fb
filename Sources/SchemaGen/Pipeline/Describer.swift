import SchemaDescription
import SchemaFrontends
import SchemaLower
import SchemaSource

/// The way from documents to what they say of each API, without touching a disk.
package struct Describer: Sendable {
  private let configuration: Configuration
  private let access: DocumentAccess

  /// Makes a describer; `access` opens documents that are no inputs and that the inputs refer to.
  package init(configuration: Configuration, access: DocumentAccess = .none) {
    self.configuration = configuration
    self.access = access
  }

  /// What documents say of one API.
  package struct DescribedAPI: Sendable {
    /// The name of the API.
    package let name: String
    /// What all its documents say together, without what the configuration leaves out.
    package let description: APIDescription
    /// The schemas that are wanted for themselves; nil for all that have a name.
    package let wanted: Set<SchemaKey>?
  }

  /// What describing makes of the documents.
  package struct Result: Sendable {
    /// The APIs in the order of their names, without those of which a document could not be read.
    package var apis: [DescribedAPI] = []
    /// The names of all APIs.
    package var names: [String] = []
    /// Everything that there is to tell, in the order of the documents.
    package var report: Report
    /// The documents and the configuration, for showing diagnostics.
    package var sources: SourceMap
  }

  /// Describes all APIs. `sources` and `report` hold what reading the configuration has left.
  package func describe(
    _ documents: [InputDocument],
    sources: SourceMap = SourceMap(),
    report: Report = Report()
  ) -> Result {
    let read = ReadAPIs(documents, sources: sources, access: access)
    var result = Result(report: report, sources: read.sources)
    result.names = read.apis.map(\.name)
    for (api, report) in Workers.map(read.apis, { describe($0.name, $0.documents) }) {
      result.report.merge(report)
      if let api { result.apis.append(api) }
    }
    return result
  }

  /// Describes one API; nil where a document of it could not be read.
  private func describe(_ name: String, _ documents: [ReadDocument]) -> (DescribedAPI?, Report) {
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
      description.servers = [ServerDescription(url: server, span: .nowhere)]
    }
    return (DescribedAPI(name: name, description: description, wanted: wanted), report)
  }
}
