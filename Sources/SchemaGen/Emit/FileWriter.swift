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
    case client
  }

  /// One file for the namespace, one for each top-level declaration, and one for the client. The namespace is part of
  /// each name: a module may not hold two files of one name.
  func files() -> [OutputFile] {
    let namespace = context.names.namespace.text
    let folder = "\(options.module)/\(namespace)/"
    let files = [OutputFile(path: folder + namespace + ".swift", contents: text([], declaresNamespace: true))]
    // The client takes longest: it comes first, so that no processor waits for it at the end.
    let others = Workers.map(items.reversed()) { item in
      OutputFile(path: "\(folder)\(namespace)+\(name(item)).swift", contents: text([item], declaresNamespace: false))
    }
    return files + others.reversed()
  }

  /// Exactly `count` files, each item in the one that its name's hash chooses; the first declares the namespace.
  func shards(_ count: Int) -> [OutputFile] {
    let count = max(1, count)
    var shards: [[Item]] = Array(repeating: [], count: count)
    for item in items { shards[Int(StableHash.value(name(item)) % UInt64(count))].append(item) }
    let width = max(2, String(count - 1).count)
    return Workers.map(Array(shards.enumerated())) { index, items in
      let digits = String(index)
      let number = String(repeating: "0", count: width - digits.count) + digits
      return OutputFile(
        path: "\(options.module)/\(context.names.namespace.text)_\(number).swift",
        contents: text(items, declaresNamespace: index == 0)
      )
    }
  }

  /// Everything that stands directly in the namespace; the client comes last, and only where it has something to call.
  private var items: [Item] {
    context.names.roots.map(Item.declaration) + (context.api.operations.isEmpty ? [] : [.client])
  }

  /// The Swift name of an item.
  private func name(_ item: Item) -> String {
    switch item {
    case .declaration(let id): context.names[id].text
    case .client: "Client"
    }
  }

  /// The text of one file.
  private func text(_ items: [Item], declaresNamespace: Bool) -> String {
    // Views are made before the file, which must know what they import.
    var imports: Imports = []
    var pieces: [() -> Assembly.Piece] = []
    for item in items {
      switch item {
      case .client:
        let view = ClientView(context)
        imports.formUnion(view.operations.reduce(into: [.runtime]) { $0.formUnion($1.imports) })
        pieces.append { Assembly.Piece(text: templates.render(view, with: .client), depth: 1, nested: []) }
      case .declaration(let id):
        imports.formUnion(self.imports(of: id))
        pieces.append { piece(id) }
      }
    }
    let view = FileView(
      options: options,
      imports: imports,
      declared: declaresNamespace ? NamespaceView(context) : nil,
      extended: items.isEmpty ? nil : context.names.namespace.declaration
    )
    return Assembly.text(of: Assembly.Piece(text: templates.render(view, with: .file), depth: 0, nested: pieces))
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
      case .union(let union): (UnionView(union, of: id, in: context), .union)
      case .alias(let type): (AliasView(type, of: id, in: context), .alias)
      }
    return Assembly.Piece(
      text: templates.render(view, with: template),
      depth: context.names.chain(of: id).count,
      nested: context.names.children[id.index].map { child in { piece(child) } }
    )
  }

  /// The modules that the public declarations of a type and of everything within it name.
  private func imports(of root: DeclID) -> Imports {
    var imports: Imports = []
    var pending = [root]
    while let id = pending.popLast() {
      pending += context.names.children[id.index]
      switch context.api[id].kind {
      case .structure(let structure):
        imports.formUnion(.runtime)
        for property in structure.properties { imports.formUnion(context.resolver.imports(of: property.type)) }
        if case .kept(let type) = structure.additional { imports.formUnion(context.resolver.imports(of: type)) }
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
