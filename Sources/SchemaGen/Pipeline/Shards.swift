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
    var imports: Set<Substring> = []
    var bodies: [String] = []
    for text in texts {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let body = lines.drop { line in
        if isImport(line) { imports.insert(line) }
        return line.isEmpty || isImport(line) || line.hasPrefix("//") && !line.hasPrefix("///")
      }
      if !body.isEmpty { bodies.append(body.joined(separator: "\n")) }
    }
    // `public import X` already covers `import X`, and the compiler rejects neither; sorting makes the order stable.
    let header = "\(OutputFolder.mark). Do not edit.\n"
    let sorted = imports.sorted { name(of: $0) < name(of: $1) }.joined(separator: "\n")
    return ([header] + (sorted.isEmpty ? [] : [sorted + "\n"]) + bodies).joined(separator: "\n")
  }

  /// Whether a line imports a module.
  private static func isImport(_ line: Substring) -> Bool {
    line.hasPrefix("import ") || line.hasPrefix("public import ") || line.hasPrefix("@preconcurrency import ")
  }

  /// The module that an import names.
  private static func name(of line: Substring) -> Substring { line.split(separator: " ").last ?? line }
}
