import SchemaDescription

/// Tells schemas of several files apart that have the same name.
enum QualifiedNames {
  /// Puts the names of files and folders before the names of schemas that are not the document's own, where two schemas
  /// have the same name: the nearest that differ, so that a further document changes no other name. `own` is the prefix
  /// of the document's own keys.
  static func apply(to schemas: inout [NamedSchema], own: String) {
    var groups: [String: [Int]] = [:]
    // A component that is but a reference has no type of its own that needs a name.
    for (index, schema) in schemas.enumerated() where schema.schema.reference == nil {
      if let name = schema.name { groups[folded(name), default: []].append(index) }
    }
    for group in groups.values where group.count > 1 {
      let foreign = group.filter { !schemas[$0].key.text.hasPrefix(own + "#") }
      let paths = foreign.map { components(of: schemas[$0]) }
      for (index, words) in zip(foreign, distinguishingWords(paths)) where !words.isEmpty {
        schemas[index].name = (words + [schemas[index].name ?? ""]).joined(separator: " ")
      }
    }
  }

  /// A name as names are compared: letters and digits alone, in lower case, as in Swift they would become the same.
  private static func folded(_ name: String) -> String {
    String(name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }).lowercased()
  }

  /// The folders and the file of a schema, the outermost first; the file where the schema is not named after it.
  private static func components(of schema: NamedSchema) -> [String] {
    let parts = schema.key.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0]
    let isFile = parts.count < 2 || parts[1].isEmpty
    let names: [Substring] = path.split(separator: "/").dropLast()
    let folders = names.filter { $0 != "." && $0 != ".." }.map { String($0) }
    return isFile ? folders : folders + [PathText.stem(of: String(path))]
  }

  /// Of each path the component nearest to the end that no other path has at the same distance; where there is none, all
  /// that follow the first difference.
  private static func distinguishingWords(_ paths: [[String]]) -> [[String]] {
    let longest = paths.map(\.count).max() ?? 0
    var words = Array(repeating: [String](), count: paths.count)
    guard paths.count > 1 else { return paths.map { $0.suffix(1) } }
    for distance in 0..<longest where words.contains(where: \.isEmpty) {
      let here = paths.map { $0.count > distance ? $0[$0.count - 1 - distance] : "" }
      let counts = Dictionary(here.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
      for (index, word) in here.enumerated() where words[index].isEmpty && !word.isEmpty {
        if counts[word.lowercased()] == 1 { words[index] = [word] }
      }
    }
    return zip(words, paths).map { $0.isEmpty ? $1 : $0 }
  }
}
