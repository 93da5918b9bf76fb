import SchemaDocument
import SchemaSource

/// A schema as the document states it, whatever the format: JSON Schema's vocabulary, each part with its place.
///
/// Frontends fill it in and decide nothing; what it means is settled while lowering.
package struct RawSchema: Sendable {
  /// Where the schema stands.
  package var span: SourceSpan
  /// What points elsewhere; its siblings apply as well.
  package var reference: RawReference?
  /// The stated types in order; empty where the document states none.
  package var types: [RawType] = []
  package var title: String?
  package var description: String?
  package var format: String?
  /// The named properties in the order in which the document shows them.
  package var properties: [RawProperty] = []
  /// Set where `properties` is stated and empty, as tools export a body of which nothing is known.
  package var hasEmptyProperties = false
  /// Names that the schema requires, whether or not they are among `properties`.
  package var required: [RequiredName] = []
  package var additionalProperties: RawAdditionalProperties?
  package var items: Indirect<RawSchema>?
  package var allOf: [RawSchema] = []
  package var anyOf: [RawSchema] = []
  package var oneOf: [RawSchema] = []
  package var discriminator: RawDiscriminator?
  /// The allowed values; empty where any value is allowed.
  package var enumeration: [RawEnumValue] = []
  /// Set where the listed values come from a description, not from a keyword.
  package var valuesAreFromProse = false
  /// Set where a description has contradicted the stated type.
  package var isTypeFromProse = false
  /// Set where the default comes from a description, not from a keyword.
  package var isDefaultFromProse = false
  package var constant: Node?
  package var defaultValue: Node?
  package var examples: [RawExample] = []
  /// `nullable: true` or one of its twins; a `null` among `types` counts by itself.
  package var isNullable = false
  package var isDeprecated = false
  package var isReadOnly = false
  package var isWriteOnly = false
  package var constraints: [RawConstraint] = []
  /// Set where the format loses types (a model table's `any`): an example may still tell what stands here.
  package var isTypeLost = false

  /// Keywords that few schemas have.
  private var rare: Indirect<RareKeywords>?

  package init(at span: SourceSpan) { self.span = span }

  /// The schemas of an array's first elements, by position; `items` is for those after them.
  package var prefixItems: [RawSchema] {
    get { rare?.value.prefixItems ?? [] }
    set { setRare(\.prefixItems, newValue) }
  }

  /// The schemas of properties by patterns of their keys, in the document's order.
  package var patternProperties: [RawPatternProperty] {
    get { rare?.value.patternProperties ?? [] }
    set { setRare(\.patternProperties, newValue) }
  }

  /// What an object may hold that nothing else in the schema speaks of.
  package var unevaluatedProperties: RawAdditionalProperties? {
    get { rare?.value.unevaluatedProperties }
    set { setRare(\.unevaluatedProperties, newValue) }
  }

  /// The schema of elements that nothing else in the schema speaks of.
  package var unevaluatedItems: RawSchema? {
    get { rare?.value.unevaluatedItems }
    set { setRare(\.unevaluatedItems, newValue) }
  }

  /// Restrictions that are schemas themselves, in the document's order.
  package var assertions: [RawAssertion] {
    get { rare?.value.assertions ?? [] }
    set { setRare(\.assertions, newValue) }
  }

  /// Whether the schema is `false`: no value is allowed.
  package var isNever: Bool {
    get { rare?.value.isNever ?? false }
    set { setRare(\.isNever, newValue) }
  }

  /// The anchor that the reference means which was met first on the way to it; nil where the reference is what it
  /// leads to.
  package var dynamicAnchor: String? {
    get { rare?.value.dynamicAnchor }
    set { setRare(\.dynamicAnchor, newValue) }
  }

  /// The dynamic anchors of the resource that is entered with the schema, where another resource has the same ones.
  package var dynamicAnchors: [RawDynamicAnchor] {
    get { rare?.value.dynamicAnchors ?? [] }
    set { setRare(\.dynamicAnchors, newValue) }
  }

  /// What the value is that a string spells (JSON Schema 2020-12 validation, section 8.5).
  package var contentSchema: RawSchema? {
    get { rare?.value.contentSchema }
    set { setRare(\.contentSchema, newValue) }
  }

  /// The names of the events of a stream whose data the schema is; empty where it is no event's, or any event's.
  package var eventNames: [String] {
    get { rare?.value.eventNames ?? [] }
    set { setRare(\.eventNames, newValue) }
  }

  /// How the value is written in XML, as it stands in the document (OpenAPI 3.1, section 4.8.26).
  package var xml: Node? {
    get { rare?.value.xml }
    set { setRare(\.xml, newValue) }
  }

  /// Where more is written, as it stands in the document.
  package var externalDocumentation: Node? {
    get { rare?.value.externalDocumentation }
    set { setRare(\.externalDocumentation, newValue) }
  }

  /// A remark for those who write the document (JSON Schema 2020-12, section 8.3).
  package var comment: String? {
    get { rare?.value.comment }
    set { setRare(\.comment, newValue) }
  }

  /// Extensions of which nothing is read, as they stand in the document.
  package var extensions: [Member] {
    get { rare?.value.extensions ?? [] }
    set { setRare(\.extensions, newValue) }
  }

  /// Sets a rare keyword.
  private mutating func setRare<Value>(_ keyword: WritableKeyPath<RareKeywords, Value>, _ value: Value) {
    var keywords = rare?.value ?? RareKeywords()
    keywords[keyPath: keyword] = value
    rare = Indirect(keywords)
  }
}

