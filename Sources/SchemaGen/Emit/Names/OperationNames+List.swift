import SchemaIR

extension OperationNames {
  /// What an API's operations are called, in their order. What the server sends is left out: its names are the
  /// document's own.
  static func list(_ api: API, names: NameTable) -> [EmittedName] {
    let operations = zip(api.operations, names.operations).filter { $0.0.kind == .call }
    let routes = counts(operations.map { route($0.0) })
    let titles = counts(operations.compactMap(\.0.title))
    return operations.map { operation, name in
      var key = operation.stableKey
      if key == nil, routes[route(operation)] == 1 { key = route(operation) }
      if key == nil, let title = operation.title, titles[title] == 1 { key = title }
      return EmittedName(
        method: name.text,
        key: key,
        label: [operation.title, route(operation)].compactMap(\.self).joined(separator: ", "),
        isUnnamed: (operation.id.map { Words.split($0).isEmpty } ?? true) && !(operation.title.map(isNameable) ?? false)
      )
    }
  }

  /// The method and the path of an operation.
  private static func route(_ operation: Operation) -> String { "\(operation.method) \(operation.path)" }

  /// How often each text is there.
  private static func counts(_ texts: [String]) -> [String: Int] {
    Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
