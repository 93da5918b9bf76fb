import SchemaIR

/// Writes the branches of a union's `switch` statements.
struct BranchWriter {
  let union: Union
  let names: [SwiftName]
  let scope: EmitScope

  /// Where the branches begin within the declaration's text.
  private static let indent = 4

  /// One branch for each variant that has tags, each tag once, and one for every other tag.
  func taggedBranches() -> [String] {
    var seen: Set<String> = []
    var branches: [String] = []
    for (variant, name) in zip(union.variants, names) {
      let tags = variant.tags.filter { seen.insert($0).inserted }.map(StringLiteral.quoted)
      guard !tags.isEmpty else { continue }
      branches.append(branch(tags, "self = .\(name.text)(try reader.value())"))
    }
    return branches + ["default: self = .unknown(try reader.value())"]
  }

  /// One branch for each set of JSON types that the same variants have, and one for the other types.
  func shapeBranches() -> [String] {
    let branches = UnionShape(resolver: scope.resolver).branches(of: union.variants)
    var texts: [String] = []
    for (kinds, variants) in branches {
      let patterns = kinds.map { ".\($0.rawValue)" }
      if variants.count == 1 {
        texts.append(branch(patterns, "self = .\(names[variants[0]].text)(try reader.value())"))
        continue
      }
      let choices = variants.map { "{ .\(names[$0].text)(try $0.value()) }" }
      let line = "self = try reader.best(\(choices.joined(separator: ", ")))"
      let label = "case \(patterns.joined(separator: ", ")):"
      if scope.layout.fits("\(label) \(line)", indent: BranchWriter.indent) {
        texts.append("\(label) \(line)")
      } else {
        let call = scope.layout.call("self = try reader.best", choices, indent: BranchWriter.indent + 2)
        texts.append("\(label)\n      \(call)")
      }
    }
    let kinds = branches.flatMap(\.kinds)
    if kinds.count < UnionShape.Kind.allCases.count {
      let expectation = StringLiteral.quoted(UnionShape.expectation(kinds))
      texts.append(
        scope.layout.pair("default:", "throw reader.mismatch(expected: \(expectation))", indent: BranchWriter.indent)
      )
    }
    return texts
  }

  /// The branch that writes one case.
  func write(_ name: String) -> String {
    scope.layout.pair("case .\(name)(let value):", "try writer.value(value)", indent: BranchWriter.indent)
  }

  /// A branch with its patterns on one line, or with one a line where they do not fit.
  private func branch(_ patterns: [String], _ statement: String) -> String {
    let label = "case \(patterns.joined(separator: ", ")):"
    if scope.layout.fits(label, indent: BranchWriter.indent) {
      return scope.layout.pair(label, statement, indent: BranchWriter.indent)
    }
    return "case \(patterns.joined(separator: ",\n      ")):\n      \(statement)"
  }
}
