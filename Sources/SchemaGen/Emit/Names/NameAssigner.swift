import SchemaIR
import SchemaSource

/// The state of giving names to one API.
struct NameAssigner {
  let api: API
  let tree: DeclarationTree
  /// Nil where the configuration chooses no name.
  let paths: DeclarationPaths?
  /// Names that no type may have, since the output names what they stand for.
  let avoided: Set<String>
  let styles: (types: NameStyle, properties: NameStyle, operations: NameStyle, cases: NameStyle)
  var overrides: (types: NameOverrides, properties: NameOverrides, operations: NameOverrides, cases: NameOverrides)
  /// How the client's methods are grouped.
  let grouping: ClientGrouping
  let tellsOperationsApart: Bool
  var report: Report
  /// The first choice for each key of a property: most keys are those of many types.
  var plainNames: [String: String] = [:]

  init(_ api: API, options: NamingOptions, avoided: Set<String>, grouping: ClientGrouping, report: Report) {
    var report = report
    self.grouping = grouping
    self.api = api
    self.avoided = avoided
    tellsOperationsApart = options.tellsOperationsApart
    tree = DeclarationTree(api)
    let style = { (kind: NamingOptions.Kind) in NameStyle(kind.style, acronyms: options.acronyms) }
    styles = (style(options.types), style(options.properties), style(options.operations), style(options.cases))
    overrides = (
      NameOverrides(options.types, for: .type, report: &report),
      NameOverrides(options.properties, for: .property, report: &report),
      NameOverrides(options.operations, for: .operation, report: &report),
      NameOverrides(options.cases, for: .unionCase, report: &report)
    )
    let needsPaths = !(overrides.types.isEmpty && overrides.properties.isEmpty && overrides.cases.isEmpty)
    paths = needsPaths ? DeclarationPaths(api) : nil
    self.report = report
  }

  /// Names everything.
  mutating func assign(namespace: SwiftName, hasNamespace: Bool) -> NameTable {
    var table = NameTable(
      namespace: namespace,
      hasNamespace: hasNamespace,
      declarations: api.declarations.map { _ in SwiftName("") },
      members: api.declarations.map { _ in [] },
      operations: [],
      parameters: [],
      parents: tree.parents,
      children: tree.children,
      roots: tree.roots
    )
    // Methods first: the names of their parts are made from them.
    table.operations = operations()
    table.parameters = api.operations.map { parameters(of: $0) }
    nameMethods(&table)
    // Members before nested types: a type gives way to a property, which is closer to the document.
    table.members = api.declarations.indices.map { members(of: $0) }
    // Types from the outside in: a nested type avoids the names of the types around it.
    let webhooks = WebhooksView.Scope.allCases.filter { api.operations.contains(where: $0.contains) }
    let servers = ServersView.isNeeded(for: api) ? [ServersView.name(in: namespace)] : []
    let reserved = [namespace.text, "Client"] + webhooks.map { $0.name(in: namespace) } + servers
    let top = NameScope(reserved: avoided.union(reserved), ignoresCase: true)
    nameRoots(in: top, table: &table)
    nameGroupMembers(&table)
    var queue = tree.roots
    var next = 0
    while next < queue.count {
      let id = queue[next]
      next += 1
      let nested = tree.children[id.index]
      guard !nested.isEmpty else { continue }
      var scope = NameScope(reserved: avoided.union(table.path(of: id).map(\.text)))
      scope.reserved.formUnion(table.members[id.index].map(\.text))
      nameTypes(nested, in: scope, table: &table)
      queue += nested
    }
    overrides.types.reportUnused("schema", report: &report)
    overrides.properties.reportUnused("property", report: &report)
    overrides.operations.reportUnused("operation", report: &report)
    overrides.cases.reportUnused("value", report: &report)
    return table
  }

  /// Names the types of one scope.
  private mutating func nameTypes(_ ids: [DeclID], in scope: NameScope, table: inout NameTable) {
    let requests = typeRequests(ids, table)
    for (id, name) in zip(ids, settle(requests, in: scope)) { table.declarations[id.index] = name }
  }

