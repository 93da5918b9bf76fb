import SchemaSource

/// Which operations and schemas of an API are generated, as the configuration chooses them.
package struct Filter: Hashable, Sendable {
  /// One choice. An operation is meant where each list that is not empty has an entry for it; a schema where `schemas`
  /// has one.
  package struct Rule: Hashable, Sendable {
    /// Operation ids.
    package var operations: [Located<NamePattern>] = []
    package var tags: [Located<NamePattern>] = []
    /// Path templates as the document writes them.
    package var paths: [Located<NamePattern>] = []
    /// Request methods in upper case.
    package var methods: [Located<NamePattern>] = []
    /// Names of schemas.
    package var schemas: [Located<NamePattern>] = []

    package init() {}

    /// Whether the rule speaks of operations.
    var choosesOperations: Bool { !(operations.isEmpty && tags.isEmpty && paths.isEmpty && methods.isEmpty) }

    /// All entries.
    package var entries: [Located<NamePattern>] { operations + tags + paths + methods + schemas }
  }

  /// What is generated, with everything that it needs; empty for everything.
  package var include: [Rule] = []
  /// What is left out of that, unless something that stays needs it.
  package var exclude: [Rule] = []

  package init() {}

  /// Whether everything is generated.
  package var isEmpty: Bool { include.isEmpty && exclude.isEmpty }
}
