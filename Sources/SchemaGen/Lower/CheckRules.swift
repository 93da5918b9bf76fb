import SchemaIR
import SchemaSource
import SchemaValues

extension Lowerer {
  /// How often the rules are checked again after some were left out.
  private static let roundLimit = 32

  /// Leaves out rules that cannot be used and rules that a documented value breaks: it is known to occur. The very
  /// code that checks values for users decides.
  mutating func checkRules() {
    guard !api.rules.isEmpty else { return }
    var index = Dictionary(uniqueKeysWithValues: api.rules.enumerated().map { ($1.name, $0) })
    let probes = api.rules.flatMap { RuleProbe.probes(in: $0) }
    for (number, probe) in probes.enumerated() { index["\u{1}\(number)"] = index[probe.path[0]] }
    for _ in 0..<Self.roundLimit {
      let book = RuleBook(RuleProbe.bookText(api.rules, probes))
      var broken: [[String]: (message: String, witness: SourceSpan?)] = [:]
      for problem in book.problems {
        guard let path = path(of: problem.rule, probes) else { continue }
        broken[path] = ("\(problem.message); this rule is left out", nil)
      }
      for (number, probe) in probes.enumerated() {
        guard let value = try? JSONValue(parsing: probe.witness.json) else { continue }
        for violation in book["\u{1}\(number)"].violations(of: value) {
          guard let path = path(of: violation.rule, probes), broken[path] == nil else { continue }
          let place = violation.keyPath.isEmpty ? "" : " at `\(violation.keyPath)`"
          let message = "the example has \(violation.found) where the document asks for \(violation.expected)\(place)"
          broken[path] = ("\(message); the rule `\(violation.keyword)` is left out", probe.witness.span)
        }
      }
      guard !broken.isEmpty else { return }
      for (path, reason) in broken.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        leaveOut(path, because: reason.message, witness: reason.witness, index)
      }
    }
  }

  /// Leaves out the part of a rule at a place and says why.
  private mutating func leaveOut(
    _ path: [String],
    because message: String,
    witness: SourceSpan?,
    _ index: [String: Int]
  ) {
    guard let position = index[path[0]], let span = api.rules[position].rule.remove(at: path.dropFirst()) else {
      return
    }
    report.add(
      Diagnostic(
        .loosenedRule,
        message,
        at: witness ?? span,
        notes: witness == nil ? [] : [Diagnostic.Note("documented here", at: span)]
      )
    )
  }

  /// The place in the API's rules of a place in the book that is checked, where each value has a schema of its own.
  private func path(of place: [String], _ probes: [RuleProbe]) -> [String]? {
    guard let name = place.first else { return nil }
    guard name.first == "\u{1}", let number = Int(name.dropFirst()) else { return place }
    return probes[number].path + place.dropFirst()
  }
}

/// A documented value and the part of the rules that it must satisfy.
private struct RuleProbe {
  /// The name of the rule and the way down to the part.
  var path: [String]
  var witness: Rule.Witness

  /// All documented values in a rule.
  static func probes(in named: NamedRule) -> [RuleProbe] {
    var probes: [RuleProbe] = []
    add(named.rule, at: [named.name], to: &probes)
    return probes
  }

  /// Adds the documented values of a rule and of those within it.
  private static func add(_ rule: Rule, at path: [String], to probes: inout [RuleProbe]) {
    for witness in rule.witnesses { probes.append(RuleProbe(path: path, witness: witness)) }
    for keyword in rule.keywords {
      let path = path + [keyword.name]
      switch keyword.argument {
      case .rule(let rule): add(rule, at: path, to: &probes)
      case .rules(let rules):
        for (position, rule) in rules.enumerated() { add(rule, at: path + [String(position)], to: &probes) }
      case .table(let entries): for entry in entries { add(entry.value, at: path + [entry.key], to: &probes) }
      case .json, .reference, .anchors, .text, .names, .dependencies: break
      }
    }
  }

  /// The text of a book of all rules and, under names of their own, of the parts that values must satisfy.
  static func bookText(_ rules: [NamedRule], _ probes: [RuleProbe]) -> String {
    let index = Dictionary(uniqueKeysWithValues: rules.map { ($0.name, $0.rule) })
    var text = "{"
    for (name, rule) in rules.map({ ($0.name, Optional($0.rule)) })
      + probes.enumerated().map({ ("\u{1}\($0)", index[$1.path[0]]?.part(at: $1.path.dropFirst())) })
    {
      guard let rule else { continue }
      if text.utf8.count > 1 { text += "," }
      Rule.quote(name, to: &text)
      text += ":" + rule.json
    }
    return text + "}"
  }
}

extension Rule {
  /// The rule at a place within this one, nil where it is gone.
  fileprivate func part(at path: ArraySlice<String>) -> Rule? {
    guard let name = path.first else { return self }
    guard let keyword = keywords.first(where: { $0.name == name }) else { return nil }
    let rest = path.dropFirst()
    switch keyword.argument {
    case .rule(let rule): return rule.part(at: rest)
    case .rules(let rules):
      guard let step = rest.first, let position = Int(step), rules.indices.contains(position) else { return nil }
      return rules[position].part(at: rest.dropFirst())
    case .table(let entries):
      guard let step = rest.first, let entry = entries.first(where: { $0.key == step }) else { return nil }
      return entry.value.part(at: rest.dropFirst())
    case .json, .reference, .anchors, .text, .names, .dependencies: return nil
    }
  }
}
