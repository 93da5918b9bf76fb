import SchemaIR
import SchemaSource

/// The state of giving names to one API.
struct NameAssigner {
  private let api: API
  private let tree: DeclarationTree
  /// Nil where the configuration chooses no name.
  private let paths: DeclarationPaths?
  /// Names that no type may have, since the output names what they stand for.
  private let avoided: Set<String>
  private let styles: (types: NameStyle, properties: NameStyle, operations: NameStyle, cases: NameStyle)
  private var overrides:
    (types: NameOverrides, properties: NameOverrides, operations: NameOverrides, cases: NameOverrides)
  /// How the client's methods are grouped.
  private let grouping: ClientGrouping
  private let tellsOperationsApart: Bool
  private(set) var report: Report
  /// The first choice for each key of a property: most keys are those of many types.
  private var plainNames: [String: String] = [:]

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

  /// Names the client's properties for groups of methods: the methods that stand beside them keep their names.
  private mutating func nameGroupMembers(_ table: inout NameTable) {
    guard !table.groups.isEmpty else { return }
    let grouped = Set(table.groups.flatMap(\.operations))
    var scope = NameScope(reserved: ["connection"])
    for index in api.operations.indices where !grouped.contains(index) && api.operations[index].kind == .call {
      scope.reserved.formUnion(
        [table.operations[index], table.streams[index], table.pages[index]].compactMap { $0?.text }
      )
    }
    let requests = table.groups.map { group in
      let plain = NameRole.operation.plain(group.tag, styles.operations.idiomatic)
      let request = NameScope.Request(group.tag, plain: plain, spelled: { plain + "Calls" })
      return (request, api.operations[group.operations[0]].span)
    }
    for (index, name) in settle(requests, in: scope).enumerated() { table.groups[index].member = name }
  }

  /// Names the methods of the client and of each group.
  private mutating func nameMethods(_ table: inout NameTable) {
    table.methods = table.operations
    let calls = api.operations.indices.filter { api.operations[$0].kind == .call }
    let groups = grouping == .none ? [] : OperationGroups.tags(of: calls, in: api)
    for group in groups {
      if grouping == .shortened, !styles.operations.isVerbatim {
        let full = group.operations.map { table.operations[$0].text }
        let names = GroupedName.names(full, tag: group.tag, style: styles.operations)
        for (index, name) in zip(group.operations, names) { table.methods[index] = SwiftName(name) }
      }
      nameSiblings(group.operations, reserved: Set(group.operations.map { table.methods[$0].text }), &table)
    }
    let grouped = Set(groups.flatMap(\.operations))
    let others = grouped.isEmpty ? calls : calls.filter { !grouped.contains($0) }
    nameSiblings(others, reserved: Set(table.operations.map(\.text)), &table)
  }

  /// Names the methods that do what others do in another way; those keep their names.
  private mutating func nameSiblings(_ indices: [Int], reserved: Set<String>, _ table: inout NameTable) {
    let siblings = indices.flatMap { index in
      SiblingMethod.allCases.filter { $0.isNeeded(for: api.operations[index]) }.map { (index: index, sibling: $0) }
    }
    guard !siblings.isEmpty else { return }
    let requests = siblings.map { index, sibling in
      let name = table.methods[index].text
      // A body asks for a stream more plainly than a query does.
      let rank = if case .property = api.operations[index].streaming { 0 } else { 1 }
      let request = NameScope.Request(
        name,
        plain: sibling.name(of: name),
        spelled: { sibling.longName(of: name) },
        rank: rank
      )
      let paths = configuredPaths(of: api.operations[index]).map { "\($0).\(sibling.rawValue)" }
      return (overrides.operations.apply(to: request, paths: paths), api.operations[index].span)
    }
    for (place, name) in zip(siblings, settle(requests, in: NameScope(reserved: reserved))) {
      switch place.sibling {
      case .stream: table.streams[place.index] = name
      case .pages: table.pages[place.index] = name
      }
    }
  }

  /// By what the configuration may name an operation.
  private func configuredPaths(of operation: Operation) -> [String] {
    [operation.id, operation.stableKey, operation.title].compactMap(\.self) + ["\(operation.method) \(operation.path)"]
  }

