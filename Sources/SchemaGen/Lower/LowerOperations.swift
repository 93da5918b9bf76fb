import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers base URLs and the ways to authenticate.
  mutating func lowerServers() {
    if let server = options.server {
      api.servers = [Server(url: server)]
    } else {
      api.servers = description.servers.map { Server(url: $0.url, documentation: $0.description) }
    }
    for scheme in description.securitySchemes {
      switch scheme.kind {
      case .bearer, .oauth2: add(.bearer)
      case .basic: add(.basic)
      case .apiKey(let name, let location): add(.apiKey(name: name, location: location.lowered))
      case .other(let name):
        report.add(
          .unsupportedFeature,
          "the client does not know how to authenticate by `\(name)`",
          at: scheme.span
        )
      }
    }
  }

  /// Adds a way to authenticate once.
  private mutating func add(_ scheme: SecurityScheme) {
    if !api.securitySchemes.contains(scheme) { api.securitySchemes.append(scheme) }
  }

  /// Lowers all operations, in order.
  mutating func lowerOperations() {
    for (index, operation) in description.operations.enumerated() {
      var lowered = Operation(method: operation.method, path: operation.path, span: operation.span)
      lowered.id = operation.id
      lowered.title = operation.title
      lowered.documentation = operation.description == operation.title ? nil : operation.description
      lowered.isDeprecated = operation.isDeprecated
      lowered.tags = operation.tags
      lowered.server = operation.servers.first.map { Server(url: $0.url, documentation: $0.description) }
      lowered.needsAuthorization = !(operation.security ?? description.security).isEmpty
      let label = operation.id ?? operation.title ?? "\(operation.method) \(operation.path)"
      for parameter in operation.parameters {
        lowered.parameters.append(lower(parameter, of: index, label: label))
      }
      addUndeclaredPathParameters(to: &lowered)
      lowered.body = operation.requestBody.flatMap { lower($0, of: index, label: label) }
      for (position, response) in operation.responses.enumerated() {
        lowered.responses.append(lower(response, of: index, position: position, label: label))
      }
      api.operations.append(lowered)
    }
  }

  /// Lowers one parameter with OpenAPI's defaults for style and explode (OpenAPI 3.1, section 4.8.12).
  private mutating func lower(_ parameter: ParameterDescription, of operation: Int, label: String) -> Parameter {
    let place = Place(
      parent: nil,
      hint: .operation(operation, .parameter(parameter.name)),
      path: "\(label) \(parameter.name)",
      span: parameter.span
    )
    let type = parameter.schema.map { self.type(of: $0, at: place) } ?? .unstated(.missing)
    let slot = ExampleSlot.parameter(operation: operation, name: parameter.name, location: parameter.location.lowered)
    for example in parameter.examples { add(example, at: slot, label: place.path) }
    if let schema = parameter.schema { addExamples(of: schema, at: slot, label: place.path) }
    let style = parameter.style ?? (parameter.location == .path || parameter.location == .header ? "simple" : "form")
    return Parameter(
      name: parameter.name,
      location: parameter.location.lowered,
      type: type,
      presence: parameter.isRequired || parameter.location == .path ? .required : .optional,
      style: style,
      explode: parameter.explode ?? (style == "form"),
      documentation: parameter.description,
      span: parameter.span
    )
  }

  /// Adds a string parameter for each name in the path's braces that the document does not describe.
  private func addUndeclaredPathParameters(to operation: inout Operation) {
    for part in operation.path.split(separator: "{").dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = String(part[..<end])
      guard !name.isEmpty, !operation.parameters.contains(where: { $0.location == .path && $0.name == name }) else {
        continue
      }
      operation.parameters.append(
        Parameter(
          name: name,
          location: .path,
          type: .scalar(.string),
          presence: .required,
          style: "simple",
          explode: false,
          span: operation.span
        )
      )
    }
  }

  /// Lowers a request body to the media type that carries it best.
  private mutating func lower(_ body: BodyDescription, of operation: Int, label: String) -> Body? {
    let usable = body.contents.filter { Content.Coding(mediaType: $0.mediaType) != .eventStream }
    guard let content = usable.min(by: { $0.preference < $1.preference }) else { return nil }
    for other in body.contents where other.mediaType != content.mediaType {
      report.add(
        .unsupportedFeature,
        "the request body of `\(label)` is sent as \(content.mediaType); \(other.mediaType) is left out",
        at: other.span
      )
    }
    let place = Place(
      parent: nil,
      hint: .operation(operation, .request),
      path: "\(label) request",
      span: content.span
    )
    return Body(
      presence: body.isRequired ? .required : .optional,
      content: lower(content, at: place, slot: .request(operation: operation)),
      documentation: body.description
    )
  }

  /// Lowers what comes back with one status.
  private mutating func lower(
    _ response: ResponseDescription,
    of operation: Int,
    position: Int,
    label: String
  ) -> Response {
    let status: Response.Status
    switch response.status {
    case .code(let code): status = .code(code)
    case .range(let digit): status = .range(digit)
    case .default: status = .default
    }
    let role: OperationRole
    switch status {
    case .code(let code): role = status.isSuccess ? .response : .failure(status: code)
    case .range(let digit): role = status.isSuccess ? .response : .failure(status: digit * 100)
    case .default: role = .failure(status: nil)
    }
    let contents = response.contents.enumerated().map { index, content in
      let streams = Content.Coding(mediaType: content.mediaType) == .eventStream && response.contents.count > 1
      let place = Place(
        parent: nil,
        hint: .operation(operation, streams ? .element(of: role) : role),
        path: "\(label) response",
        span: content.span
      )
      return lower(content, at: place, slot: .response(operation: operation, response: position, content: index))
    }
    return Response(status: status, documentation: response.description, contents: contents)
  }

  /// Lowers a body in one media type.
  private mutating func lower(_ content: MediaTypeDescription, at place: Place, slot: ExampleSlot) -> Content {
    let coding = Content.Coding(mediaType: content.mediaType)
    let type: TypeRef
    switch coding {
    case .binary: return Content(mediaType: content.mediaType, coding: coding, type: .scalar(.data))
    case .text:
      type = .scalar(.string)
      // The media type decides that the body is text: what is no string is no example of it.
      for example in content.examples { add(example, at: slot, label: place.path, isPartial: true) }
      if let schema = content.schema { addExamples(of: schema, at: slot, label: place.path, isPartial: true) }
      return Content(mediaType: content.mediaType, coding: coding, type: type)
    case .json, .multipart, .urlEncoded, .eventStream:
      if let schema = content.schema, !schema.isUnknownBody {
        type = self.type(of: schema, at: place)
        addExamples(of: schema, at: slot, label: place.path)
      } else {
        type = .unstated(.missing)
      }
    }
    for example in content.examples { add(example, at: slot, label: place.path) }
    return Content(mediaType: content.mediaType, coding: coding, type: type)
  }
}

