import SchemaIR
import SchemaSource

/// What every view is made from.
struct EmitContext {
  let api: API
  let names: NameTable
  let resolver: TypeResolver
  let literals: LiteralPrinter
  /// What stands in front of every declaration.
  let access: String
  /// Protocols that the configuration adds.
  let conformances: ConformanceTable
  /// The declarations that are variants of unions whose tag tells them apart, with the keys of the tags.
  let tagsOfVariants: [DeclID: Set<String>]

  /// Names everything and looks up what the options say of the declarations.
  init(_ api: API, options: EmitOptions, report: inout Report) {
    self.api = api
    let names = AssignNames.assign(
      api,
      namespace: options.namespace,
      hasNamespace: options.hasNamespace,
      options: options.naming,
      avoiding: options.avoidedNames,
      grouping: options.grouping,
      report: &report
    )
    self.names = names
    access = options.access.modifier
    conformances = ConformanceTable(options.conformances, in: api)
    tagsOfVariants = Self.tagsOfVariants(api)
    resolver = TypeResolver(api: api)
    literals = LiteralPrinter(resolver: resolver, names: names)
  }

  /// The declarations that are variants of unions whose tag tells them apart, with the keys of the tags.
  private static func tagsOfVariants(_ api: API) -> [DeclID: Set<String>] {
    var result: [DeclID: Set<String>] = [:]
    for declaration in api.declarations {
      guard case .union(let union) = declaration.kind, case .property(let key) = union.tagging else { continue }
      for variant in union.variants {
        if case .declared(let id) = variant.type { result[id, default: []].insert(key) }
      }
    }
    return result
  }

  /// The place of a declaration's body.
  func scope(of id: DeclID) -> EmitScope {
    EmitScope(
      layout: Layout(depth: names.depth(of: id)),
      types: TypePrinter(resolver: resolver, names: names, context: id),
      literals: literals,
      access: access
    )
  }

  /// The name of the type of what a method of an operation answers; nil where the documented successes need none.
  func resultName(of operation: Int, as form: MethodForm) -> SwiftName? {
    switch form {
    case .plain: names.results[operation]
    case .stream: names.streamResults[operation]
    case .pages, .text, .bytes: nil
    }
  }

  /// Whether types are nested in a declaration.
  func hasNested(_ id: DeclID) -> Bool { !names.children[id.index].isEmpty }

  /// The documentation of a type that cannot be marked as deprecated, since generated code itself names it.
  func documentation(of declaration: Declaration, fallback: String) -> [String] {
    let lines = DocumentationComment.lines(declaration.documentation, fallback: fallback)
    return declaration.isDeprecated ? lines + ["", " - Warning: The document marks this type as deprecated."] : lines
  }
}

/// A place in a file: how deep it is indented and which names are seen from it.
struct EmitScope {
  let layout: Layout
  let types: TypePrinter
  let literals: LiteralPrinter
  /// What stands in front of every declaration.
  let access: String

  var resolver: TypeResolver { types.resolver }
}
