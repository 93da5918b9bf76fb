import SchemaIR

extension OperationNames {
  /// What an API's operations are called, in their order. What the server sends is left out: its names are the
  /// document's own.
  static func list(_ api: API, names: NameTable) -> [EmittedName] {
    let indices = api.operations.indices.filter { api.operations[$0].kind == .call }
    let routes = counts(indices.map { route(api.operations[$0]) })
    let titles = counts(indices.compactMap { api.operations[$0].title })
    return indices.map { index in
      let operation = api.operations[index]
      var key = operation.stableKey
      if key == nil, routes[route(operation)] == 1 { key = route(operation) }
      if key == nil, let title = operation.title, titles[title] == 1 { key = title }
      return EmittedName(
        method: names.operations[index].text,
        key: key,
        label: [operation.title, route(operation)].compactMap(\.self).joined(separator: ", "),
        isUnnamed: (operation.id.map { Words.split($0).isEmpty } ?? true)
          && !(operation.title.map(isNameable) ?? false),
        siblings: MethodForm.siblings.compactMap { form in
          names.method(index, as: form).map { (form.rawValue, $0.text) }
        }
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
