import SchemaEmit

/// Joins the APIs' shards into files whose names are known before any document is read.
enum Shards {
  /// The name of a shard, for example `GeneratedModels/GeneratedModels_07.swift`.
  static func path(_ index: Int, module: String) -> String {
    let number = String(index)
    return "\(module)/\(module)_\(number.count < 2 ? "0" : "")\(number).swift"
  }

  /// Replaces the files of a result by exactly `count` files; files with the same number become one.
  static func join(_ result: inout GenerationResult, count: Int, module: String) {
    let texts = Dictionary(grouping: result.files) { number(of: $0.path) % count }
    result.files = (0..<count).map { index in
      OutputFile(path: path(index, module: module), contents: joined((texts[index] ?? []).map(\.contents)))
    }
    if !result.kept.isEmpty { result.kept += result.files.map { .file($0.path) } }
  }

  /// The number at the end of a shard's name; 0 where there is none.
  private static func number(of path: String) -> Int {
    path.dropLast(".swift".count).split(separator: "_").last.flatMap { Int($0) } ?? 0
  }

  /// The texts in one file: one header, each import once, then the declarations.
  private static func joined(_ texts: [String]) -> String {
    var imports: [Substring: Substring] = [:]
    var bodies: [String] = []
    for text in texts {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let body = lines.drop { line in
        guard let module = module(importedBy: line) else {
          return line.isEmpty || line.hasPrefix("//") && !line.hasPrefix("///")
        }
        // One module imported twice counts as imported the more widely of the two ways.
        if imports[module].map({ reach($0) < reach(line) }) ?? true { imports[module] = line }
        return true
      }
      if !body.isEmpty { bodies.append(body.joined(separator: "\n")) }
    }
    let sorted = imports.sorted { $0.key < $1.key }.map { $0.value + "\n" }.joined()
    return (["\(OutputFolder.mark). Do not edit.\n"] + (sorted.isEmpty ? [] : [sorted]) + bodies).joined(
      separator: "\n"
    )
  }

  /// The module that a line imports; nil where it imports none.
  private static func module(importedBy line: Substring) -> Substring? {
    let words = line.split(separator: " ")
    guard let keyword = words.firstIndex(of: "import"), words.count == keyword + 2 else { return nil }
    let isImport = words[..<keyword].allSatisfy { access.contains(String($0)) || $0.hasPrefix("@") }
    return isImport ? words.last : nil
  }

  /// How far an import reaches: the greater, the further.
  private static func reach(_ line: Substring) -> Int {
    line.split(separator: " ").first.flatMap { access.firstIndex(of: String($0)) } ?? -1
  }

  /// The access levels of imports, the widest last.
  private static let access = ["package", "public"]
}
