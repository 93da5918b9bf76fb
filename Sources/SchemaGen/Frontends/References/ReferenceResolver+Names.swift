extension ReferenceResolver {
  /// Objects whose members are schemas with names.
  private static let schemaMaps: Set<String> = ["schemas", "definitions", "$defs"]
  /// Names of files that say nothing of what is in them: the folder does.
  private static let meaninglessStems: Set<String> = ["schema", "model", "index", "_index", "definition"]

  /// The document that is being read, as a resource.
  var ownRoot: SchemaResource { rootResource(at: document.root.span) }

  /// What a schema of another document is called: its name among the schemas there or, for a whole file, the file's.
  /// Nil for a place in the middle of something, and for places in the document that is being read.
  func name(of target: ReferenceTarget) -> String? {
    guard target.document.file.id != document.file.id else { return nil }
    let tokens = target.pointer.tokens
    guard let last = tokens.last else { return Self.name(ofFile: target.document.file.path) }
    let isNamed = tokens.count == 1 || Self.schemaMaps.contains(tokens[tokens.count - 2])
    return isNamed && !last.isEmpty ? last : nil
  }

  /// What a file is called that holds one schema.
  static func name(ofFile path: String) -> String {
    let stem = PathText.stem(of: path)
    let folder = path.split(separator: "/").dropLast().last
    guard meaninglessStems.contains(stem.lowercased()), let folder, folder != ".", folder != ".." else { return stem }
    return String(folder)
  }
}
