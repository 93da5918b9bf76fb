import Mustache
import SchemaIR
import SchemaSource

/// Spreads the declarations of one API over files.
struct FileWriter: Sendable {
  let context: EmitContext
  let options: EmitOptions
  let templates: TemplateSet

  /// Something that stands directly in the namespace.
  private enum Item {
    case declaration(DeclID)
    /// The names of what the server sends.
    case webhooks(WebhooksView.Scope)
    /// The base URLs.
    case servers
    /// What an operation's request may carry.
    case body(operation: Int)
    /// What a method of an operation may answer.
    case result(operation: Int, of: MethodForm)
    /// The client with these methods.
    case client(operations: [Int])
    /// Methods of the client that are called through a property of it.
    case group(ClientGroup)
  }

  /// What goes into a file.
  private enum Content: Sendable {
    case items([Item], declaresNamespace: Bool = false)
    /// Methods of the client, by the operations' indices.
    case methods([Int])
    /// What the documents demand of values beyond their types.
    case rules
  }

  /// A file that is to be rendered.
  private struct Plan: Sendable {
    let path: String
    let content: Content
  }

  /// The namespace in a file of its own, and the rest as the layout has it. The namespace is part of each name: a
  /// module may not hold two files of one name.
  func files() -> [OutputFile] {
    let namespace = context.names.namespace.text
    let folder = "\(options.module)/\(namespace)/"
    if options.layout == .single {
      let items = declarations + parts + webhooks + client(operations: calls)
      return [
        OutputFile(
          path: folder + namespace + ".swift",
          contents: text(items, declaresNamespace: true, hasRules: hasRules)
        )
      ]
    }
    var files: [Plan] = []
    if options.hasNamespace {
      files.append(Plan(path: folder + namespace + ".swift", content: .items([], declaresNamespace: true)))
    }
    let groups = operationGroups
    switch options.layout {
    case .type, .single:
      for item in declarations + parts {
        files.append(Plan(path: "\(folder)\(namespace)+\(name(item)).swift", content: .items([item])))
      }
    case .tag:
      let tags = TagNames(context.api.operations)
      var groups: [String: [Item]] = [:]
      for (name, declarations) in TagGroups(context.api, names: context.names).groups {
        groups[name] = declarations.map(Item.declaration)
      }
      for part in parts {
        switch part {
        case .body(let index), .result(let index, _):
          groups[tags.name(of: context.api.operations[index]), default: []].append(part)
        default: groups["Shared", default: []].append(part)
        }
      }
      for (name, items) in groups.sorted(by: { $0.key < $1.key }) {
        files.append(Plan(path: "\(folder)\(namespace)+\(name).swift", content: .items(items)))
      }
    }
    for item in webhooks {
      files.append(Plan(path: "\(folder)\(namespace)+\(name(item)).swift", content: .items([item])))
    }
    if hasRules { files.append(Plan(path: "\(folder)\(namespace)+\(rulesName).swift", content: .rules)) }
    for item in client(operations: groups == nil ? calls : []) {
      files.append(Plan(path: "\(folder)\(namespace)+\(name(item)).swift", content: .items([item])))
    }
    for (name, operations) in groups ?? [] {
      files.append(Plan(path: "\(folder)\(namespace).Client+\(name).swift", content: .methods(operations)))
    }
    // The client takes longest: it comes first, so that no processor waits for it at the end.
    return Workers.map(files.reversed()) { plan in OutputFile(path: plan.path, contents: text(plan.content)) }
      .reversed()
  }

  /// The operations of each file where the client is spread over several; nil where it is one.
  private var operationGroups: [(name: String, operations: [Int])]? {
    let calls = calls
    let isLarge = options.operationsPerFile.map { calls.count > $0 } ?? false
    guard isLarge || options.layout == .tag, !calls.isEmpty, context.names.groups.isEmpty else { return nil }
    let groups = OperationGroups.groups(
      of: calls.map { context.api.operations[$0] },
      names: calls.map { context.names.operations[$0].text },
      limit: options.operationsPerFile
    )
    return groups.map { group in (group.name, group.operations.map { calls[$0] }) }
  }

