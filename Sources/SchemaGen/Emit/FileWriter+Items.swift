import SchemaIR

extension FileWriter {
  /// Something that stands directly in the namespace.
  enum Item {
    case declaration(DeclID)
    /// The names of what the server sends.
    case webhooks(WebhooksView.Scope)
    /// The base URLs.
    case servers
    /// What an operation's request may carry.
    case body(operation: Int)
    /// What a method of an operation may answer.
    case result(operation: Int, of: MethodForm)
    /// The client with these methods.
    case client(operations: [Int])
    /// Methods of the client that are called through a property of it.
    case group(ClientGroup)
  }

  /// What goes into a file.
  enum Content: Sendable {
    case items([Item], declaresNamespace: Bool = false)
    /// Methods of the client, by the operations' indices.
    case methods([Int])
    /// What the documents demand of values beyond their types.
    case rules
  }

  /// A file that is to be rendered.
  struct Plan: Sendable {
    let path: String
    let content: Content
  }

  /// The types that stand directly in the namespace.
  var declarations: [Item] { context.names.roots.map(Item.declaration) }

  /// What the server sends, where the API has something of it.
  var webhooks: [Item] {
    WebhooksView.Scope.allCases.filter { context.api.operations.contains(where: $0.contains) }.map(Item.webhooks)
  }

  /// What stands beside the types for the client: base URLs, and what requests carry and answers are in several forms.
  var parts: [Item] {
    var parts: [Item] = ServersView.isNeeded(for: context.api) ? [.servers] : []
    for index in calls {
      if context.names.bodies[index] != nil { parts.append(.body(operation: index)) }
      for form in [MethodForm.plain, .stream] where context.resultName(of: index, as: form) != nil {
        parts.append(.result(operation: index, of: form))
      }
    }
    return parts
  }

  /// The operations that are called, by their indices.
  var calls: [Int] { context.api.operations.indices.filter { context.api.operations[$0].kind == .call } }

  /// The client, only where the API has something to call.
  func client(operations: [Int]) -> [Item] {
    guard !calls.isEmpty else { return [] }
    let grouped = Set(context.names.groups.flatMap(\.operations))
    return [.client(operations: operations.filter { !grouped.contains($0) })] + context.names.groups.map(Item.group)
  }

  /// The Swift name of an item.
  func name(_ item: Item) -> String {
    switch item {
    case .declaration(let id): context.names[id].text
    case .webhooks(let scope): scope.name(in: context.names.namespace)
    case .servers: ServersView.name(in: context.names.namespace)
    case .body(let index): context.names.bodies[index]?.text ?? ""
    case .result(let index, let form): context.resultName(of: index, as: form)?.text ?? ""
    case .client: "Client"
    case .group(let group): group.type.text
    }
  }

  /// Whether there are rules to write down.
  var hasRules: Bool { !context.api.rules.isEmpty }

  /// The name of the rule book's file, which no declaration's file has.
  var rulesName: String {
    let taken = Set(context.names.roots.map { context.names[$0].text.lowercased() })
    var name = "Rules"
    while taken.contains(name.lowercased()) { name += "_" }
    return name
  }
}
