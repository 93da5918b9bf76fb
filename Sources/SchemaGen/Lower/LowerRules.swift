import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Makes a rule of every schema that has a name, is referred to, or is a body's own.
  mutating func lowerRules() {
    guard options.validation != .off else { return }
    var rules = RuleLowerer(description, policy: options.validation) { [self] in display($0) }
    var seen: Set<SchemaKey> = []
    for named in description.schemas {
      guard seen.insert(named.key).inserted, let name = rules.name(of: named.key) else { continue }
      var types: [DeclID] = []
      if named.name != nil, case .done(let type) = namedTypes[named.key], case .declared(let id) = type.core,
        case .component = api[id].hint
      {
        types = [id]
      }
      api.rules.append(NamedRule(name: name, rule: rules.rule(of: named.schema), types: types))
    }
    for (index, operation) in description.operations.enumerated() {
      let label = operation.label
      for content in operation.requestBody?.contents ?? [] {
        let lowered = api.operations[index].body?.contents.first { $0.mediaType == content.mediaType }
        addRule(of: content, name: "\(label) request", type: lowered, with: &rules)
      }
      for (position, response) in operation.responses.enumerated() {
        for (offset, content) in response.contents.enumerated() {
          let type = api.operations[index].responses[position].contents[offset]
          addRule(of: content, name: "\(label) response", type: type, with: &rules)
        }
      }
    }
    // A type that several schemas became has no rule of its own, and another name is no type.
    var uses: [DeclID: Int] = [:]
    for rule in api.rules { for id in rule.types { uses[id, default: 0] += 1 } }
    let aliases = Set(api.declarations.indices.filter { api.declarations[$0].isAlias }.map { DeclID($0) })
    for index in api.rules.indices {
      api.rules[index].types.removeAll { uses[$0] != 1 || aliases.contains($0) }
    }
  }

  /// Adds the rule of a body's own schema; what a reference names has its rule already, and gains the examples.
  private mutating func addRule(
    of content: MediaTypeDescription,
    name: String,
    type: Content?,
    with rules: inout RuleLowerer
  ) {
    guard let schema = content.schema, let type, type.mediaType == content.mediaType, type.coding == .json else {
      return
    }
    var rule = rules.rule(of: schema)
    rule.witnesses += content.examples.map(\.value).filter { !$0.isSkeleton }.map {
      Rule.Witness(json: $0.jsonText(), at: $0.span)
    }
    var types: [DeclID] = []
    if schema.reference == nil, case .declared(let id) = type.type.core, case .operation = api[id].hint,
      api[id].parent == nil
    {
      types = [id]
    }
    guard !types.isEmpty || !rule.witnesses.isEmpty else { return }
    api.rules.append(NamedRule(name: rules.unique(name), rule: rule, types: types))
  }
}

extension Declaration {
  /// Whether the declaration is another name of a type.
  fileprivate var isAlias: Bool { if case .alias = kind { true } else { false } }
}
