import SchemaSource

extension Rule {
  /// Removes the part of the rule at a place and says where the document has it; nil where nothing is there.
  ///
  /// - Parameter path: Keywords and what is below them, for example `["properties", "age", "maximum"]`. The place of a
  ///   rule that allows nothing, or of one name among several, is a part too.
  package mutating func remove(at path: ArraySlice<String>) -> SourceSpan? {
    guard let name = path.first else {
      guard isNever else { return nil }
      isNever = false
      return span
    }
    guard let index = keywords.firstIndex(where: { $0.name == name }) else { return nil }
    let rest = path.dropFirst()
    guard let step = rest.first else {
      let span = keywords.remove(at: index).span
      return span
    }
    return keywords[index].remove(at: rest, step: step)
  }
}

extension Rule.Keyword {
  /// Removes a part below the keyword.
  fileprivate mutating func remove(at path: ArraySlice<String>, step: String) -> SourceSpan? {
    switch argument {
    case .rule(var rule):
      let span = rule.remove(at: path)
      argument = .rule(rule)
      return span
    case .rules(var rules):
      guard let index = Int(step), rules.indices.contains(index) else { return nil }
      let span = rules[index].remove(at: path.dropFirst())
      argument = .rules(rules)
      return span
    case .table(var entries):
      guard let index = entries.firstIndex(where: { $0.key == step }) else { return nil }
      let span = entries[index].value.remove(at: path.dropFirst())
      argument = .table(entries)
      return span
    case .names(var names):
      guard let index = names.firstIndex(of: step) else { return nil }
      names.remove(at: index)
      argument = .names(names)
      return span
    case .dependencies(var entries):
      guard let index = entries.firstIndex(where: { $0.key == step }) else { return nil }
      entries.remove(at: index)
      argument = .dependencies(entries)
      return span
    case .json, .reference, .anchors, .text: return nil
    }
  }
}
