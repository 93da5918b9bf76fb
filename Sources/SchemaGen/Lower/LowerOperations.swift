import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers base URLs, what is said of tags, and the ways to authenticate.
  mutating func lowerServers() {
    if let server = options.server {
      api.servers = [Server(url: server)]
    } else {
      api.servers = description.servers.map { Server(url: $0.url, documentation: $0.description) }
    }
    for tag in description.tags {
      guard let text = documentationText(tag.summary, tag.description) else { continue }
      api.tags.append(Tag(name: tag.name, documentation: text, span: tag.span))
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
      lowered.kind = operation.kind.lowered
      lowered.id = operation.id
      lowered.stableKey = operation.stableKey
      lowered.title = operation.title
      lowered.documentation = operation.description == operation.title ? nil : operation.description
      lowered.isDeprecated = operation.isDeprecated
      lowered.tags = operation.tags
      lowered.server = operation.servers.first.map { Server(url: $0.url, documentation: $0.description) }
      lowered.needsAuthorization =
        lowered.kind == .call && !(operation.security ?? description.security).isEmpty
      let label = operation.id ?? operation.title ?? "\(operation.method) \(operation.path)"
      for parameter in operation.parameters {
        lowered.parameters.append(lower(parameter, of: index, label: label))
      }
      if lowered.kind == .call { addUndeclaredPathParameters(to: &lowered) }
      lowered.body = operation.requestBody.flatMap { lower($0, of: index, label: label) }
      for (position, response) in operation.responses.enumerated() {
        lowered.responses.append(lower(response, of: index, position: position, label: label))
      }
      if lowered.kind != .call, lowered.body == nil, lowered.responses.allSatisfy(\.contents.isEmpty) {
        let message = "`\(label)` carries no body; nothing is generated for it"
        report.add(Diagnostic(.unsupportedFeature, message, at: operation.span, severity: .note))
      }
      api.operations.append(lowered)
    }
  }

  /// Adds a string parameter for each name in the path's braces that the document does not describe.
  private func addUndeclaredPathParameters(to operation: inout Operation) {
    var known = Set(operation.parameters.lazy.filter { $0.location == .path }.map(\.name))
    for part in operation.path.split(separator: "{").dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = String(part[..<end])
      guard !name.isEmpty, known.insert(name).inserted else { continue }
      operation.parameters.append(
        Parameter(
          name: name,
          location: .path,
          type: .scalar(.string),
          presence: .required,
          coding: .styled(.simple, explode: false, allowsReserved: false),
          span: operation.span
        )
      )
    }
  }

  /// Lowers a request body to the media type that carries it best.
  private mutating func lower(_ body: BodyDescription, of operation: Int, label: String) -> Body? {
    let usable = body.contents.filter { MediaTypeKind($0.mediaType) != .eventStream }
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
      let kind = MediaTypeKind(content.mediaType)
      let streams = (kind == .eventStream || kind == .jsonLines) && response.contents.count > 1
      let place = Place(
        parent: nil,
        hint: .operation(operation, streams ? .element(of: role) : role),
        path: "\(label) response",
        span: content.span
      )
      return lower(content, at: place, slot: .response(operation: operation, response: position, content: index))
    }
    var lowered = Response(status: status, documentation: response.description, contents: contents)
    lowered.headers = lowerHeaders(of: response, hint: .operation(operation, .headers(of: role)), label: label)
    return lowered
  }

  /// Lowers a body in one media type.
  private mutating func lower(_ content: MediaTypeDescription, at place: Place, slot: ExampleSlot) -> Content {
    let coding = Content.Coding(MediaTypeKind(content.mediaType))
    let type: TypeRef
    switch coding {
    case .binary, .text:
      tellLostSchema(of: content, coding, at: place)
      let type = TypeRef.scalar(coding == .text ? .string : .data)
      if coding == .text {
        // The media type decides that the body is text: what is no string is no example of it.
        for example in content.examples { add(example, at: slot, label: place.path, isPartial: true) }
        if let schema = content.schema { addExamples(of: schema, at: slot, label: place.path, isPartial: true) }
      }
      return Content(mediaType: content.mediaType, coding: coding, type: type)
    case .json, .multipart, .urlEncoded, .eventStream, .jsonLines:
      if let schema = content.schema, !schema.isUnknownBody {
        type = self.type(of: schema, at: place)
        addExamples(of: schema, at: slot, label: place.path)
      } else {
        type = .unstated(.missing)
      }
    }
    for example in content.examples { add(example, at: slot, label: place.path) }
    var lowered = Content(mediaType: content.mediaType, coding: coding, type: type)
    lowered.fields = content.fields.compactMap { lower($0, of: content) }
    return lowered
  }

  /// Says that nothing comes of the schema of a body that is carried as text or bytes.
  private mutating func tellLostSchema(of content: MediaTypeDescription, _ coding: Content.Coding, at place: Place) {
    guard let schema = content.schema,
      schema.reference != nil || !schema.properties.isEmpty || schema.items != nil
        || !(schema.allOf + schema.anyOf + schema.oneOf).isEmpty
    else { return }
    let form = coding == .text ? "text" : "bytes"
    let message = "`\(place.path)` in \(content.mediaType) is carried as \(form); its schema is left out"
    report.add(Diagnostic(.unsupportedFeature, message, at: content.span, severity: .note))
  }

  /// Lowers how a form holds a property; nil where that is how it is sent anyway. Style counts before media type
  /// (OpenAPI 3.1, section 4.8.15.1).
  private func lower(_ field: FieldDescription, of content: MediaTypeDescription) -> Content.Field? {
    if field.style != nil || field.explode != nil {
      let style = field.style?.lowered ?? .form
      let explode = style == .deepObject || field.explode ?? style.usuallyExplodes
      let property = content.schema?.properties.first { $0.key == field.property }?.schema
      let isFlat = property.map { !$0.types.isEmpty && !$0.types.contains(.object) } ?? false
      if style == .form, explode, isFlat { return nil }
      return Content.Field(property: field.property, coding: .styled(style, explode: explode))
    }
    guard let mediaType = field.mediaType, !mediaType.contains(where: { $0 == "*" || $0 == "," }) else { return nil }
    return Content.Field(property: field.property, coding: .mediaType(mediaType))
  }
}

