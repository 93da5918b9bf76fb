import Mustache
import SchemaIR

extension FileWriter {
  /// The text of one file.
  func text(_ content: Content) -> String {
    switch content {
    case .items(let items, let declaresNamespace): text(items, declaresNamespace: declaresNamespace)
    case .methods(let operations): text(clientExtension: operations)
    case .rules: text([], hasRules: true)
    }
  }

  /// The text of a file with what stands in the namespace.
  func text(_ items: [Item], declaresNamespace: Bool = false, hasRules: Bool = false) -> String {
    // Views are made before the file, which must know what they import.
    var imports: Imports = hasRules ? [.runtime] : []
    var pieces: [() -> Assembly.Piece] = []
    let depth = context.names.topDepth
    func add(_ view: any MustacheParent, _ template: TemplateSet.Name, _ modules: Imports) {
      imports.formUnion(modules)
      pieces.append { Assembly.Piece(text: templates.render(view, with: template), depth: depth) }
    }
    for item in items {
      switch item {
      case .client(let operations):
        let view = ClientView(context, operations: operations)
        add(view, .client, view.operations.reduce(into: .runtime) { $0.formUnion($1.imports) })
      case .group(let group):
        let view = ClientGroupView(group, in: context)
        add(view, .clientGroup, view.operations.reduce(into: .runtime) { $0.formUnion($1.imports) })
      case .servers: add(ServersView(context), .servers, .runtime)
      case .body(let index):
        if let view = RequestBodyView(index, in: context) { add(view, .requestBody, view.imports) }
      case .result(let index, let form):
        if let view = ResponseCasesView(index, as: form, in: context) { add(view, .responseCases, view.imports) }
      case .webhooks(let scope):
        let view = WebhooksView(scope, in: context)
        add(view, .webhooks, view.imports)
      case .declaration(let id):
        imports.formUnion(self.imports(of: id))
        pieces.append { piece(id) }
      }
    }
    let view = FileView(
      options: options,
      imports: imports,
      declared: declaresNamespace && options.hasNamespace ? NamespaceView(context) : nil,
      extended: options.hasNamespace ? context.names.namespace.declaration : nil,
      hasContent: !items.isEmpty
    )
    let text = Assembly.text(of: Assembly.Piece(text: templates.render(view, with: .file), depth: 0, nested: pieces))
    guard hasRules else { return text }
    let rules = Assembly.Piece(text: templates.render(RulesView(context), with: .rules), depth: 0)
    return "\(text)\n\(Assembly.text(of: rules))"
  }

  /// The text of a file with some of the client's methods.
  private func text(clientExtension operations: [Int]) -> String {
    let views = operations.flatMap { OperationView.views($0, in: context, depth: 0, isQualified: true) }
    var view = FileView(
      options: options,
      imports: views.reduce(into: []) { $0.formUnion($1.imports) },
      hidden: .runtime,
      declared: nil,
      extended: (options.hasNamespace ? context.names.namespace.declaration + "." : "") + "Client",
      hasContent: true
    )
    view.documentation = documentation(ofTagOf: operations)
    let pieces = views.map { view in
      { Assembly.Piece(text: templates.render(view, with: .operation), depth: 0) }
    }
    return Assembly.text(of: Assembly.Piece(text: templates.render(view, with: .file), depth: 0, nested: pieces))
  }

  /// What the document says of the tag that operations are grouped by; empty where it says nothing.
  private func documentation(ofTagOf operations: [Int]) -> [String] {
    guard let name = operations.first.flatMap({ context.api.operations[$0].tags.first }),
      let tag = context.api.tags.first(where: { $0.name == name })
    else { return [] }
    return DocumentationComment.lines(tag.documentation, fallback: "")
  }

  /// A declaration and what is nested in it.
  private func piece(_ id: DeclID) -> Assembly.Piece {
    let (view, template): (any MustacheParent, TemplateSet.Name) =
      switch context.api[id].kind {
      case .structure(let structure): (StructureView(structure, of: id, in: context), .structure)
      case .enumeration(let enumeration):
        (
          EnumerationView(enumeration, of: id, in: context),
          enumeration.isEmittedOpen ? .enumeration : .closedEnumeration
        )
      case .tuple(let tuple): (TupleView(tuple, of: id, in: context), .tuple)
      case .union(let union): (UnionView(union, of: id, in: context), .union)
      case .alias(let type): (AliasView(type, of: id, in: context), .alias)
      }
    return Assembly.Piece(
      text: templates.render(view, with: template),
      depth: context.names.depth(of: id),
      nested: context.names.children[id.index].map { child in { piece(child) } }
    )
  }

  /// The modules that the public declarations of a type and of everything within it name.
  private func imports(of root: DeclID) -> Imports {
    var imports: Imports = []
    var pending = [root]
    while let id = pending.popLast() {
      pending += context.names.children[id.index]
      imports.formUnion(context.conformances.imports(of: id))
      switch context.api[id].kind {
      case .structure(let structure):
        imports.formUnion(.runtime)
        for property in structure.properties { imports.formUnion(context.resolver.imports(of: property.type)) }
        if case .kept(let type) = structure.additional { imports.formUnion(context.resolver.imports(of: type)) }
      case .tuple(let tuple):
        imports.formUnion(.runtime)
        for type in tuple.elements.map(\.type) + [tuple.rest].compactMap(\.self) {
          imports.formUnion(context.resolver.imports(of: type))
        }
      case .enumeration(let enumeration): if enumeration.isEmittedOpen { imports.formUnion(.runtime) }
      case .union(let union):
        imports.formUnion(.runtime)
        for variant in union.variants { imports.formUnion(context.resolver.imports(of: variant.type)) }
      case .alias(let type): imports.formUnion(context.resolver.imports(of: type))
      }
    }
    return imports
  }
}
