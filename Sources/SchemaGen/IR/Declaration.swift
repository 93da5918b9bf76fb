import SchemaSource

/// One type that will be generated.
package struct Declaration: Sendable {
  /// What kind of Swift type it becomes.
  package enum Kind: Sendable {
    case structure(Structure)
    case tuple(Tuple)
    case enumeration(Enumeration)
    case union(Union)
    case alias(TypeRef)
  }

  /// What the name is made from.
  package var hint: NameHint
  /// The declaration that this one is nested in; nil at the top of the API's namespace.
  package var parent: DeclID?
  package var kind: Kind
  /// From the document, in its language; may have several lines.
  package var documentation: String?
  package var isDeprecated: Bool
  package var origin: Origin
  /// Where the document describes the type.
  package var span: SourceSpan

  package init(
    hint: NameHint,
    parent: DeclID? = nil,
    kind: Kind,
    documentation: String? = nil,
    isDeprecated: Bool = false,
    origin: Origin = .declared,
    span: SourceSpan
  ) {
    self.hint = hint
    self.parent = parent
    self.kind = kind
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.origin = origin
    self.span = span
  }
}

/// Handle of a declaration: an index into `API.declarations`.
package struct DeclID: Hashable, Sendable {
  package let index: Int

  package init(_ index: Int) { self.index = index }
}

/// What the document says that a declaration's name can be made from.
package enum NameHint: Hashable, Sendable {
  /// A named schema, for example `ChatRequest`.
  case component(String)
  /// The value of a property; `isElement` where it is the element of its array or map.
  case property(String, isElement: Bool)
  /// A part of an operation (an index into `API.operations`).
  case operation(Int, OperationRole)
  /// A variant of a union: its title, its tag or its shape.
  case variant(String)
}

/// What a type is to its operation.
package indirect enum OperationRole: Hashable, Sendable {
  case request
  /// The request's body in another media type than the usual one, which is named.
  case alternative(String)
  case response
  /// The data of an event of the stream that the response is.
  case event
  /// The response of another success than the first.
  case success(status: Int)
  /// The body of an error response with this status (nil: the default response).
  case failure(status: Int?)
  case parameter(String)
  /// The element of the array, or the value of the map, that plays another role.
  case element(of: OperationRole)
  /// The headers that come with the response in another role.
  case headers(of: OperationRole)
}

/// What a statement rests on.
package enum Origin: String, Hashable, Sendable {
  case declared, example, prose
}

/// A type that is a set of named properties.
package struct Structure: Sendable {
  package var properties: [Property]
  package var additional: AdditionalProperties

  package init(properties: [Property], additional: AdditionalProperties = .ignored) {
    self.properties = properties
    self.additional = additional
  }
}

/// What happens to keys that the structure does not name.
package enum AdditionalProperties: Hashable, Sendable {
  /// They are skipped.
  case ignored
  /// They are kept in a dictionary of this value type.
  case kept(TypeRef)
  /// An object that has one is an error.
  case refused
}

/// One property of a structure.
package struct Property: Sendable {
  /// The key on the wire.
  package var key: String
  package var type: TypeRef
  package var presence: Presence
  /// The value that need not be given.
  package var initial: Initial?
  /// What `type` rests on, where the property itself is declared.
  package var typeOrigin = Origin.declared
  /// What `initial` rests on.
  package var initialOrigin = Origin.declared
  /// Which messages have the property; settled while lowering, where a type is used in both directions.
  package var direction = Direction.both
  package var documentation: String?
  package var isDeprecated: Bool
  package var origin: Origin
  package var span: SourceSpan

  package init(
    key: String,
    type: TypeRef,
    presence: Presence,
    initial: Initial? = nil,
    documentation: String? = nil,
    isDeprecated: Bool = false,
    origin: Origin = .declared,
    span: SourceSpan
  ) {
    self.key = key
    self.type = type
    self.presence = presence
    self.initial = initial
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.origin = origin
    self.span = span
  }
}

/// Which messages have a property.
package enum Direction: Hashable, Sendable {
  case both
  /// Requests alone: `writeOnly`.
  case request
  /// Responses alone: `readOnly`.
  case response
}

/// A value that a property has unless another one is given.
package enum Initial: Hashable, Sendable {
  /// The only value that the schema allows.
  case constant(Literal)
  /// The value that the document calls the default.
  case standard(Literal)

  /// The value.
  package var literal: Literal {
    switch self {
    case .constant(let literal), .standard(let literal): literal
    }
  }
}

/// Whether a key may be missing; whether its value may be null is `TypeRef.nullable`.
package enum Presence: Hashable, Sendable {
  case required
  case optional
}

/// A type that is one of several.
package struct Union: Sendable {
  /// How a value shows which variant it is.
  package enum Tagging: Hashable, Sendable {
    /// The value of this property names the variant.
    case property(key: String)
    /// The value's own shape: its JSON type first, then its keys.
    case shape
  }

  /// One alternative.
  package struct Variant: Sendable {
    /// What the case's name is made from.
    package var name: String
    package var type: TypeRef
    /// The tag's values that select this variant; empty for unions by shape.
    package var tags: [String]
    /// The names of the events of a stream that select this variant where the union is their data.
    package var events: [String] = []
    package var documentation: String?

    package init(name: String, type: TypeRef, tags: [String] = [], documentation: String? = nil) {
      self.name = name
      self.type = type
      self.tags = tags
      self.documentation = documentation
    }
  }

  package var tagging: Tagging
  package var variants: [Variant]
  /// The variant that a value without a listed tag is; nil where such a value is kept as JSON.
  package var fallback: Int?

  package init(tagging: Tagging, variants: [Variant], fallback: Int? = nil) {
    self.tagging = tagging
    self.variants = variants
    self.fallback = fallback
  }

  /// Whether the names of events tell the variants apart where the value is the data of one.
  package var isToldByEvents: Bool { tagging == .shape && variants.contains { !$0.events.isEmpty } }

  /// Whether a value that is none of the variants is kept as JSON.
  package var keepsUnknown: Bool {
    switch tagging {
    case .property: fallback == nil
    case .shape: isToldByEvents
    }
  }
}