  /// Exactly `count` files, each item in the one that its name's hash chooses; the first declares the namespace.
  func shards(_ count: Int) -> [OutputFile] {
    let count = max(1, count)
    var shards: [[Item]] = Array(repeating: [], count: count)
    let items = declarations + parts + webhooks + client(operations: calls)
    for item in items { shards[Int(StableHash.value(name(item)) % UInt64(count))].append(item) }
    let rulesIndex = !hasRules ? nil : Int(StableHash.value(rulesName) % UInt64(count))
    let width = max(2, String(count - 1).count)
    return Workers.map(Array(shards.enumerated())) { index, items in
      let digits = String(index)
      let number = String(repeating: "0", count: width - digits.count) + digits
      return OutputFile(
        path: "\(options.module)/\(context.names.namespace.text)_\(number).swift",
        contents: text(items, declaresNamespace: index == 0, hasRules: index == rulesIndex)
      )
    }
  }

  /// The types that stand directly in the namespace.
  private var declarations: [Item] { context.names.roots.map(Item.declaration) }

  /// What the server sends, where the API has something of it.
  private var webhooks: [Item] {
    WebhooksView.Scope.allCases.filter { context.api.operations.contains(where: $0.contains) }.map(Item.webhooks)
  }

  /// What stands beside the types for the client: base URLs, and what requests carry and answers are in several forms.
  private var parts: [Item] {
    var parts: [Item] = ServersView.isNeeded(for: context.api) ? [.servers] : []
    for index in calls {
      if context.names.bodies[index] != nil { parts.append(.body(operation: index)) }
      for form in [MethodForm.plain, .stream] where context.resultName(of: index, as: form) != nil {
        parts.append(.result(operation: index, of: form))
      }
    }
    return parts
  }

  /// The operations that are called, by their indices.
  private var calls: [Int] { context.api.operations.indices.filter { context.api.operations[$0].kind == .call } }

  /// The client, only where the API has something to call.
  private func client(operations: [Int]) -> [Item] {
    guard !calls.isEmpty else { return [] }
    let grouped = Set(context.names.groups.flatMap(\.operations))
    return [.client(operations: operations.filter { !grouped.contains($0) })] + context.names.groups.map(Item.group)
  }

  /// The Swift name of an item.
  private func name(_ item: Item) -> String {
    switch item {
    case .declaration(let id): context.names[id].text
    case .webhooks(let scope): scope.name(in: context.names.namespace)
    case .servers: ServersView.name(in: context.names.namespace)
    case .body(let index): context.names.bodies[index]?.text ?? ""
    case .result(let index, let form): context.resultName(of: index, as: form)?.text ?? ""
    case .client: "Client"
    case .group(let group): group.type.text
    }
  }

  /// Whether there are rules to write down.
  private var hasRules: Bool { !context.api.rules.isEmpty }

  /// The name of the rule book's file, which no declaration's file has.
  private var rulesName: String {
    let taken = Set(context.names.roots.map { context.names[$0].text.lowercased() })
    var name = "Rules"
    while taken.contains(name.lowercased()) { name += "_" }
    return name
  }

  /// The text of one file.
  private func text(_ content: Content) -> String {
    switch content {
    case .items(let items, let declaresNamespace): text(items, declaresNamespace: declaresNamespace)
    case .methods(let operations): text(clientExtension: operations)
    case .rules: text([], hasRules: true)
    }
  }

  /// The text of a file with what stands in the namespace.
  private func text(_ items: [Item], declaresNamespace: Bool = false, hasRules: Bool = false) -> String {
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

  /// Says where descriptions of tags go, where no file is for the operations of a tag.
  func tellLostTags(_ report: inout Report) {
    guard let tag = context.api.tags.first, options.shards != nil || operationGroups == nil,
      context.names.groups.isEmpty
    else { return }
    let count = context.api.tags.count
    let message = "descriptions of tags (\(count)) are carried where files are laid out by tag; see `layout`"
    report.add(Diagnostic(.unsupportedFeature, message, at: tag.span, severity: .note))
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
