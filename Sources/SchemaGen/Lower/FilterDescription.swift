import SchemaDescription
import SchemaSource

extension Lowering {
  /// Leaves out the operations that the filter leaves out, and returns the schemas that are wanted for themselves: nil
  /// for all. What these and the operations refer to is declared when it is asked for.
  ///
  /// Entries that match nothing are warnings.
  package static func filter(
    _ description: inout APIDescription,
    by filter: Filter,
    report: inout Report
  ) -> Set<SchemaKey>? {
    guard !filter.isEmpty else { return nil }
    var include = filter.include.map(RuleMatcher.init)
    var exclude = filter.exclude.map(RuleMatcher.init)
    description.operations = description.operations.filter { operation in
      // Each rule looks at each operation, so that it knows which of its entries match.
      let included = include.matches(operation)
      let excluded = exclude.matches(operation)
      return (include.isEmpty || included) && !excluded
    }
    let choosesOperations = !include.isEmpty || filter.exclude.contains(where: \.choosesOperations)
    var wanted: Set<SchemaKey> = []
    for schema in description.schemas {
      guard let name = schema.name else { continue }
      let included = include.matches(schema: name)
      let excluded = exclude.matches(schema: name)
      if (included || !choosesOperations) && !excluded { wanted.insert(schema.key) }
    }
    for matcher in include + exclude { matcher.reportUnused(&report) }
    return wanted
  }
}

/// A rule of a filter that remembers which of its entries matched.
private struct RuleMatcher {
  private let rule: Filter.Rule
  private var operations: NameMatcher
  private var tags: NameMatcher
  private var paths: NameMatcher
  private var methods: NameMatcher
  private var schemas: NameMatcher

  init(_ rule: Filter.Rule) {
    self.rule = rule
    operations = NameMatcher(rule.operations)
    tags = NameMatcher(rule.tags)
    paths = NameMatcher(rule.paths)
    methods = NameMatcher(rule.methods)
    schemas = NameMatcher(rule.schemas)
  }

  /// Whether the rule means an operation.
  mutating func matches(_ operation: OperationDescription) -> Bool {
    let isNamed = operations.matches(operation.id.map { [$0] } ?? [])
    let isTagged = tags.matches(operation.tags)
    let isThere = paths.matches([operation.path])
    let isMethod = methods.matches([operation.method])
    return rule.choosesOperations && isNamed && isTagged && isThere && isMethod
  }

  /// Whether the rule means a schema.
  mutating func matches(schema name: String) -> Bool { !rule.schemas.isEmpty && schemas.matches([name]) }

  /// Reports the entries that matched nothing.
  func reportUnused(_ report: inout Report) {
    let kinds = [
      (operations, "operation has the id"), (tags, "operation has the tag"), (paths, "operation has the path"),
      (methods, "operation has the method"), (schemas, "schema is called"),
    ]
    for (matcher, what) in kinds {
      for entry in matcher.unused {
        report.add(.unusedSetting, "no \(what) `\(entry.value.text)`", at: entry.span)
      }
    }
  }
}

extension [RuleMatcher] {
  /// Whether a rule means an operation; all rules are asked.
  fileprivate mutating func matches(_ operation: OperationDescription) -> Bool {
    var isMatch = false
    for index in indices where self[index].matches(operation) { isMatch = true }
    return isMatch
  }

  /// Whether a rule means a schema; all rules are asked.
  fileprivate mutating func matches(schema name: String) -> Bool {
    var isMatch = false
    for index in indices where self[index].matches(schema: name) { isMatch = true }
    return isMatch
  }
}

/// The entries of one list; names without wildcards are found at once, however many there are.
private struct NameMatcher {
  private let entries: [Located<NamePattern>]
  private var literals: [String: [Int]] = [:]
  private var wildcards: [Int] = []
  private var isUsed: [Bool]

  init(_ entries: [Located<NamePattern>]) {
    self.entries = entries
    isUsed = Array(repeating: false, count: entries.count)
    for (index, entry) in entries.enumerated() {
      if let literal = entry.value.literal {
        literals[literal, default: []].append(index)
      } else {
        wildcards.append(index)
      }
    }
  }

  /// Whether an entry matches one of the names, or there is no entry.
  mutating func matches(_ names: [String]) -> Bool {
    var isMatch = entries.isEmpty
    for name in names {
      for index in literals[name] ?? [] {
        isUsed[index] = true
        isMatch = true
      }
      for index in wildcards where entries[index].value.matches(name) {
        isUsed[index] = true
        isMatch = true
      }
    }
    return isMatch
  }

  /// The entries that matched nothing so far.
  var unused: [Located<NamePattern>] { zip(entries, isUsed).filter { !$0.1 }.map(\.0) }
}
