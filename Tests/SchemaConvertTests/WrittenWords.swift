import SchemaDocument
import SchemaSource

/// The keys and values of a document, for finding what another one says.
struct WrittenWords {
  private var words: Set<String> = []

  /// Takes in a document.
  mutating func add(_ node: Node) {
    for member in node.members ?? [] {
      words.insert(member.key)
      // Examples of sequences are numbered behind their names.
      if let comma = member.key.lastIndex(of: ",") { words.insert(String(member.key[..<comma])) }
      add(member.value)
    }
    for element in node.elements ?? [] { add(element) }
    if let text = node.string ?? node.number { words.insert(Self.plain(text)) }
    // What a text in a stream of events says stands apart when it is read.
    for line in node.string?.split(whereSeparator: \.isNewline) ?? [] { words.insert(Self.plain(String(line))) }
  }

  /// Whether a key is there, or a keyword that stands for it: versions spell some differently.
  func has(_ key: String) -> Bool {
    words.contains(key) || words.contains(Self.plain(key)) || Self.respelled[key].map(words.contains) ?? false
      || Self.stated.contains(key) || key.allSatisfy(\.isNumber) || words.contains(key.uppercased())
  }

  /// Whether a value is there; truth values and nulls are words of the version.
  func has(_ node: Node) -> Bool {
    guard let text = node.string ?? node.number else { return true }
    if words.contains(Self.plain(text)) { return true }
    // JSON in a text is read, and written as what it is; of a stream of events that is what stands in their data.
    let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    if text == "null" || lines.allSatisfy({ words.contains(Self.plain($0)) || isJSON($0) }) || isJSON(text) {
      return true
    }
    return lines.contains { $0.hasPrefix("data:") }
      && lines.allSatisfy { line in
        guard line.hasPrefix("data:") else { return ["event:", "id:", "retry:", ":"].contains(where: line.hasPrefix) }
        let data = Self.plain(String(line.dropFirst(5).drop(while: \.isWhitespace)))
        return data == "[DONE]" || words.contains(data) || isJSON(data)
      }
  }

  /// Whether a text is JSON of which all is there.
  private func isJSON(_ text: String) -> Bool {
    var report = Report()
    var sources = SourceMap()
    let file = sources.add(path: "text.json", bytes: [UInt8](text.utf8))
    guard let node = JSONReader.read(file, report: &report), node.members != nil || node.elements != nil else {
      return false
    }
    var own = WrittenWords()
    own.add(node)
    return own.words.isSubset(of: words)
  }

  /// A text without the differences that reading takes out: white space and a slash at its end.
  private static func plain(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last == "/" || last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Words of one version that another one spells otherwise.
  private static let respelled = [
    "webhooks": "x-webhooks", "itemSchema": "schema", "dataValue": "value", "serializedValue": "value",
    "nodeType": "attribute", "style": "x-schemagen-style", "exclusiveMinimum": "minimum",
    "exclusiveMaximum": "maximum", "defaultMapping": "x-defaultMapping", "x-nullable": "nullable",
    "example": "examples", "additionalItems": "items", "x-enumNames": "x-enum-varnames",
    "x-enumDescriptions": "x-enum-descriptions", "const": "enum", "$defs": "schemas", "definitions": "schemas",
    "query": "QUERY", "additionalOperations": "x-additionalOperations", "parent": "x-schemagen-parent",
    "kind": "x-schemagen-kind", "summary": "x-schemagen-summary", "name": "x-schemagen-name",
    "deprecated": "x-schemagen-deprecated", "oauth2MetadataUrl": "x-schemagen-oauth2-metadata",
  ]

  /// Words that say nothing by themselves, or what is the case anyway.
  private static let stated: Set<String> = [
    "nullable", "required", "deprecated", "readOnly", "writeOnly", "uniqueItems", "allowReserved", "allowEmptyValue",
    "parameters", "responses", "components", "examples", "encoding", "content", "requestBodies", "security", "tags",
    "variables", "mapping", "paths", "links", "pathItems", "type", "allOf", "properties", "exclusiveMinimum",
    "exclusiveMaximum", "servers", "summary", "webhooks",
  ]

  /// Members that say where something is or in which version.
  private static let places: Set<String> = [
    "$ref", "openapi", "$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef",
    "$recursiveAnchor",
    "$self", "operationRef", "mapping",
  ]

  /// Whether a member says where something is, in which version, or in which order, or is empty: a conversion has its own
  /// places.
  static func isStructure(_ member: Member) -> Bool {
    let isEmpty =
      member.value.members?.isEmpty ?? member.value.elements?.isEmpty ?? member.value.string?.isEmpty ?? false
    return places.contains(member.key) && member.value.members?.contains { $0.key == "type" } != true || isEmpty
      || ["x-apifox", "x-apidog"].contains(where: member.key.hasPrefix)
  }

  /// Kinds of components that a conversion writes where they are used.
  private static let inlined: Set<String> = ["examples", "links", "callbacks", "pathItems", "mediaTypes"]

  /// Whether a key may be another one in a conversion: that of a component which is written where it is used, and that of
  /// a further body of one status.
  static func isRenamed(_ key: String, in path: [String]) -> Bool {
    let isComponent = path.first == "components" && inlined.contains(path.count == 1 ? key : path[1])
    return isComponent && path.count <= 2 || key.hasPrefix("x-200:")
  }
}
