import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

/// The rules of everything that the operations of an API send and receive, for whoever checks values without models.
package struct OperationRules: Sendable {
  /// Something that an operation sends or receives, by its position in the description.
  package enum Place: Hashable, Sendable {
    case parameter(operation: Int, index: Int)
    case requestBody(operation: Int, content: Int)
    case response(operation: Int, response: Int, content: Int)
  }

  /// The names of the rules; a place without a schema has none.
  package private(set) var names: [Place: String] = [:]
  /// The rules as the text of a rule book, which `SchemaRuntime` reads.
  package private(set) var book = "{}"

  /// Makes the rules of one API. What a documented value breaks is left out, which is reported.
  package init(_ description: APIDescription, report: inout Report) {
    var lowerer = Lowerer(description, name: "", options: LowerOptions(), report: report)
    var rules = RuleLowerer(description, policy: .formats) { [lowerer] in lowerer.display($0) }
    var seen: Set<SchemaKey> = []
    for named in description.schemas {
      guard seen.insert(named.key).inserted, let name = rules.name(of: named.key) else { continue }
      lowerer.api.rules.append(NamedRule(name: name, rule: rules.rule(of: named.schema)))
    }
    for (index, operation) in description.operations.enumerated() {
      let label = operation.label
      for (position, parameter) in operation.parameters.enumerated() {
        add(
          .parameter(operation: index, index: position),
          "\(label) \(parameter.name)",
          parameter.schema,
          parameter.examples,
          &rules,
          &lowerer
        )
      }
      for (position, content) in (operation.requestBody?.contents ?? []).enumerated() {
        let place = Place.requestBody(operation: index, content: position)
        add(place, "\(label) request", content.schema, content.examples, &rules, &lowerer)
      }
      for (number, response) in operation.responses.enumerated() {
        for (position, content) in response.contents.enumerated() {
          let place = Place.response(operation: index, response: number, content: position)
          add(place, "\(label) response", content.schema, content.examples, &rules, &lowerer)
        }
      }
    }
    lowerer.checkRules()
    report = lowerer.report
    var text = "{"
    for rule in lowerer.api.rules {
      if text.utf8.count > 1 { text += "," }
      Rule.quote(rule.name, to: &text)
      text += ":" + rule.rule.json
    }
    book = text + "}"
  }

  /// Adds the rule of a place.
  private mutating func add(
    _ place: Place,
    _ label: String,
    _ schema: RawSchema?,
    _ examples: [RawExample],
    _ rules: inout RuleLowerer,
    _ lowerer: inout Lowerer
  ) {
    guard let schema else { return }
    var rule = rules.rule(of: schema)
    rule.witnesses += examples.map(\.value).filter { !$0.isSkeleton }.map {
      Rule.Witness(json: $0.jsonText(), at: $0.span)
    }
    let name = rules.unique(label)
    names[place] = name
    lowerer.api.rules.append(NamedRule(name: name, rule: rule))
  }
}
