import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Of so many media types a caller may choose at most: more say nothing to anyone.
  private static let mediaTypeLimit = 16

  /// Lowers a request body to the media types that were chosen for it; nil where there are none.
  mutating func lower(
    _ body: BodyDescription,
    as chosen: [MediaTypeDescription],
    of operation: Int,
    label: String
  ) -> Body? {
    guard !chosen.isEmpty else { return nil }
    requestSpans[operation] = chosen.map { $0.schema?.span ?? body.span }
    let contents = chosen.enumerated().map { index, content in
      let role = index == 0 ? .request : OperationRole.alternative(content.word)
      let place = Place(
        parent: nil,
        hint: .operation(operation, role),
        path: "\(label) request",
        span: content.span
      )
      return lower(content, at: place, slot: .request(operation: operation, content: index), isOnly: index == 0)
    }
    return Body(
      presence: body.isRequired ? .required : .optional,
      contents: contents,
      documentation: body.description
    )
  }

  /// The media types of a body that say something of their own, the best first; the others are reported.
  private func alternatives(of body: BodyDescription) -> [MediaTypeDescription] {
    var kept: [MediaTypeDescription] = []
    for content in body.contents.sorted(by: { $0.preference < $1.preference }) where kept.count < Self.mediaTypeLimit {
      if !kept.contains(where: { content.saysNothing(beside: $0) }) { kept.append(content) }
    }
    return kept.contains { $0.kind != .eventStream } ? kept : []
  }

  /// The media types in which a caller may give a body, the one that carries it best first; what is left out is reported.
  /// What the server sends is read in the best one.
  mutating func alternatives(
    of body: BodyDescription,
    kind: Operation.Kind,
    label: String
  ) -> [MediaTypeDescription] {
    var chosen = alternatives(of: body)
    if kind != .call { chosen = Array(chosen.prefix(1)) }
    guard let best = chosen.first else {
      if let content = body.contents.first {
        let message = "the request body of `\(label)` cannot be sent as \(content.mediaType); it is left out"
        report.add(.unsupportedFeature, message, at: content.span)
      }
      return []
    }
    for other in body.contents where !chosen.contains(where: { $0.mediaType == other.mediaType }) {
      let message = "the request body of `\(label)` is sent as \(best.mediaType); \(other.mediaType) is left out"
      let isSame = chosen.contains { other.hasSameSchema(as: $0) }
      report.add(
        Diagnostic(.unsupportedFeature, message, at: other.span, severity: isSame || kind != .call ? .note : .warning)
      )
    }
    return chosen
  }

  /// Lowers a body in one media type; `isOnly` says that no other one is used instead.
  mutating func lower(
    _ content: MediaTypeDescription,
    at place: Place,
    slot: ExampleSlot,
    isOnly: Bool
  ) -> Content {
    let coding = Content.Coding(content.kind)
    let type: TypeRef
    switch coding {
    case .binary, .text:
      tellLostSchema(of: content, coding, at: place, isOnly: isOnly)
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
    lowered.terminators = content.terminators
    return lowered
  }

  /// Says that nothing comes of the schema of a body that is carried as text or bytes.
  private mutating func tellLostSchema(
    of content: MediaTypeDescription,
    _ coding: Content.Coding,
    at place: Place,
    isOnly: Bool
  ) {
    guard content.schema?.isComposed ?? false else { return }
    if MediaTypeKind.isXML(content.mediaType) {
      let message = "`\(place.path)` in \(content.mediaType) loses its schema: XML is neither read nor written"
      let advice = Diagnostic.Note("a call gives or takes the document's bytes where there is no other media type")
      let severity = isOnly ? Severity.warning : .note
      report.add(
        Diagnostic(.unsupportedFeature, message, at: content.span, severity: severity, notes: isOnly ? [advice] : [])
      )
      return
    }
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

extension MediaTypeDescription {
  /// The rank of the media type among several for one body; the smallest is used.
  fileprivate var preference: Int {
    switch kind {
    case .json: mediaType.contains("*") ? 1 : 0
    case .multipart: 2
    case .urlEncoded: 3
    case .jsonLines: 4
    case .text: 5
    case .binary: MediaTypeKind.isXML(mediaType) ? 8 : mediaType.contains("*") ? 7 : 6
    case .eventStream: 9
    }
  }

  /// What people call the media type.
  fileprivate var word: String {
    Content(mediaType: mediaType, coding: Content.Coding(kind), type: .unstated(.missing)).word
  }

  /// Whether a caller gains nothing by the media type where a better one is there: nothing carries the same value in
  /// another spelling, a range of media types is no type of one body, XML is not written for anyone, and objects are not
  /// written as text.
  fileprivate func saysNothing(beside better: MediaTypeDescription) -> Bool {
    if kind == .eventStream || mediaType.contains("*") || mediaType.isEmpty { return true }
    switch kind {
    case .text, .binary:
      return (schema?.isComposed ?? false) || MediaTypeKind.isXML(mediaType)
    // Several values are no other spelling of one.
    case .jsonLines: return better.kind == .jsonLines && hasSameSchema(as: better)
    case .json, .multipart, .urlEncoded, .eventStream: return hasSameSchema(as: better)
    }
  }

  /// Whether the schema says what another's says.
  fileprivate func hasSameSchema(as other: MediaTypeDescription) -> Bool {
    guard let schema, let known = other.schema else { return schema == nil && other.schema == nil }
    return schema.saysSame(as: known)
  }
}

extension RawSchema {
  /// Whether the schema is of more than single values.
  var isComposed: Bool {
    reference != nil || !properties.isEmpty || items != nil || !(allOf + anyOf + oneOf).isEmpty
  }

  /// Whether the schema is the empty object that tools export for a body of which nothing is known, or says nothing.
  var isUnknownBody: Bool {
    guard properties.isEmpty, additionalProperties == nil, reference == nil, items == nil, enumeration.isEmpty,
      constant == nil, allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty
    else { return false }
    return effectiveTypes.isEmpty || hasEmptyProperties && types == [.object]
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
