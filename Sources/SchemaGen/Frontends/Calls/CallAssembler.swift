import SchemaDescription
import SchemaDocument
import SchemaSource

/// Puts recorded calls together to a description.
struct CallAssembler {
  /// What was put together so far.
  var description = APIDescription()
  /// The base URLs that are listed.
  private var knownServers: Set<String> = []
  /// The keys of the schemes that are listed, by their kinds.
  private var schemeKeys: [SecuritySchemeDescription.Kind: String] = [:]

  /// Adds the operation that some calls of one method and path show.
  mutating func add(_ calls: [RecordedCall]) {
    guard let first = calls.first else { return }
    var operation = OperationDescription(method: first.method, path: first.path, span: first.span)
    operation.title = calls.lazy.compactMap(\.title).first
    operation.description = calls.lazy.compactMap(\.description).first
    operation.stableKey = first.stableKey
    operation.folders = first.folders
    operation.tags = first.tags
    operation.parameters = parameters(of: calls)
    operation.requestBody = requestBody(of: calls)
    operation.responses = responses(of: calls)
    operation.securityRequirements = securityRequirements(of: calls)
    if calls.contains(where: { $0.schemes != nil }) {
      var known: Set<String> = []
      operation.security = operation.securityRequirements.flatMap(\.uses).map(\.key).filter {
        known.insert($0).inserted
      }
    }
    if let server = first.server {
      add(server: server, at: first.span)
      if description.servers.first?.url != server {
        operation.servers = [ServerDescription(url: server, span: first.span)]
      }
    }
    description.operations.append(operation)
  }

  /// Adds calls, those of one server, method and path as one operation.
  mutating func addJoined(_ calls: [RecordedCall]) {
    var groups: [[RecordedCall]] = []
    var positions: [String: Int] = [:]
    for call in calls {
      let key = "\(call.server ?? "") \(call.method) \(call.path)"
      if let position = positions[key] {
        groups[position].append(call)
      } else {
        positions[key] = groups.count
        groups.append([call])
      }
    }
    for group in groups { add(group) }
  }

  /// Adds a base URL once.
  mutating func add(server url: String, description text: String? = nil, at span: SourceSpan) {
    guard knownServers.insert(url).inserted else { return }
    description.servers.append(ServerDescription(url: url, description: text, span: span))
  }

  /// Adds a way to authenticate once and returns its key.
  mutating func add(_ scheme: SecuritySchemeDescription) -> String {
    if let key = schemeKeys[scheme.kind] { return key }
    var scheme = scheme
    while description.securitySchemes.contains(where: { $0.key == scheme.key }) { scheme.key += "2" }
    schemeKeys[scheme.kind] = scheme.key
    description.securitySchemes.append(scheme)
    return scheme.key
  }

  /// The alternatives that these are: what one call carries is needed together.
  private mutating func securityRequirements(of calls: [RecordedCall]) -> [SecurityRequirement] {
    var requirements: [SecurityRequirement] = []
    for call in calls {
      guard let schemes = call.schemes, !schemes.isEmpty else { continue }
      var requirement = SecurityRequirement([])
      for use in schemes.map({ SecurityRequirement.Use(add($0)) }) where !requirement.uses.contains(use) {
        requirement.uses.append(use)
      }
      if !requirements.contains(requirement) { requirements.append(requirement) }
    }
    return requirements
  }

  /// The parameters that some calls show.
  private func parameters(of calls: [RecordedCall]) -> [ParameterDescription] {
    let places: [(ParameterLocation, KeyPath<RecordedCall, [CallField]>)] = [
      (.path, \.pathFields), (.query, \.query), (.header, \.headers), (.cookie, \.cookies),
    ]
    return places.flatMap { location, fields in
      FieldEvidence.gather(calls.map { $0[keyPath: fields] }).map { evidence in
        parameter(evidence, in: location, isRequired: location == .path || evidence.isRequired(in: calls.count))
      }
    }
  }

  /// A parameter of what is known of it.
  private func parameter(
    _ evidence: FieldEvidence,
    in location: ParameterLocation,
    isRequired: Bool
  ) -> ParameterDescription {
    var parameter = ParameterDescription(
      name: evidence.name,
      location: location,
      isRequired: isRequired,
      span: evidence.span
    )
    parameter.description = evidence.description
    parameter.schema = evidence.schema
    return parameter
  }

  /// The request body that some calls show.
  private func requestBody(of calls: [RecordedCall]) -> BodyDescription? {
    let bodies = calls.compactMap(\.body)
    guard let first = bodies.first else { return nil }
    let isRequired = bodies.count == calls.count && !["GET", "HEAD", "DELETE"].contains(calls[0].method)
    return BodyDescription(isRequired: isRequired, contents: contents(of: bodies), span: first.span)
  }

  /// Bodies as descriptions of their media types.
  private func contents(of bodies: [CallBody]) -> [MediaTypeDescription] {
    var order: [String] = []
    var groups: [String: [CallBody]] = [:]
    for body in bodies {
      if groups[body.mediaType] == nil { order.append(body.mediaType) }
      groups[body.mediaType, default: []].append(body)
    }
    return order.map { mediaType in
      let bodies = groups[mediaType] ?? []
      var content = MediaTypeDescription(mediaType: mediaType, span: bodies[0].span)
      content.examples = bodies.flatMap(\.examples)
      // Placeholders tell types only where nothing better does.
      if content.examples.isEmpty { content.schema = bodies.lazy.compactMap(\.schema).first }
      let forms = bodies.compactMap(\.fields)
      if !forms.isEmpty { addForm(forms, to: &content) }
      return content
    }
  }

  /// Gives a media type the schema of a form.
  private func addForm(_ forms: [[CallField]], to content: inout MediaTypeDescription) {
    var schema = RawSchema(at: content.span)
    schema.types = [.object]
    for evidence in FieldEvidence.gather(forms) {
      var property = evidence.schema
      property.description = evidence.description
      schema.properties.append(RawProperty(key: evidence.name, keySpan: evidence.span, schema: property))
      if evidence.isRequired(in: forms.count) {
        schema.required.append(RequiredName(evidence.name, at: evidence.span))
      }
      if let mediaType = evidence.mediaType, content.mediaType.hasPrefix("multipart/"), property.types != [.file] {
        var field = FieldDescription(property: evidence.name, span: evidence.span)
        field.mediaType = mediaType
        content.fields.append(field)
      }
    }
    content.schema = schema
  }

  /// What came back, by status.
  private func responses(of calls: [RecordedCall]) -> [ResponseDescription] {
    var order: [ResponseStatus] = []
    var groups: [ResponseStatus: [RecordedCall.Response]] = [:]
    for response in calls.flatMap(\.responses) {
      if groups[response.status] == nil { order.append(response.status) }
      groups[response.status, default: []].append(response)
    }
    return order.map { status in
      let responses = groups[status] ?? []
      var description = ResponseDescription(
        status: status,
        description: responses.lazy.compactMap(\.description).first,
        contents: contents(of: responses.compactMap(\.body)),
        span: responses[0].span
      )
      description.headers = FieldEvidence.gather(responses.map(\.headers)).map { evidence in
        parameter(evidence, in: .header, isRequired: evidence.isRequired(in: responses.count))
      }
      return description
    }
  }
}