  /// Names the operations.
  private mutating func operations() -> [SwiftName] {
    var routes: [String: Int] = [:]
    for operation in api.operations { routes["\(operation.method) \(operation.path)", default: 0] += 1 }
    let requests = api.operations.map { operation in
      let sharesRoute = routes["\(operation.method) \(operation.path)", default: 1] > 1
      let request = OperationNames.request(
        for: operation,
        sharesRoute: sharesRoute,
        tellsApart: tellsOperationsApart,
        style: styles.operations
      )
      return (overrides.operations.apply(to: request, paths: configuredPaths(of: operation)), operation.span)
    }
    return settle(requests, in: NameScope())
  }

  /// Names the properties or cases of a declaration.
  private mutating func members(of index: Int) -> [SwiftName] {
    let declaration = api.declarations[index]
    var scope = NameScope()
    let requests: [(NameScope.Request, SourceSpan)]
    switch declaration.kind {
    case .structure(let structure):
      if case .kept = structure.additional { scope.reserved = ["additionalProperties"] }
      requests = structure.properties.map { property in
        let request = request(forProperty: property.key)
        return (overrides.properties.apply(to: request, paths: self.paths(of: property.key, in: index)), property.span)
      }
    case .enumeration(let enumeration):
      requests = enumeration.cases.map { listed in
        let request = NameScope.Request(listed, style: styles.cases)
        let paths = self.paths(of: listed.value.text, in: index)
        return (overrides.cases.apply(to: request, paths: paths), declaration.span)
      }
    case .union(let union):
      requests = union.variants.map { variant in
        let request = NameScope.Request(variant.name, role: .unionCase, style: styles.cases.idiomatic)
        return (overrides.cases.apply(to: request, paths: self.paths(of: variant.name, in: index)), declaration.span)
      }
    case .tuple(let tuple):
      if tuple.rest != nil { scope.reserved = ["rest"] }
      requests = tuple.elements.map { element in
        let request = NameScope.Request(element.name, role: .property, style: styles.properties)
        return (
          overrides.properties.apply(to: request, paths: self.paths(of: element.name, in: index)), declaration.span
        )
      }
    case .alias: return []
    }
    return settle(requests, in: scope)
  }

  /// What a property with this key asks for.
  private mutating func request(forProperty key: String) -> NameScope.Request {
    let role = NameRole.property
    let style = styles.properties
    if let plain = plainNames[key] {
      return NameScope.Request(key, plain: plain, spelled: { role.spelled(key, style) })
    }
    let request = NameScope.Request(key, role: role, style: style)
    plainNames[key] = request.plain
    return request
  }

  /// The keys under which the configuration may name a member: the path's own first.
  private func paths(of member: String, in index: Int) -> [String] {
    paths.map { ["\($0[index]).\(member)", "*.\(member)"] } ?? []
  }

  /// Names the parameters of an operation; where two locations have the same name, the location tells them apart.
  private mutating func parameters(of operation: Operation) -> [SwiftName] {
    let style = styles.properties
    let requests = operation.parameters.map { parameter in
      let role = NameRole.parameter
      let plain = role.plain(parameter.name, style)
      let spelled = {
        let spelled = role.spelled(parameter.name, style)
        return spelled == plain ? role.plain("\(parameter.location.rawValue) \(parameter.name)", style) : spelled
      }
      let rank = [.path, .query, .querystring, .header, .cookie].firstIndex(of: parameter.location) ?? 0
      return (NameScope.Request(parameter.name, plain: plain, spelled: spelled, rank: rank), parameter.span)
    }
    return settle(requests, in: NameScope())
  }

  /// Settles one scope and reports who had to give way.
  private mutating func settle(
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
        let message = "the name '\(loser.request.plain)' is taken here; '\(loser.request.raw.shown)' becomes '\(name)'"
        report.add(id, message, at: place)
        continue
      }
      let both = "'\(requests[winner].request.raw.shown)' and '\(loser.request.raw.shown)'"
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
  fileprivate init(_ listed: Enumeration.Case, style: NameStyle) {
    guard let name = listed.name else {
      self.init(listed.value.text, role: .enumCase, style: style)
      return
    }
    let role = NameRole.enumCase
    let spelled = { role.plain("\(name) \(listed.value.text)", style) }
    self.init(listed.value.text, plain: role.plain(name, style), spelled: spelled)
  }
}
