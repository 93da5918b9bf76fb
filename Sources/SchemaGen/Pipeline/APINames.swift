/// Where the documents of one API were found: a folder that holds documents, or a document named by itself.
package enum InputGroup: Hashable, Sendable {
  /// The components of the folder's absolute path.
  case folder([String])
  /// The components of the document's absolute path.
  case file([String])
}

/// Names APIs after the folders and files that hold them.
package enum APINames {
  /// Extensions that say what is in a file and are no part of a name: `chat.openapi.yaml` is `chat`.
  private static let descriptive: Set<String> = [
    "yaml", "yml", "json", "txt", "text", "md", "markdown", "html", "htm", "openapi", "swagger", "apifox", "postman",
    "har", "api", "spec",
  ]

  /// Names of files that say nothing of the API: it is named after the folder.
  private static let meaningless: Set<String> = ["openapi", "swagger", "api"]

  /// A name for each group, no two of them equal but for case: a name that two groups have in common gets the names
  /// of the folders above in front, and a number where that does not help.
  package static func names(of groups: [InputGroup]) -> [String] {
    let candidates = groups.map(components)
    var depth = Array(repeating: 1, count: groups.count)
    var names = candidates.map { name($0, depth: 1) }
    while true {
      let counts = Dictionary(grouping: names.indices) { names[$0].lowercased() }
      let shared = counts.values.filter { $0.count > 1 }.joined().filter { depth[$0] < candidates[$0].count }
      if shared.isEmpty { break }
      for index in shared {
        depth[index] += 1
        names[index] = name(candidates[index], depth: depth[index])
      }
    }
    var used: Set<String> = []
    for index in names.indices {
      let base = names[index]
      var number = 2
      while !used.insert(names[index].lowercased()).inserted {
        names[index] = "\(base)-\(number)"
        number += 1
      }
    }
    return names
  }

  /// The last `depth` components, joined.
  private static func name(_ components: [String], depth: Int) -> String {
    components.isEmpty ? "api" : components.suffix(depth).joined(separator: "-")
  }

  /// The words that a group's name is made of, the most telling last.
  private static func components(of group: InputGroup) -> [String] {
    switch group {
    case .folder(let path): return path
    case .file(let path):
      guard let last = path.last else { return [] }
      let stem = stem(of: last)
      let folders = path.dropLast()
      return meaningless.contains(stem.lowercased()) && !folders.isEmpty ? Array(folders) : folders + [stem]
    }
  }

  /// A file name without its extension, and without the ones before it that say what is in the file.
  private static func stem(of name: String) -> String {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts[0] != "" || parts.count > 2 else { return name }
    parts.removeLast()
    while parts.count > 1, let last = parts.last, descriptive.contains(last.lowercased()) { parts.removeLast() }
    return parts.joined(separator: ".")
  }
}
