import SchemaDescription
import SchemaDocument
import SchemaIR

extension Lowering {
  /// Joins the samples of one name, and gives those that are called like a schema to it as examples.
  static func joinSamples(_ schemas: [NamedSchema]) -> [NamedSchema] {
    guard schemas.contains(where: \.isSample) else { return schemas }
    var joined: [NamedSchema] = []
    var positions: [String: Int] = [:]
    // Stated schemas first, wherever their documents come among the samples.
    for schema in schemas where !schema.isSample {
      if let name = schema.name { positions[simplified(name)] = positions[simplified(name)] ?? joined.count }
      joined.append(schema)
    }
    for sample in schemas where sample.isSample {
      let name = simplified(sample.name ?? sample.key.text)
      if let position = positions[name] {
        joined[position].schema.examples += sample.schema.examples
      } else {
        positions[name] = joined.count
        joined.append(sample)
      }
    }
    return joined
  }

  /// A name without what spellings of one name differ in.
  private static func simplified(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Lowerer {
  /// The type of which nothing but samples is known: they fill it in later. Arrays need a name that holds them.
  mutating func sampleType(of schema: RawSchema, at place: Place) -> TypeRef {
    guard schema.examples.allSatisfy({ $0.value.elements != nil }) else { return .unstated(.missing) }
    return namedType(.array(.unstated(.missing)), as: place)
  }
}
