import SchemaSource

/// A value outside the body.
package struct Parameter: Sendable {
  /// The part of the request that holds it.
  package enum Location: String, Hashable, Sendable {
    case path, query, header, cookie
    /// The whole query.
    case querystring
    /// A header of a form's part; the parameter is named after both, see `partHeader`.
    case part
  }

  /// How arrays, objects and single values become text (OpenAPI 3.2, section 4.12.3, and Swagger 2.0's `tsv`).
  package enum Style: String, Hashable, Sendable {
    case form, simple, label, matrix, spaceDelimited, pipeDelimited, tabDelimited, deepObject, cookie
  }

  /// How the value becomes text.
  package enum Coding: Hashable, Sendable {
    /// Each element or member by itself where `explode` is true.
    case styled(Style, explode: Bool, allowsReserved: Bool)
    /// JSON text.
    case json
    /// A form's text, as the whole query.
    case urlEncoded
    /// The text itself, as the whole query.
    case text
  }

  package var name: String
  package var location: Location
  package var type: TypeRef
  /// What `type` rests on.
  package var typeOrigin = Origin.declared
  package var presence: Presence
  package var coding: Coding
  package var isDeprecated: Bool
  package var documentation: String?
  package var span: SourceSpan

  package init(
    name: String,
    location: Location,
    type: TypeRef,
    presence: Presence,
    coding: Coding,
    isDeprecated: Bool = false,
    documentation: String? = nil,
    span: SourceSpan
  ) {
    self.name = name
    self.location = location
    self.type = type
    self.presence = presence
    self.coding = coding
    self.isDeprecated = isDeprecated
    self.documentation = documentation
    self.span = span
  }
}

extension Parameter {
  /// The name of a header of a form's part: the property that the part holds, and the header.
  package static func name(ofHeader header: String, ofPart property: String) -> String { "\(property) \(header)" }

  /// The property that a form's part holds, and the header of it that the parameter is; nil for any other parameter.
  package var partHeader: (property: String, header: String)? {
    // A header's name holds no space.
    guard location == .part, let end = name.lastIndex(of: " ") else { return nil }
    return (String(name[..<end]), String(name[name.index(after: end)...]))
  }
}

extension Parameter.Location {
  /// The style that a parameter has there unless the document says otherwise.
  package var usualStyle: Parameter.Style {
    switch self {
    case .path, .header, .part: .simple
    case .query, .cookie, .querystring: .form
    }
  }
}

extension Parameter.Style {
  /// Whether each element or member stands by itself unless the document says otherwise.
  package var usuallyExplodes: Bool { self == .form || self == .cookie }
}
