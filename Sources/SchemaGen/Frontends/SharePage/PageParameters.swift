import SchemaDescription
import SchemaDocument
import SchemaSource

/// Gathers the parameters of a page's endpoint and what its headers say of authentication.
struct PageParameters {
  /// Headers that follow from the bodies and the connection.
  private static let ownHeaders: Set<String> = [
    "accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type", "cookie", "host",
    "origin", "referer", "user-agent",
  ]

  /// The page's file.
  let file: SourceFile
  /// The parameters in the order of the page.
  private(set) var parameters: [ParameterDescription] = []
  /// How a request authenticates, nil where the page does not say.
  private(set) var scheme: SecuritySchemeDescription?

  /// Begins without parameters.
  init(file: SourceFile) { self.file = file }

  /// Adds what the page lists and what its URLs and its command show beside that.
  mutating func add(_ contents: PageContents, url: EndpointURL, curlURL: EndpointURL?, report: inout Report) {
    readSecurity(of: contents)
    for (location, field) in contents.parameters { add(field, location, report: &report) }
    for name in url.pathParameters where !has(name, .path) {
      add(name, .path, value: "", at: contents.curls.first?.span ?? file.span(0, 0), isRequired: true)
    }
    for (name, value) in url.query + (curlURL?.query ?? []) where !has(name, .query) {
      add(name, .query, value: value, at: contents.curls.first?.span ?? file.span(0, 0))
    }
    for curl in contents.curls {
      for header in curl.headers where !has(header.name, .header) {
        let name = header.name.lowercased()
        guard !Self.ownHeaders.contains(name), name != "authorization" else { continue }
        add(header.name, .header, value: header.value, at: header.span)
      }
    }
  }

  /// Finds the way to authenticate: a bearer token wherever one is shown, otherwise a bare `Authorization` header.
  private mutating func readSecurity(of contents: PageContents) {
    let field = contents.parameters.first { $0.location == .header && isAuthorization($0.field) }?.field
    let header = contents.curls.lazy.flatMap(\.headers).first { $0.name.lowercased() == "authorization" }
    let values = (field?.examples ?? []) + (field?.defaults ?? [])
    let text = values.map { value in
      switch value {
      case .text(let line): String(line.text)
      case .node(let node): node.string ?? ""
      }
    }
    let evidence = ([contents.bearer == nil ? nil : "Bearer ", header?.value, field?.description] + text)
      .compactMap { $0?.lowercased() }
    let hasUser = contents.curls.contains(where: \.hasUser)
    guard let span = field?.span ?? header?.span ?? contents.bearer ?? (hasUser ? contents.curls.first?.span : nil)
    else { return }
    let description = field?.description
    if evidence.contains(where: { $0.contains("bearer") }) {
      scheme = SecuritySchemeDescription(key: "bearer", kind: .bearer, description: description, span: span)
    } else if hasUser || evidence.contains(where: { $0.contains("basic ") }) {
      scheme = SecuritySchemeDescription(key: "basic", kind: .basic, description: description, span: span)
    } else {
      let kind = SecuritySchemeDescription.Kind.apiKey(name: "Authorization", location: .header)
      scheme = SecuritySchemeDescription(key: "Authorization", kind: kind, description: description, span: span)
    }
  }

  /// Whether a field is the header that carries credentials.
  private func isAuthorization(_ field: FlatField) -> Bool { field.name.text.lowercased() == "authorization" }

  /// Adds a field that the page lists.
  private mutating func add(_ field: FlatField, _ location: ParameterLocation, report: inout Report) {
    let name = HTMLEntities.decode(field.name.text)
    if location == .header {
      if isAuthorization(field) {
        let message = "the header \(name) is authentication, no parameter"
        return report.add(.ignoredText, message, at: field.extent(in: file))
      }
      if ["content-type", "accept"].contains(name.lowercased()) {
        return report.add(.ignoredText, "the header \(name) follows from the bodies", at: field.extent(in: file))
      }
    }
    guard !has(name, location) else {
      let message = "the parameter \(name) is there twice, the first one is used"
      return report.add(.duplicateKey, message, at: field.extent(in: file))
    }
    var schema = FieldSchema(file: file).schema(of: FieldTree(field: field), report: &report)
    var parameter = ParameterDescription(
      name: name,
      location: location,
      isRequired: location == .path || field.isRequired == true,
      span: field.span
    )
    parameter.description = schema.description
    parameter.isDeprecated = schema.isDeprecated
    parameter.examples = schema.examples
    schema.description = nil
    schema.examples = []
    parameter.schema = schema
    parameters.append(parameter)
  }

  /// Adds a parameter of which only a value is known.
  private mutating func add(
    _ name: String,
    _ location: ParameterLocation,
    value: String,
    at span: SourceSpan,
    isRequired: Bool = false
  ) {
    var parameter = ParameterDescription(name: name, location: location, isRequired: isRequired, span: span)
    var schema = RawSchema(at: span)
    schema.types = [.string]
    parameter.schema = schema
    if !value.isEmpty, !value.contains("{") { parameter.examples = [RawExample(Node(.string(value), at: span))] }
    parameters.append(parameter)
  }

  /// Whether a parameter is there already; the names of headers have no case.
  private func has(_ name: String, _ location: ParameterLocation) -> Bool {
    parameters.contains {
      $0.location == location && ($0.name == name || location == .header && $0.name.lowercased() == name.lowercased())
    }
  }
}
