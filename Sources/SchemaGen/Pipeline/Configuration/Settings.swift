import SchemaEmit
import SchemaLower
import SchemaSource

/// What the configuration says of one API, or of all.
package struct Settings: Sendable {
  /// Where the types of an API stand.
  package enum Namespace: Hashable, Sendable {
    /// In an enumeration without cases that is called so.
    case named(String)
    /// At the top of the module.
    case none
  }

  /// Nil to derive the namespace from the API's name.
  package var namespace: Namespace?
  /// A base URL that replaces the documented ones; without a slash at its end.
  package var server: String?
  /// Where the API is named in the configuration.
  package var span: SourceSpan?
  /// Whether values that a description lists in prose are read.
  package var readsProse = true
  /// What becomes of descriptions that have the same method and path.
  package var operations = OperationPolicy.merge
  /// Whether models can be checked against what their schemas demand beyond types.
  package var validation = ValidationPolicy.off
  package var access = AccessLevel.public
  /// Whether documentation comments say what rests on examples or on prose.
  package var documentsConfidence = false
  package var filter = Filter()
  package var naming = NamingOptions()
  /// Types by the names of formats.
  package var formats: [String: ChosenType] = [:]
  /// Types by the paths of schemas and properties.
  package var types: [String: Located<ChosenType>] = [:]
  package var enumerations = EnumerationPolicy.open
  /// Policies by the paths of schemas and properties.
  package var enumerationOverrides: [String: Located<EnumerationPolicy>] = [:]
  /// What becomes of keys of which a schema says nothing.
  package var unknownKeys = UnknownKeys.ignore
  /// What documented defaults are used for.
  package var defaults = DefaultPolicy.initializers
  package var conformances: [Conformance] = []
  /// Whether the client's methods are grouped by their tags.
  package var groupsOperations = false
  /// Whether methods in groups leave out the words of their tags.
  package var shortensGrouped = true
  /// Streams of events by the operations that answer with them.
  package var streams: [String: Located<StreamOption>] = [:]
  /// Whether pages are recognised that `pages` says nothing of.
  package var pagination = PaginationPolicy.recognised
  /// Pages of lists by the operations that give them.
  package var pages: [String: Located<PaginationOption>] = [:]
  package var layout = FileLayout.type
  /// How many operations stand in one file at most; nil for no limit.
  package var operationsPerFile: Int?

  package init() {}

  /// The choices for lowering.
  var lowerOptions: LowerOptions {
    var options = LowerOptions()
    options.readsProse = readsProse
    options.operations = operations
    options.server = server
    options.validation = validation
    options.filter = filter
    options.formats = formats
    options.enumerations = enumerations
    options.unknownKeys = unknownKeys
    options.defaults = defaults
    options.streams = streams
    options.pagination = pagination
    options.pages = pages
    for (path, type) in types {
      options.types[SchemaPattern(path)] = type.value
      if let span = type.span { options.places[SchemaPattern(path), default: []].append(span) }
    }
    for (path, policy) in enumerationOverrides {
      options.enumerationOverrides[SchemaPattern(path)] = policy.value
      if let span = policy.span { options.places[SchemaPattern(path), default: []].append(span) }
    }
    return options
  }

  /// The choices for emitting into a module.
  func emitOptions(module: String) -> EmitOptions {
    var options = EmitOptions(module: module)
    switch namespace {
    case .named(let name): options.namespace = name
    case .some(.none): options.hasNamespace = false
    case nil: break
    }
    options.access = access
    options.documentsConfidence = documentsConfidence
    options.naming = naming
    options.naming.tellsOperationsApart = operations == .separate
    options.conformances = conformances
    options.grouping = !groupsOperations ? .none : shortensGrouped ? .shortened : .full
    options.layout = layout
    options.operationsPerFile = operationsPerFile
    return options
  }

  /// The places of all entries that a document may fail to meet.
  var places: Set<SourceSpan> {
    let kinds = [naming.types, naming.properties, naming.operations, naming.cases]
    var spans = (filter.include + filter.exclude).flatMap(\.entries).map(\.span)
    spans += kinds.flatMap(\.names.values).map(\.span) + types.values.map(\.span)
    spans += enumerationOverrides.values.map(\.span) + conformances.flatMap(\.schemas).map(\.span)
    spans += streams.values.map(\.span) + pages.values.map(\.span)
    return Set(spans.compactMap(\.self))
  }
}
