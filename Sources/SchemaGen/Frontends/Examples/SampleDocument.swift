import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads JSON that is no document of any format: a value of a type that is called like its file.
enum SampleDocument {
  /// Names of files that say nothing of what is in them: the folder does.
  private static let meaninglessNames: Set<String> = [
    "", "sample", "samples", "example", "examples", "data", "index", "response", "request", "body", "payload", "output",
    "input", "result", "test",
  ]

  /// Why a value is no sample; nil where it is one. What has the keys of a known format and lacks what makes it one is
  /// a broken document, and must not become a type in silence.
  static func refusal(of root: Node) -> String? {
    switch root.value {
    case .object(let members):
      if members.isEmpty { return "an empty object shows nothing of its type" }
      return BrokenDocument.suspicion(of: root)
    case .array(let elements): return elements.isEmpty ? "an empty array shows nothing of its type" : nil
    case .null, .boolean, .number, .string: return "a value without keys or elements is no sample of a type"
    }
  }

  /// What one sample says.
  static func read(_ root: Node, in file: SourceFile) -> APIDescription {
    let name = String(file.path.split(separator: "/").last ?? "")
    return read([RawExample(name: name.isEmpty ? nil : name, root)], in: file)
  }

  /// What the samples of one file say.
  static func read(_ samples: [RawExample], in file: SourceFile) -> APIDescription {
    var description = APIDescription()
    guard let first = samples.first else { return description }
    let name = self.name(ofFile: file.path)
    var schema = RawSchema(at: first.value.span)
    schema.isTypeLost = true
    schema.examples = samples
    var named = NamedSchema(key: SchemaKey("sample \(name.lowercased())"), name: name, schema: schema)
    named.isSample = true
    description.schemas = [named]
    return description
  }

  /// What the type of a file's samples is called: the file's name without a number at its end, or the folder's where
  /// nothing is left: `user.1.json`, `user-2.json`, `user (3).json` and `user/4.json` are samples of `user`.
  static func name(ofFile path: String) -> String {
    let components = path.split(separator: "/")
    var stem = components.last ?? ""
    for ending in [".json", ".jsonl", ".ndjson", ".txt"] where stem.lowercased().hasSuffix(ending) {
      stem = stem.dropLast(ending.count)
    }
    let name = withoutNumber(stem)
    guard meaninglessNames.contains(name.lowercased()) else { return name }
    let folder = components.dropLast().last { $0 != "." && $0 != ".." && !meaninglessNames.contains($0.lowercased()) }
    return folder.map(String.init) ?? (name.isEmpty ? "sample" : name)
  }

  /// A name without the number that tells it from its neighbours.
  private static func withoutNumber(_ stem: Substring) -> String {
    var rest = stem
    if rest.hasSuffix(")"), let open = rest.lastIndex(of: "(") {
      let inner = rest[rest.index(after: open)...].dropLast()
      if !inner.isEmpty, inner.allSatisfy(\.isNumber) { return String(rest[..<open].trimmed) }
    }
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0 else { return String(stem) }
    rest = rest.dropLast(digits)
    if rest.isEmpty { return "" }
    // `v2` and `sha256` are names; a number that stands apart is none.
    guard let last = rest.last, "-_. ".contains(last) else { return String(stem) }
    while let last = rest.last, "-_. ".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
