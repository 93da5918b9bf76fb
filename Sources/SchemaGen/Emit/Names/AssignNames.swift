import SchemaIR
import SchemaSource

/// Gives everything in an API a Swift name that is legal, and unique in its scope.
package enum AssignNames {
  /// The table of names; `namespace` is the configured name, nil to derive it from the API's.
  ///
  /// A name that had to give way to another is reported as a note.
  package static func assign(_ api: API, namespace: String? = nil, report: inout Report) -> NameTable {
    let tree = DeclarationTree(api)
    var table = NameTable(
      namespace: self.namespace(namespace ?? api.name),
      declarations: api.declarations.map { _ in SwiftName("") },
      members: api.declarations.map { _ in [] },
      operations: [],
      parameters: [],
      parents: tree.parents,
      children: tree.children,
      roots: tree.roots
    )
    // Methods first: the names of their parts are made from them.
    table.operations = settle(
      api.operations.map { (OperationNames.request(for: $0), $0.span) },
      in: NameScope(),
      report: &report
    )
    table.parameters = api.operations.map { parameters(of: $0, report: &report) }
    // Members before nested types: a type gives way to a property, which is closer to the document.
    table.members = api.declarations.map { members(of: $0, report: &report) }
    // Types from the outside in: a nested type avoids the names of the types around it.
    let top = NameScope(reserved: [table.namespace.text, "Client"], ignoresCase: true)
    nameTypes(tree.roots, of: api, in: top, table: &table, report: &report)
    var queue = tree.roots
    var next = 0
    while next < queue.count {
      let id = queue[next]
      next += 1
      let nested = tree.children[id.index]
      guard !nested.isEmpty else { continue }
      var scope = NameScope(reserved: Set(table.path(of: id).map(\.text)))
      scope.reserved.formUnion(table.members[id.index].map(\.text))
      nameTypes(nested, of: api, in: scope, table: &table, report: &report)
      queue += nested
    }
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

  /// Names the types of one scope.
  private static func nameTypes(
    _ ids: [DeclID],
    of api: API,
    in scope: NameScope,
    table: inout NameTable,
    report: inout Report
  ) {
    let requests = ids.map { (TypeNames.request(for: api[$0].hint, operations: table.operations), api[$0].span) }
    for (id, name) in zip(ids, settle(requests, in: scope, report: &report)) { table.declarations[id.index] = name }
  }

  /// Names the properties or cases of a declaration.
  private static func members(of declaration: Declaration, report: inout Report) -> [SwiftName] {
    var scope = NameScope()
    let requests: [(NameScope.Request, SourceSpan)]
    switch declaration.kind {
    case .structure(let structure):
      if case .kept = structure.additional { scope.reserved = ["additionalProperties"] }
      requests = structure.properties.map { (NameScope.Request($0.key, role: .property), $0.span) }
    case .enumeration(let enumeration):
      requests = enumeration.cases.map { (NameScope.Request($0), declaration.span) }
    case .union(let union):
      requests = union.variants.map { (NameScope.Request($0.name, role: .unionCase), declaration.span) }
    case .alias: return []
    }
    return settle(requests, in: scope, report: &report)
  }

  /// Names the parameters of an operation; where two locations have the same name, the location tells them apart.
  private static func parameters(of operation: Operation, report: inout Report) -> [SwiftName] {
    let requests = operation.parameters.map { parameter in
      let role = NameRole.parameter
      let plain = role.plain(parameter.name)
      let spelled = {
        let spelled = role.spelled(parameter.name)
        return spelled == plain ? role.plain("\(parameter.location.rawValue) \(parameter.name)") : spelled
      }
      let rank = [.path, .query, .header, .cookie].firstIndex(of: parameter.location) ?? 0
      return (NameScope.Request(parameter.name, plain: plain, spelled: spelled, rank: rank), parameter.span)
    }
    return settle(requests, in: NameScope(), report: &report)
  }

  /// Settles one scope and reports who had to give way.
  private static func settle(
    _ requests: [(request: NameScope.Request, span: SourceSpan)],
    in scope: NameScope,
    report: inout Report
  ) -> [SwiftName] {
    let (names, collisions) = scope.names(for: requests.map(\.request))
    for collision in collisions {
      let loser = requests[collision.loser]
      let name = names[collision.loser]
      guard let winner = collision.winner else {
        let message = "the name '\(loser.request.plain)' is taken here; '\(loser.request.raw.shown)' becomes '\(name)'"
        report.add(.collidingNames, message, at: loser.span)
        continue
      }
      let both = "'\(requests[winner].request.raw.shown)' and '\(loser.request.raw.shown)'"
      report.add(
        .collidingNames,
        "\(both) both become '\(loser.request.plain)'; the second one becomes '\(name)'",
        at: loser.span,
        notes: [Diagnostic.Note("the name is kept here", at: requests[winner].span)]
      )
    }
    return names.map { SwiftName($0) }
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
    }
  }
}

extension String {
  /// The text for a diagnostic: of bounded length and without control characters.
  fileprivate var shown: String {
    let clean = String(String.UnicodeScalarView(unicodeScalars.prefix(61).map { $0.isHarmless ? $0 : "\u{FFFD}" }))
    return unicodeScalars.count > 60 ? clean.dropLast() + "…" : clean
  }
}

extension NameScope.Request {
  /// What a case of an enumeration asks for: the name that the document gives it, else one made of its value. The value
  /// tells cases apart that have one name.
  fileprivate init(_ listed: Enumeration.Case) {
    guard let name = listed.name else {
      self.init(listed.value.text, role: .enumCase)
      return
    }
    let role = NameRole.enumCase
    let spelled = { role.plain("\(name) \(listed.value.text)") }
    self.init(listed.value.text, plain: role.plain(name), spelled: spelled)
  }
}
