import SchemaSource

/// Choices that the configuration makes for Swift names.
package struct NamingOptions: Hashable, Sendable {
  /// How a name is made of the document's.
  package enum Style: String, Hashable, Sendable, CaseIterable {
    /// As Swift's guidelines have it: `created_at` is `createdAt`.
    case idiomatic
    /// As the document spells it, with an underscore for what no identifier may hold: `created_at` stays.
    case verbatim
  }

  /// The names of one kind of thing.
  package struct Kind: Hashable, Sendable {
    package var style = Style.idiomatic
    /// Swift names by what they are for; each must be a Swift identifier.
    package var names: [String: Located<String>] = [:]

    package init() {}
  }

  /// Types; by a schema's path, as in `Pet` or `Pet.owner`, with `[]` for the element of an array.
  package var types = Kind()
  /// Properties, and without overrides parameters; by path, as in `Pet.created_at`, or by key alone, as in
  /// `*.created_at`.
  package var properties = Kind()
  /// Methods; by operation id, or by method and path, as in `GET /pets/{id}`.
  package var operations = Kind()
  /// Cases of enumerations and, without the style, of unions; by path and value, as in `Pet.status.in-stock`, or by
  /// value alone, as in `*.in-stock`.
  package var cases = Kind()
  /// Words that are written as they are here where they do not begin a name in lower case, as in `OAuth`.
  package var acronyms: [String] = []
  /// Whether operations with one method and path are kept apart: each is then called by what is its own, so that none
  /// that is added later takes the name of another.
  package var tellsOperationsApart = false

  package init() {}
}