extension Content.Coding {
  /// How bodies of a media type are coded.
  init(mediaType: String) {
    switch mediaType {
    case "multipart/form-data": self = .multipart
    case "application/x-www-form-urlencoded": self = .urlEncoded
    case "text/event-stream": self = .eventStream
    case "application/json", "text/json", "*/*", "": self = .json
    case _ where mediaType.hasSuffix("+json"): self = .json
    case _ where mediaType.hasPrefix("text/"): self = .text
    default: self = .binary
    }
  }
}

extension MediaTypeDescription {
  /// The rank of the media type among several for one body; the smallest is used.
  fileprivate var preference: Int {
    switch Content.Coding(mediaType: mediaType) {
    case .json: 0
    case .multipart: 1
    case .urlEncoded: 2
    case .text: 3
    case .binary: 4
    case .eventStream: 5
    }
  }
}

extension ParameterLocation {
  /// The same location in the IR.
  var lowered: Parameter.Location {
    switch self {
    case .path: .path
    case .query: .query
    case .header: .header
    case .cookie: .cookie
    }
  }
}

extension RawSchema {
  /// Whether the schema is the empty object that tools export for a body of which nothing is known, or says nothing.
  fileprivate var isUnknownBody: Bool {
    guard properties.isEmpty, additionalProperties == nil, reference == nil, items == nil, enumeration.isEmpty,
      constant == nil, allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty
    else { return false }
    return types.isEmpty || hasEmptyProperties && types == [.object]
  }
}