/// A type keyword, JSON Schema's seven and one for files in form bodies.
package enum RawType: String, Sendable, CaseIterable {
  case null, boolean, integer, number, string, array, object, file
}

/// A reference by key: the target is `APIDescription.schemas[key]`.
package struct RawReference: Hashable, Sendable {
  package var key: SchemaKey
  package var span: SourceSpan

  package init(_ key: SchemaKey, at span: SourceSpan) {
    self.key = key
    self.span = span
  }
}

/// Names a schema within one API; a format chooses its own spelling (a JSON pointer, an id, a model's name).
package struct SchemaKey: Hashable, Sendable {
  package var text: String

  package init(_ text: String) { self.text = text }
}

/// One property of an object schema.
package struct RawProperty: Sendable {
  package var key: String
  package var keySpan: SourceSpan
  package var schema: RawSchema

  package init(key: String, keySpan: SourceSpan, schema: RawSchema) {
    self.key = key
    self.keySpan = keySpan
    self.schema = schema
  }
}

/// A name in a `required` list and its place.
package struct RequiredName: Hashable, Sendable {
  package var name: String
  package var span: SourceSpan

  package init(_ name: String, at span: SourceSpan) {
    self.name = name
    self.span = span
  }
}

/// What an object may hold beside its named properties.
package enum RawAdditionalProperties: Sendable {
  case allowed
  case forbidden
  case schema(Indirect<RawSchema>)
}

/// The property that tells the variants of a union apart.
package struct RawDiscriminator: Sendable {
  package var propertyName: String
  /// Values and the schemas that they stand for, in the document's order.
  package var mapping: [(value: String, reference: RawReference)]
  /// The schema of values whose tag is missing or not listed (OpenAPI 3.2, section 4.24).
  package var defaultMapping: RawReference?
  package var span: SourceSpan

  package init(
    propertyName: String,
    mapping: [(value: String, reference: RawReference)],
    defaultMapping: RawReference? = nil,
    span: SourceSpan
  ) {
    self.propertyName = propertyName
    self.mapping = mapping
    self.defaultMapping = defaultMapping
    self.span = span
  }
}

/// One allowed value with the name and the description that extensions give it.
package struct RawEnumValue: Sendable {
  package var value: Node
  package var name: String?
  package var description: String?

  package init(_ value: Node, name: String? = nil, description: String? = nil) {
    self.value = value
    self.name = name
    self.description = description
  }
}

/// A documented value of a schema, parameter or body.
package struct RawExample: Sendable {
  /// The example's name or title where it has one.
  package var name: String?
  package var value: Node
  /// The name of the event where the value is one of a stream of events and has one.
  package var event: String?
  /// The identifier of the event where the value is one of a stream of events and has one.
  package var eventID: String?
  /// The data of the event that ends the stream behind this one, for example `[DONE]`; nil for none.
  package var terminator: String?
  /// What people read beside the name and the value.
  package var words: Indirect<ExampleWords>?

  package init(name: String? = nil, _ value: Node) {
    self.name = name
    self.value = value
  }
}

/// What a document says of an example for people (OpenAPI 3.1, section 4.8.19).
package struct ExampleWords: Sendable {
  package var summary: String?
  package var description: String?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []

  package init() {}
}

/// A validation keyword that is carried along as it stands: `minimum`, `maxLength`, `pattern` and so on.
package struct RawConstraint: Sendable {
  package var keyword: String
  package var value: Node
  /// Whether a description says so, not a keyword.
  package var isFromProse = false

  package init(_ keyword: String, _ value: Node, isFromProse: Bool = false) {
    self.keyword = keyword
    self.value = value
    self.isFromProse = isFromProse
  }
}

/// A heap-allocated value, for schemas within schemas; copied on write.
package struct Indirect<Value: Sendable>: Sendable {
  /// Holds the value on the heap.
  private final class Storage: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  package init(_ value: Value) { storage = Storage(value) }

  package var value: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }
}