  /// What types ask their scope for.
  private mutating func typeRequests(_ ids: [DeclID], _ table: NameTable) -> [(NameScope.Request, SourceSpan)] {
    ids.map { id in
      var request = TypeNames.request(for: api[id].hint, operations: table.operations, style: styles.types)
      if let paths { request = overrides.types.apply(to: request, paths: [paths[id.index]]) }
      return (request, api[id].span)
    }
  }

  /// Names what stands at the top of the namespace: types, what bodies and results may be, and groups of methods.
  private mutating func nameRoots(in scope: NameScope, table: inout NameTable) {
    var requests = typeRequests(tree.roots, table)
    let calls = api.operations.indices.filter { api.operations[$0].kind == .call }
    let bodies = calls.filter { api.operations[$0].body.map { $0.contents.count > 1 } ?? false }
    let groups = grouping == .none ? [] : OperationGroups.tags(of: calls, in: api)
    let results = calls.filter { api.operations[$0].outcome.hasCases }
    let streamResults = calls.filter {
      api.operations[$0].hasStreamSibling && api.operations[$0].streamOutcome.hasCases
    }
    for (indices, word) in [(bodies, "Body"), (results, "Result"), (streamResults, "StreamResult")] {
      for index in indices {
        requests.append(
          (TypeNames.request(of: table.operations[index], adding: word), api.operations[index].span)
        )
      }
    }
    for group in groups {
      let words = Words.split(group.tag) + ["Client"]
      let plain = NameRole.type.legal(words, group.tag, styles.types.idiomatic)
      let request = NameScope.Request(group.tag, plain: plain, spelled: { plain + "Group" }, rank: 1)
      requests.append((request, api.operations[group.operations[0]].span))
    }
    var names = settle(requests, in: scope)[...]
    for id in tree.roots { table.declarations[id.index] = names.removeFirst() }
    for index in bodies { table.bodies[index] = names.removeFirst() }
    for index in results { table.results[index] = names.removeFirst() }
    for index in streamResults { table.streamResults[index] = names.removeFirst() }
    for group in groups {
      table.groups.append(
        ClientGroup(
          tag: group.tag,
          type: names.removeFirst(),
          member: SwiftName(""),
          operations: group.operations
        )
      )
    }
  }

  /// Settles one scope and reports who had to give way.
  mutating func settle(
    _ requests: [(request: NameScope.Request, span: SourceSpan)],
    in scope: NameScope
  ) -> [SwiftName] {
    let (names, collisions) = scope.names(for: requests.map(\.request))
    for collision in collisions {
      let loser = requests[collision.loser]
      let name = names[collision.loser]
      let isChosen = loser.request.chosenAt != nil
      let id = isChosen ? DiagnosticID.invalidConfiguration : .collidingNames
      let place = loser.request.chosenAt?.span ?? loser.span
      guard let winner = collision.winner else {
        let message = "the name '\(loser.request.plain)' is taken here; '\(loser.request.called)' becomes '\(name)'"
        report.add(id, message, at: place)
        continue
      }
      let both = "'\(requests[winner].request.called)' and '\(loser.request.called)'"
      report.add(
        id,
        "\(both) both become '\(loser.request.plain)'; the second one becomes '\(name)'",
        at: place,
        notes: [Diagnostic.Note("the name is kept here", at: requests[winner].span)]
      )
    }
    return names.map { SwiftName($0) }
  }
}

extension NameScope.Request {
  /// What diagnostics call the thing that asks.
  fileprivate var called: String { (title ?? raw).shown }
}

extension String {
  /// The text for a diagnostic: of bounded length and without control characters.
  fileprivate var shown: String {
    let clean = String(String.UnicodeScalarView(unicodeScalars.prefix(61).map { $0.isHarmless ? $0 : "\u{FFFD}" }))
    return unicodeScalars.count > 60 ? clean.dropLast() + "…" : clean
  }
}
