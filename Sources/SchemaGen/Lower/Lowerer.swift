import SchemaDescription
import SchemaIR
import SchemaSource

/// The state that the passes of lowering share; each pass is an extension in a file of its own.
struct Lowerer {
  let description: APIDescription
  let options: LowerOptions
  var api: API
  var report: Report
  /// Where each named schema stands in `description.schemas`.
  let schemaIndex: [SchemaKey: Int]
  /// Which named schemas are made from a base with a discriminator.
  let inheritance: Inheritance
  /// The ways to authenticate that the client knows, by their keys.
  var schemesByKey: [String: SecurityScheme] = [:]
  /// Where the schemas of the operations' request bodies stand, by the operations' indices.
  var requestSpans: [Int: [SourceSpan]] = [:]
  /// What the responses are to their operations.
  var responseRoles: [[OperationRole]] = []
  /// What has become of the named schemas so far.
  var namedTypes: [SchemaKey: NamedType] = [:]
  /// Where named schemas first lead back to themselves.
  var recursiveUses: [SchemaKey: SourceSpan] = [:]
  /// Whether the schemas that are being lowered allow every type where they state none.
  var allowsAnyTypeUnlessStated = false
  /// What has become of schemas that are composed of others; each is lowered once, wherever it is spread into.
  var compositions: [Composition: NamedType] = [:]
  /// What named schemas come down to once they are flattened.
  var flatSchemas: [SchemaKey: FlatSchema] = [:]
  /// Whether what stands beside references is a copy of what they lead to, by where it stands.
  var copies: [SourceSpan: Bool] = [:]
  /// How often flattening stopped at a schema that leads back to itself.
  var cutCount = 0
  /// The composition whose declaration comes next.
  var openComposition: Composition?
  /// The structures of headers by what the document says of these: several responses may have the same.
  var headerSets: [[HeaderSignature]: DeclID] = [:]
  /// Where the headers stand whose examples are noted, for each structure of headers.
  var knownHeaders: [DeclID: Set<SourceSpan>] = [:]
  /// All examples found, each with the place whose type must carry it.
  var examples: [FoundExample] = []
  /// References that were reported as leading nowhere, so that each is told once.
  var brokenReferences: Set<RawReference> = []
  /// The types of the data of events, by the declarations that describe the events.
  var eventDataTypes: [DeclID: TypeRef] = [:]
  /// How often a declaration was changed, to notice when nothing changes any more.
  var changeCount = 0
  /// Finds properties and listed values.
  let finder = MemberFinder()
  /// Named structures that a value without a type may turn out to be.
  var models: Set<DeclID> = []
  /// The models that have a property, by its key.
  var modelsByKey: [String: [DeclID]] = [:]
  /// The schemas that are wanted for themselves; nil for all that have a name.
  var wanted: Set<SchemaKey>?
  /// Where the schemas of each name stand in `description.schemas`; nil until someone asks.
  var schemaNames: [String: [Int]]?
  /// Patterns of the options that met a place.
  var usedPatterns: Set<SchemaPattern> = []

  init(_ description: APIDescription, name: String, options: LowerOptions, report: Report) {
    self.description = description
    self.options = options
    self.report = report
    api = API(name: name)
    api.documentation = documentationText(description.title, description.description)
    inheritance = Inheritance(description.schemas)
    schemaIndex = Dictionary(
      description.schemas.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Adds a declaration and returns its handle.
  mutating func declare(_ declaration: Declaration) -> DeclID {
    api.declarations.append(declaration)
    return DeclID(api.declarations.count - 1)
  }
}

/// How far a named schema has come.
enum NamedType {
  /// Being lowered right now, with the declaration that stands for it once it was found to lead back to itself.
  case inProgress(DeclID?)
  case done(TypeRef)
}

/// Names a schema that is composed of others, by where its text stands.
struct Composition: Hashable {
  let span: SourceSpan
  private let parts: [SourceSpan]

  /// Nil for a schema that is not composed.
  init?(_ schema: RawSchema) {
    guard !schema.allOf.isEmpty || schema.reference != nil else { return nil }
    span = schema.span
    parts = schema.allOf.map(\.span)
  }
}

/// Where a type is used: what a new declaration there is called after, and how messages name the place.
struct Place {
  /// The declaration that new types are nested in.
  var parent: DeclID?
  var hint: NameHint
  /// For people, for example `ChatRequest.messages[].content`.
  var path: String
  /// Where the document describes the place.
  var span: SourceSpan
  /// The declaration that is no more than a name for the type that is used here, if there is one.
  var name: DeclID?

  /// The place of a property of a declaration that stands at this place.
  func property(_ key: String, of declaration: DeclID, at span: SourceSpan) -> Place {
    Place(parent: declaration, hint: .property(key, isElement: false), path: "\(path).\(key)", span: span)
  }

  /// The place of the elements of an array, or the values of a map, at this place.
  func element(_ suffix: String = "[]") -> Place {
    var place = self
    place.name = nil
    place.path += suffix
    switch hint {
    case .property(let key, _): place.hint = .property(key, isElement: true)
    case .component(let name): place.hint = .component(name + "Item")
    case .operation(let index, .parameter(let name)): place.hint = .operation(index, .parameter(name + "Item"))
    case .operation(let index, let role): place.hint = .operation(index, .element(of: role))
    case .variant(let name): place.hint = .variant(name + "Item")
    }
    return place
  }
}

/// Title and description as one text: the description alone where it repeats the title.
func documentationText(_ title: String?, _ description: String?) -> String? {
  let title = title.flatMap { $0.isBlank ? nil : $0 }
  let description = description.flatMap { $0.isBlank ? nil : $0 }
  guard let title, let description else { return title ?? description }
  return description.hasPrefix(title) ? description : "\(title)\n\n\(description)"
}

extension String {
  /// Whether there is nothing to read in the text.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