extension Content.Coding {
  /// How bodies of a kind of media types are coded.
  init(_ kind: MediaTypeKind) {
    switch kind {
    case .json: self = .json
    case .multipart: self = .multipart
    case .urlEncoded: self = .urlEncoded
    case .text: self = .text
    case .binary: self = .binary
    case .eventStream: self = .eventStream
    case .jsonLines: self = .jsonLines
    }
  }
}

extension OperationDescription.Kind {
  /// The same kind in the IR.
  fileprivate var lowered: Operation.Kind {
    switch self {
    case .call: .call
    case .webhook(let name): .webhook(name: name)
    case .callback(let name, let operation): .callback(name: name, of: operation)
    }
  }
}

extension MediaTypeDescription {
  /// The rank of the media type among several for one body; the smallest is used.
  fileprivate var preference: Int {
    switch MediaTypeKind(mediaType) {
    case .json: mediaType.contains("*") ? 1 : 0
    case .multipart: 2
    case .urlEncoded: 3
    case .text: 4
    case .binary: 5
    case .jsonLines: 6
    case .eventStream: 7
    }
  }
}

extension RawSchema {
  /// Whether the schema is the empty object that tools export for a body of which nothing is known, or says nothing.
  fileprivate var isUnknownBody: Bool {
    guard properties.isEmpty, additionalProperties == nil, reference == nil, items == nil, enumeration.isEmpty,
      constant == nil, allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty
    else { return false }
    return effectiveTypes.isEmpty || hasEmptyProperties && types == [.object]
  }
}
