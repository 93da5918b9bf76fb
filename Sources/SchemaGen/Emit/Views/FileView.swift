import Mustache
import SchemaIR

/// What `file.mustache` shows.
struct FileView: MustacheParent {
  /// The documents that the header names, with what joins them to it; empty where none is known.
  let sources: String
  /// The import declarations.
  let imports: [String]
  /// The namespace whose declaration the file holds, if it does.
  let declared: NamespaceView?
  /// The type that the file extends, if it does; otherwise what it holds stands at the top.
  let extended: String?

  /// Whether the file declares more than the namespace.
  let hasContent: Bool

  /// What is said of the extension; empty for nothing.
  var documentation: [String] = []

  /// `hidden` are the modules that only the bodies of functions name.
  init(
    options: EmitOptions,
    imports: Imports,
    hidden: Imports = [],
    declared: NamespaceView?,
    extended: String?,
    hasContent: Bool
  ) {
    self.hasContent = hasContent
    sources = FileView.sources(options)
    let seen = Set(imports.modules)
    var all = imports
    all.formUnion(hidden)
    self.imports = all.modules.map { module in
      (seen.contains(module) ? options.access.importModifier : "") + "import \(module)"
    }
    self.declared = declared
    self.extended = extended
  }

  /// The documents' names on one line.
  static func sources(_ options: EmitOptions) -> String {
    let names = options.sources.map { String(String.UnicodeScalarView($0.unicodeScalars.filter(\.isHarmless))) }
    return names.isEmpty ? "" : " from " + names.joined(separator: ", ")
  }

  func child(named name: String) -> Any? {
    switch name {
    case "sources": Verbatim(sources)
    case "imports": Block.text(imports)
    case "hasImports": !imports.isEmpty
    case "declared": declared.map { [$0] } ?? []
    case "extended":
      hasContent ? extended.map { [ExtensionView(namespace: $0, documentation: documentation)] } ?? [] : []
    case "unextended": hasContent && extended == nil ? [Assembly.placeholder] : []
    default: nil
    }
  }
}
