import SchemaIR
import SchemaSource

/// Names of operations, of the client's methods and of their parameters.
extension NameAssigner {
  /// Names the operations.
  mutating func operations() -> [SwiftName] {
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

  /// Names the client's properties for groups of methods: the methods that stand beside them keep their names.
  mutating func nameGroupMembers(_ table: inout NameTable) {
    guard !table.groups.isEmpty else { return }
    let grouped = Set(table.groups.flatMap(\.operations))
    var scope = NameScope(reserved: ["connection"])
    for index in api.operations.indices where !grouped.contains(index) && api.operations[index].kind == .call {
      scope.reserved.insert(table.operations[index].text)
      scope.reserved.formUnion(table.siblings.values.compactMap { $0[index]?.text })
    }
    let requests = table.groups.map { group in
      let plain = NameRole.operation.plain(group.tag, styles.operations.idiomatic)
      let request = NameScope.Request(group.tag, plain: plain, spelled: { plain + "Calls" })
      return (request, api.operations[group.operations[0]].span)
    }
    for (index, name) in settle(requests, in: scope).enumerated() { table.groups[index].member = name }
  }

  /// Names the methods of the client and of each group.
  mutating func nameMethods(_ table: inout NameTable) {
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
      MethodForm.siblings.filter { $0.isNeeded(for: api.operations[index]) }.map { (index: index, sibling: $0) }
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
      table.siblings[place.sibling, default: [:]][place.index] = name
    }
  }

  /// By what the configuration may name an operation.
  private func configuredPaths(of operation: Operation) -> [String] {
    [operation.id, operation.stableKey, operation.title].compactMap(\.self) + ["\(operation.method) \(operation.path)"]
  }

  /// Names the parameters of an operation; where two locations have the same name, the location tells them apart.
  mutating func parameters(of operation: Operation) -> [SwiftName] {
    let style = styles.properties
    let requests = operation.parameters.map { parameter in
      let role = NameRole.parameter
      let plain = role.plain(parameter.label, style)
      let spelled = {
        let spelled = role.spelled(parameter.label, style)
        return spelled == plain ? role.plain("\(parameter.location.word) \(parameter.label)", style) : spelled
      }
      return (
        NameScope.Request(parameter.label, plain: plain, spelled: spelled, rank: parameter.location.rank),
        parameter.span
      )
    }
    return settle(requests, in: NameScope())
  }
}

extension Parameter.Location {
  /// The rank among locations of one name; the smallest keeps the name.
  fileprivate var rank: Int {
    switch self {
    case .path: 0
    case .query: 1
    case .querystring: 2
    case .header: 3
    case .cookie: 4
    case .part: 5
    }
  }
}
