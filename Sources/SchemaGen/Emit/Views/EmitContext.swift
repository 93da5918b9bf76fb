import SchemaIR

/// What every view is made from.
struct EmitContext {
  let api: API
  let names: NameTable
  let resolver: TypeResolver
  let literals: LiteralPrinter

  init(_ api: API, names: NameTable) {
    self.api = api
    self.names = names
    resolver = TypeResolver(api: api)
    literals = LiteralPrinter(resolver: resolver, names: names)
  }

  /// The place of a declaration's body.
  func scope(of id: DeclID) -> EmitScope {
    EmitScope(
      layout: Layout(depth: names.chain(of: id).count),
      types: TypePrinter(resolver: resolver, names: names, context: id),
      literals: literals
    )
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

  var resolver: TypeResolver { types.resolver }
}
