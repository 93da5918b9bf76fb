import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers one parameter with OpenAPI's defaults for style and explode (OpenAPI 3.1, section 4.8.12).
  mutating func lower(
    _ parameter: ParameterDescription,
    at location: Parameter.Location? = nil,
    of operation: Int,
    label: String
  ) -> Parameter {
    let location = location ?? parameter.location.lowered
    let place = Place(
      parent: nil,
      hint: .operation(operation, .parameter(location.label(of: parameter.name))),
      path: "\(label) \(location.label(of: parameter.name))",
      span: parameter.span
    )
    let coding = self.coding(of: parameter, label: label)
    let isText = coding.map { $0 == .text } ?? true
    let type: TypeRef
    if isText {
      type = .scalar(.string)
    } else {
      type = parameter.schema.map { self.type(of: $0, at: place) } ?? .unstated(.missing)
      let slot = ExampleSlot.parameter(operation: operation, name: parameter.name, location: location)
      for example in parameter.examples { add(example, at: slot, label: place.path) }
      if let schema = parameter.schema { addExamples(of: schema, at: slot, label: place.path) }
    }
    let style = location.usualStyle
    var lowered = Parameter(
      name: parameter.name,
      location: location,
      type: type,
      presence: parameter.isRequired || parameter.location == .path ? .required : .optional,
      coding: coding ?? .styled(style, explode: style.usuallyExplodes, allowsReserved: false),
      isDeprecated: parameter.isDeprecated,
      documentation: parameter.description,
      span: parameter.span
    )
    if parameter.schema?.isTypeFromProse == true, !isText { lowered.typeOrigin = .prose }
    return lowered
  }

  /// Lowers the headers of the parts of a body in these media types (OpenAPI 3.1, section 4.8.15). The media type of a
  /// part, and how it is called, are no parameters.
  mutating func partHeaders(
    of contents: [MediaTypeDescription],
    isRequired: Bool,
    of operation: Int,
    label: String
  ) -> [Parameter] {
    var known: Set<[String]> = []
    var parameters: [Parameter] = []
    for field in contents.flatMap(\.fieldsOfParts) {
      for var header in field.partHeaders {
        guard known.insert([field.property, header.name.lowercased()]).inserted else { continue }
        // No body, and one in another media type, has no parts.
        if contents.count > 1 || !isRequired { header.isRequired = false }
        parameters.append(lower(header, at: .part(of: field.property), of: operation, label: label))
      }
    }
    return parameters
  }

  /// Says that nothing comes of the headers of parts that no client sends.
  mutating func tellLostPartHeaders(of contents: [MediaTypeDescription], label: String) {
    for header in contents.flatMap(\.fieldsOfParts).flatMap(\.partHeaders) {
      let message = "the header '\(header.name)' of a part that `\(label)` gives is left out"
      report.add(Diagnostic(.unsupportedFeature, message, at: header.span, severity: .note))
    }
  }

  /// How a parameter's value becomes text; nil where the caller must give the text in a media type that is not written
  /// for him, in the usual style.
  private mutating func coding(of parameter: ParameterDescription, label: String) -> Parameter.Coding? {
    guard let mediaType = parameter.mediaType else {
      if parameter.location == .querystring { return .urlEncoded }
      let style = parameter.style?.lowered ?? parameter.location.lowered.usualStyle
      return .styled(
        style,
        explode: style == .deepObject || parameter.explode ?? style.usuallyExplodes,
        allowsReserved: parameter.allowsReserved
      )
    }
    switch MediaTypeKind(mediaType) {
    case .json: return .json
    case .urlEncoded where parameter.location == .querystring: return .urlEncoded
    default:
      let message = "the parameter '\(parameter.name)' of `\(label)` is given as text in \(mediaType)"
      report.add(Diagnostic(.unsupportedFeature, message, at: parameter.span, severity: .note))
      return parameter.location == .querystring ? .text : nil
    }
  }
}

extension MediaTypeDescription {
  /// How the properties of a form in parts are sent.
  fileprivate var fieldsOfParts: [FieldDescription] { kind == .multipart ? fields : [] }
}

extension FieldDescription {
  /// The headers that a part has of its own.
  fileprivate var partHeaders: [ParameterDescription] {
    headers.filter { !["content-type", "content-disposition"].contains($0.name.lowercased()) }
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
    case .querystring: .querystring
    }
  }
}

extension ParameterStyle {
  /// The same style in the IR.
  var lowered: Parameter.Style {
    switch self {
    case .form: .form
    case .simple: .simple
    case .label: .label
    case .matrix: .matrix
    case .spaceDelimited: .spaceDelimited
    case .pipeDelimited: .pipeDelimited
    case .tabDelimited: .tabDelimited
    case .deepObject: .deepObject
    case .cookie: .cookie
    }
  }
}
