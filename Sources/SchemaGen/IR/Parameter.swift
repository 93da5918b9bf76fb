import SchemaSource

/// A value outside the body.
package struct Parameter: Sendable {
  /// The part of the request that holds it.
  package enum Location: Hashable, Sendable {
    case path, query, header, cookie
    /// The whole query.
    case querystring
    /// A header of the parts in which a form holds a property.
    case part(of: String)
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
  /// What the parameter is called among those of its kind: parts may have headers of one name.
  package var label: String { location.label(of: name) }
}

extension Parameter.Location {
  /// One word for the location.
  package var word: String {
    switch self {
    case .path: "path"
    case .query: "query"
    case .header: "header"
    case .cookie: "cookie"
    case .querystring: "querystring"
    case .part: "part"
    }
  }

  /// What a parameter of a name is called among those of its kind: a part's header after the part as well.
  package func label(of name: String) -> String {
    if case .part(let property) = self { "\(property) \(name)" } else { name }
  }

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
