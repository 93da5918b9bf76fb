import SchemaIR
import SchemaSource

/// Gives everything in an API a Swift name that is legal, and unique in its scope.
package enum AssignNames {
  /// The table of names; `namespace` is the configured name, nil to derive it from the API's.
  ///
  /// A name that had to give way to another is reported as a note; one that the configuration chooses and that cannot be
  /// had is an error.
  package static func assign(
    _ api: API,
    namespace: String? = nil,
    hasNamespace: Bool = true,
    options: NamingOptions = NamingOptions(),
    avoiding avoided: Set<String> = [],
    grouping: ClientGrouping = .none,
    report: inout Report
  ) -> NameTable {
    var assigner = NameAssigner(
      api,
      options: options,
      avoided: avoided,
      grouping: grouping,
      report: report
    )
    let table = assigner.assign(namespace: self.namespace(namespace ?? api.name), hasNamespace: hasNamespace)
    report = assigner.report
    return table
  }

  /// The name of the enumeration without cases around everything of one API.
  package static func namespace(_ name: String) -> SwiftName {
    let scalars = name.unicodeScalars
    let isLegal =
      scalars.count <= 64 && scalars.first.map(IdentifierScalars.isHead) == true
      && scalars.allSatisfy { IdentifierScalars.isKept($0) || $0 == "_" }
    let isUpper = name.first?.isUppercase == true
    if isLegal, isUpper, !NameRole.type.isReserved(name) { return SwiftName(name) }
    return SwiftName(NameRole.type.plain(name))
  }
}

extension Literal {
  /// What a name can be made from.
  var text: String {
    switch self {
    case .string(let text), .number(let text): text
    case .integer(let value): String(value)
    case .boolean(let value): String(value)
    case .null: "null"
    case .emptyArray: "[]"
    case .emptyObject: "{}"
    }
  }
}
