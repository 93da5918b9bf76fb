import SchemaIR
import SchemaSource

/// Looks up what the configuration says of operations, and remembers what of it was used.
struct OperationChoices<Value: Hashable & Sendable> {
  /// Choices by what they are for, without wildcards.
  private var exact: [String: Located<Value>] = [:]
  /// Choices with wildcards, in the order of their texts.
  private var patterns: [(pattern: NamePattern, value: Located<Value>)] = []
  private var used: Set<String> = []

  /// Operations are named by their ids, by their keys in a tool, by their titles, or by method and path.
  init(_ choices: [String: Located<Value>]) {
    for (text, value) in choices.sorted(by: { $0.key < $1.key }) {
      let pattern = NamePattern(text)
      if pattern.literal == nil { patterns.append((pattern, value)) } else { exact[text] = value }
    }
  }

  /// What is chosen for an operation; a name without wildcards counts before one with them.
  mutating func choice(for operation: Operation) -> Located<Value>? {
    guard !exact.isEmpty || !patterns.isEmpty else { return nil }
    let names =
      [operation.id, operation.stableKey, operation.title].compactMap(\.self) + [
        "\(operation.method) \(operation.path)"
      ]
    if let name = names.first(where: { exact[$0] != nil }) {
      used.insert(name)
      return exact[name]
    }
    var found: Located<Value>?
    for (pattern, value) in patterns where names.contains(where: pattern.matches) {
      used.insert(pattern.text)
      found = found ?? value
    }
    return found
  }

  /// Reports the choices that met no operation.
  func reportUnused(_ report: inout Report) {
    let all = exact.map { ($0.key, $0.value) } + patterns.map { ($0.pattern.text, $0.value) }
    for (text, value) in all.sorted(by: { $0.0 < $1.0 }) where !used.contains(text) {
      report.add(.unusedSetting, "no operation is at `\(text)`", at: value.span)
    }
  }
}
