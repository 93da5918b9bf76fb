import SchemaDescription
import SchemaDocument
import SchemaSource

/// Puts the sections of a page's endpoints together to a description.
struct PageAssembler {
  /// The page's file.
  let file: SourceFile
  /// What was put together so far.
  private(set) var description = APIDescription()

  /// Begins with an empty description.
  init(file: SourceFile) { self.file = file }

  /// Adds the endpoint that some sections document, unless they name no method and path.
  mutating func add(_ contents: PageContents, head: PageHead?, title: PageLine?, report: inout Report) {
    let curl = contents.curls.first { $0.url != nil }
    let curlURL = curl?.url.flatMap { EndpointURL($0.text) }
    guard let url = head?.url ?? curlURL, let method = head?.method ?? curl?.method else { return }
    guard let span = head?.span ?? curl?.span else { return }
    var operation = OperationDescription(method: method, path: url.path, span: span)
    operation.title = (head?.title ?? title).map { HTMLEntities.decode($0.text) }
    operation.isDeprecated = head?.isDeprecated ?? false
    operation.description = PageProse.join((head?.prose ?? []) + contents.prose)
    addServer(url: url, curls: contents.curls, base: contents.baseURL, path: operation.path, at: span)
    var parameters = PageParameters(file: file)
    parameters.add(contents, url: url, curlURL: curlURL, report: &report)
    operation.parameters = parameters.parameters
    operation.requestBody = PageBodies(file: file).requestBody(of: contents, method: method, report: &report)
    operation.responses = PageBodies(file: file).responses(of: contents, report: &report)
    operation.security = parameters.scheme.map { [addScheme($0)] }
    for curl in contents.curls where curl.isTruncated {
      PageSectionReader.reportCut(at: curl.span.end, in: file, report: &report)
    }
    description.operations.append(operation)
    if description.operations.count == 1 { description.title = operation.title }
    if description.operations.count > 1 { description.title = nil }
  }

  /// Adds the server: of the URL in the path's place, of the command, or of the line that names it.
  private mutating func addServer(
    url: EndpointURL,
    curls: [CurlCommand],
    base: (url: String, span: SourceSpan)?,
    path: String,
    at span: SourceSpan
  ) {
    var found: (url: String, span: SourceSpan)?
    if let server = url.server {
      found = (server, span)
    } else {
      for curl in curls where found == nil {
        guard let word = curl.url, let server = EndpointURL(word.text)?.base(for: path) else { continue }
        found = (server, file.span(word.start, word.end))
      }
      if found == nil, let base { found = (EndpointURL.server(base.url, for: path), base.span) }
    }
    guard let found, !description.servers.contains(where: { $0.url == found.url }) else { return }
    description.servers.append(ServerDescription(url: found.url, span: found.span))
  }

  /// Adds a way to authenticate once and returns its key.
  private mutating func addScheme(_ scheme: SecuritySchemeDescription) -> String {
    if let known = description.securitySchemes.first(where: { $0.kind == scheme.kind }) { return known.key }
    description.securitySchemes.append(scheme)
    return scheme.key
  }
}
