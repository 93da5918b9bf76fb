import SchemaSource

/// What a schema of events says of their data.
package struct EventSchema {
  /// The schema of the data; one of several where the events differ. Where their names tell them apart, each carries its own.
  package private(set) var data: RawSchema
  /// The names of the events, one for each alternative of the data, or the one for all; nil for an event without one.
  package private(set) var names: [String?]

  /// The fields of an event (WHATWG HTML, section 9.2.6).
  package static let fields: Set<String> = ["event", "data", "id", "retry"]

  /// Whether each event has names of its own.
  package var isNamed: Bool { !names.contains(nil) && Set(names).count == names.count }

  /// Reads the schema of an event, or of one of several; nil where it is that of the data.
  ///
  /// - Parameter isEvent: Whether an object with `data` is an event; otherwise it needs a name or a number, and nothing
  ///   else.
  /// - Parameter schemaFor: Finds what a reference points at.
  package init?(of schema: RawSchema, isEvent: Bool, schemaFor: @escaping (SchemaKey) -> RawSchema?) {
    var reader = EventSchemaReader(isEvent: isEvent, schemaFor: schemaFor)
    guard var found = reader.data(of: schema), !found.isEmpty else { return nil }
    let areToldByNames = reader.areToldByNames(found)
    if !areToldByNames { found = Self.eachOnce(found) }
    names = found.map(\.eventNames.first)
    if !areToldByNames {
      for index in found.indices { found[index].eventNames = [] }
    }
    data = found[0]
    guard found.count > 1 else { return }
    data = RawSchema(at: schema.span)
    data.description = schema.description
    data.oneOf = found
  }

  /// Each referenced schema once; what several events have for data goes by none of their names.
  private static func eachOnce(_ data: [RawSchema]) -> [RawSchema] {
    var kept: [RawSchema] = []
    var positions: [SchemaKey: Int] = [:]
    for schema in data {
      guard let key = schema.reference?.key, let position = positions[key] else {
        if let key = schema.reference?.key { positions[key] = kept.count }
        kept.append(schema)
        continue
      }
      if kept[position].eventNames != schema.eventNames { kept[position].eventNames = [] }
    }
    return kept
  }
}

/// Collects the data of events.
private struct EventSchemaReader {
  /// Whether an object with `data` is an event, whatever else it has.
  var isEvent: Bool
  /// Finds what a reference points at.
  var schemaFor: (SchemaKey) -> RawSchema?
  /// What was followed already: a reference is followed once.
  var visited: Set<SchemaKey> = []

  /// Whether each of several events has names of its own, and these are not what the data says anyway.
  func areToldByNames(_ data: [RawSchema]) -> Bool {
    var names: Set<String> = []
    guard data.count > 1,
      data.allSatisfy({ !$0.eventNames.isEmpty && $0.eventNames.allSatisfy { names.insert($0).inserted } })
    else { return false }
    guard let first = data[0].reference, data.allSatisfy({ $0.reference?.key == first.key }),
      let target = schemaFor(first.key)
    else { return true }
    // All events have one type: one of several, or with a property that lists the names.
    let isToldInside = target.properties.contains { property in
      names.isSubset(of: property.schema.enumeration.compactMap(\.value.string))
    }
    return !isToldInside && target.oneOf.isEmpty && target.anyOf.isEmpty
  }

  /// The schemas of the data of all events that a schema describes, with the events' names where they have some; nil
  /// where one is none.
  mutating func data(of schema: RawSchema) -> [RawSchema]? {
    var event = schema
    if let reference = schema.reference {
      guard visited.insert(reference.key).inserted else { return [] }
      guard let target = schemaFor(reference.key) else { return nil }
      event = target
    }
    let alternatives = event.oneOf + event.anyOf
    if !alternatives.isEmpty, event.properties.isEmpty {
      var found: [RawSchema] = []
      for alternative in alternatives {
        guard var data = data(of: alternative) else { return nil }
        if data.count == 1, data[0].eventNames.isEmpty {
          data[0].eventNames = Self.names(of: alternative, event.discriminator)
        }
        found += data
      }
      return found
    }
    let required = Set(event.required.map(\.name))
    // What holds more than an event does, is data that is called so. A flag is no content.
    let isStated = event.properties.allSatisfy {
      EventSchema.fields.contains($0.key) || !required.contains($0.key) && $0.schema.types == [.boolean]
    }
    guard let data = event.properties.first(where: { $0.key == "data" })?.schema else {
      // An event without data is none (WHATWG HTML, section 9.2.6).
      return isStated && !event.properties.isEmpty ? [] : nil
    }
    guard isEvent || isStated && event.properties.count > 1 else { return nil }
    var result = data.contentSchema ?? data
    result.eventNames = names(of: event)
    return [result]
  }

  /// The names that an event may have by its own schema; none where it may have any.
  private func names(of event: RawSchema) -> [String] {
    guard var name = event.properties.first(where: { $0.key == "event" })?.schema else { return [] }
    if let reference = name.reference, let target = schemaFor(reference.key) { name = target }
    if let constant = name.constant?.string { return [constant] }
    let names = name.enumeration.compactMap(\.value.string)
    return names.count == name.enumeration.count ? names : []
  }

  /// The names that a discriminator maps to one of several events.
  private static func names(of event: RawSchema, _ discriminator: RawDiscriminator?) -> [String] {
    guard let discriminator, discriminator.propertyName == "event", let key = event.reference?.key else { return [] }
    return discriminator.mapping.filter { $0.reference.key == key }.map(\.value)
  }
}
