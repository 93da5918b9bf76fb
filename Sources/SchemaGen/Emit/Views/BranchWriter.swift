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
    let other = union.fallback.map { names[$0].text } ?? "unknown"
    return branches + ["default: self = .\(other)(try reader.value())"]
  }

  /// One branch for each variant that names of events select, each name once, one for data whose event has no name, and
  /// one for every other event.
  func eventBranches() -> [String] {
    var seen: Set<String> = []
    var texts: [String] = []
    for (variant, name) in zip(union.variants, names) {
      let events = variant.events.filter { seen.insert($0).inserted }.map(StringLiteral.quoted)
      guard !events.isEmpty else { continue }
      let isText = scope.resolver.resolved(variant.type) == .scalar(.string) && !scope.resolver.isNullable(variant.type)
      texts.append(branch(events, "self = .\(name.text)(try reader.\(isText ? "text" : "value")())"))
    }
    // An event without a name is called so (WHATWG HTML, section 9.2.6).
    let label = seen.contains("message") ? "case nil:" : "case nil, \"message\":"
    texts.append(best(label, among: Array(union.variants.indices)))
    return texts + ["default: self = .unknown(try reader.value())"]
  }

  /// The branch that takes the best of some variants.
  private func best(_ label: String, among variants: [Int]) -> String {
    let choices = zip(variants, expectations(of: variants)).map { variant, expectation in
      "{ .\(names[variant].text)(try $0\(expectation).value()) }"
    }
    let line = "self = try reader.best(\(choices.joined(separator: ", ")))"
    if scope.layout.fits("\(label) \(line)", indent: BranchWriter.indent) { return "\(label) \(line)" }
    let call = scope.layout.call("self = try reader.best", choices, indent: BranchWriter.indent + 2)
    return "\(label)\n      \(call)"
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
      texts.append(best("case \(patterns.joined(separator: ", ")):", among: variants))
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

  /// What each of several variants of the same JSON types expects of a value beyond its shape, as a call; empty where
  /// nothing is known: the constants of an object's properties, or the values that a string or an integer may have.
  private func expectations(of variants: [Int]) -> [String] {
    let constants = variants.map { self.constants(of: union.variants[$0].type) }
    var counts: [String: Int] = [:]
    for constant in constants.joined() { counts[constant, default: 0] += 1 }
    return zip(variants, constants).map { variant, constants in
      let telling = constants.filter { counts[$0] != variants.count }.prefix(2)
      return telling.isEmpty ? listedValues(of: union.variants[variant].type) : telling.joined()
    }
  }

  /// Calls that expect the one value that a property of an object always has.
  private func constants(of type: TypeRef) -> [String] {
    guard case .structure(let structure) = scope.resolver.declaration(type)?.kind else { return [] }
    return structure.properties.compactMap { property in
      guard case .constant(let constant) = property.initial,
        let literal = LiteralPrinter.text(constant, as: .json)
      else { return nil }
      return ".expecting(\(StringLiteral.quoted(property.key)), \(literal))"
    }
  }

  /// The call that expects one of the values that an open enumeration lists; empty where there are too many.
  private func listedValues(of type: TypeRef) -> String {
    guard case .enumeration(let enumeration) = scope.resolver.declaration(type)?.kind, enumeration.isEmittedOpen,
      (1...20).contains(enumeration.cases.count)
    else { return "" }
    let literals = enumeration.cases.compactMap { LiteralPrinter.text($0.value, as: .json) }
    return literals.count == enumeration.cases.count ? ".expecting(oneOf: \(literals.joined(separator: ", ")))" : ""
  }

  /// The branch that writes one case; two cases with the same value differ by the name of their event.
  func write(_ name: String, event: String? = nil) -> String {
    let statement = scope.layout.call(
      "try writer.value",
      event.map { ["value", "of: \(StringLiteral.quoted($0))"] } ?? ["value"],
      indent: BranchWriter.indent + 2
    )
    return scope.layout.pair("case .\(name)(let value):", statement, indent: BranchWriter.indent)
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
