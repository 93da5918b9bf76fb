import SchemaDescription
import SchemaIR

extension Lowerer {
  /// What a structure says of an event.
  private struct NamedEvent {
    /// The names that the event may have.
    var names: [String]
    var data: TypeRef
    var documentation: String?
  }

  /// Whether a property may be left out and is true or false.
  private func isFlag(_ property: Property) -> Bool {
    property.presence != .required && resolved(property.type) == .scalar(.boolean)
  }

  /// The type of the data of events where a type describes the events themselves, as objects with a constant `event` and
  /// `data`: a union whose variants the names select. Nil where a type is that of data.
  mutating func eventData(of type: TypeRef, operation: Int) -> TypeRef? {
    var visited: Set<DeclID> = []
    guard case .declared(let id) = resolved(type) else { return nil }
    if let known = eventDataTypes[id] { return known }
    guard let events = namedEvents(type, tags: [], &visited), let first = events.first else { return nil }
    guard events.count > 1 else { return first.data }
    var known: Set<String> = []
    guard events.allSatisfy({ event in event.names.allSatisfy { known.insert($0).inserted } }) else { return nil }
    var union = Union(tagging: .shape, variants: [])
    for event in events {
      var variant = Union.Variant(name: event.names[0], type: event.data, documentation: event.documentation)
      variant.events = event.names
      union.variants.append(variant)
    }
    let data = declare(
      Declaration(
        hint: .operation(operation, .event),
        kind: .union(union),
        documentation: api[id].documentation,
        span: api[id].span
      )
    )
    eventDataTypes[id] = .declared(data)
    return .declared(data)
  }

  /// The events that a type describes, each with names of its own; nil where one is none. Each declaration counts once.
  private func namedEvents(_ type: TypeRef, tags: [String], _ visited: inout Set<DeclID>) -> [NamedEvent]? {
    guard case .declared(let id) = resolved(type) else { return nil }
    guard visited.insert(id).inserted else { return [] }
    switch api[id].kind {
    case .union(let union):
      let isTold = union.tagging == .property(key: "event")
      var events: [NamedEvent] = []
      for variant in union.variants {
        let tags = isTold ? variant.tags : []
        guard let inner = namedEvents(variant.type, tags: tags, &visited) else { return nil }
        events += inner
      }
      return events
    case .structure(let structure):
      // What holds more than an event does, is data that is called so. A flag is no content.
      guard let name = structure.properties.first(where: { $0.key == "event" }),
        structure.properties.allSatisfy({ EventSchema.fields.contains($0.key) || isFlag($0) })
      else { return nil }
      var names = tags
      if case .string(let constant) = name.initial?.literal { names = [constant] }
      guard !names.isEmpty else { return nil }
      // An event without data is none (WHATWG HTML, section 9.2.6).
      guard let data = structure.properties.first(where: { $0.key == "data" }) else { return [] }
      return [NamedEvent(names: names, data: data.type, documentation: api[id].documentation)]
    case .tuple, .enumeration, .alias: return nil
    }
  }
}
