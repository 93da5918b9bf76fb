import SchemaIR
import SchemaSource

/// Spreads the declarations of one API over files.
struct FileWriter: Sendable {
  let context: EmitContext
  let options: EmitOptions
  let templates: TemplateSet

  /// The namespace in a file of its own, and the rest as the layout has it. The namespace is part of each name: a
  /// module may not hold two files of one name.
  func files() -> [OutputFile] {
    let namespace = context.names.namespace.text
    let folder = "\(options.module)/\(namespace)/"
    if options.layout == .single {
      let items = declarations + parts + webhooks + client(operations: calls)
      return [
        OutputFile(
          path: folder + namespace + ".swift",
          contents: text(items, declaresNamespace: true, hasRules: hasRules)
        )
      ]
    }
    var files: [Plan] = []
    if options.hasNamespace {
      files.append(Plan(path: folder + namespace + ".swift", content: .items([], declaresNamespace: true)))
    }
    let groups = operationGroups
    switch options.layout {
    case .type, .single:
      for item in declarations + parts {
        files.append(Plan(path: "\(folder)\(namespace)+\(name(item)).swift", content: .items([item])))
      }
    case .tag:
      let tags = TagNames(context.api.operations)
      var groups: [String: [Item]] = [:]
      for (name, declarations) in TagGroups(context.api, names: context.names).groups {
        groups[name] = declarations.map(Item.declaration)
      }
      for part in parts {
        switch part {
        case .body(let index), .result(let index, _):
          groups[tags.name(of: context.api.operations[index]), default: []].append(part)
        default: groups["Shared", default: []].append(part)
        }
      }
      for (name, items) in groups.sorted(by: { $0.key < $1.key }) {
        files.append(Plan(path: "\(folder)\(namespace)+\(name).swift", content: .items(items)))
      }
    }
    for item in webhooks {
      files.append(Plan(path: "\(folder)\(namespace)+\(name(item)).swift", content: .items([item])))
    }
    if hasRules { files.append(Plan(path: "\(folder)\(namespace)+\(rulesName).swift", content: .rules)) }
    for item in client(operations: groups == nil ? calls : []) {
      files.append(Plan(path: "\(folder)\(namespace)+\(name(item)).swift", content: .items([item])))
    }
    for (name, operations) in groups ?? [] {
      files.append(Plan(path: "\(folder)\(namespace).Client+\(name).swift", content: .methods(operations)))
    }
    // The client takes longest: it comes first, so that no processor waits for it at the end.
    return Workers.map(files.reversed()) { plan in OutputFile(path: plan.path, contents: text(plan.content)) }
      .reversed()
  }

  /// The operations of each file where the client is spread over several; nil where it is one.
  private var operationGroups: [(name: String, operations: [Int])]? {
    let calls = calls
    let isLarge = options.operationsPerFile.map { calls.count > $0 } ?? false
    guard isLarge || options.layout == .tag, !calls.isEmpty, context.names.groups.isEmpty else { return nil }
    let groups = OperationGroups.groups(
      of: calls.map { context.api.operations[$0] },
      names: calls.map { context.names.operations[$0].text },
      limit: options.operationsPerFile
    )
    return groups.map { group in (group.name, group.operations.map { calls[$0] }) }
  }

  /// Exactly `count` files, each item in the one that its name's hash chooses; the first declares the namespace.
  func shards(_ count: Int) -> [OutputFile] {
    let count = max(1, count)
    var shards: [[Item]] = Array(repeating: [], count: count)
    let items = declarations + parts + webhooks + client(operations: calls)
    for item in items { shards[StableHash.part(of: name(item), among: count)].append(item) }
    let rulesIndex = !hasRules ? nil : StableHash.part(of: rulesName, among: count)
    let width = max(2, String(count - 1).count)
    return Workers.map(Array(shards.enumerated())) { index, items in
      let digits = String(index)
      let number = String(repeating: "0", count: width - digits.count) + digits
      return OutputFile(
        path: "\(options.module)/\(context.names.namespace.text)_\(number).swift",
        contents: text(items, declaresNamespace: index == 0, hasRules: index == rulesIndex)
      )
    }
  }

  /// Says where descriptions of tags go, where no file is for the operations of a tag.
  func tellLostTags(_ report: inout Report) {
    guard let tag = context.api.tags.first, options.shards != nil || operationGroups == nil,
      context.names.groups.isEmpty
    else { return }
    let count = context.api.tags.count
    let message = "descriptions of tags (\(count)) are carried where files are laid out by tag; see `layout`"
    report.add(Diagnostic(.unsupportedFeature, message, at: tag.span, severity: .note))
  }
}
