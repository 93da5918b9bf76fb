import SchemaIR

/// Finds properties by their keys and listed values; declarations with many of them are indexed.
final class MemberFinder {
  /// Up to so many are compared one after another.
  private static let indexedCount = 16

  /// What tells the parameters of an operation apart.
  private struct ParameterName: Hashable {
    let name: String
    let location: Parameter.Location
  }

  /// Where the parameters of operations with many of them stand, and how many there were.
  private var parameters: [Int: (count: Int, positions: [ParameterName: Int])] = [:]
  /// Where the properties of large structures stand, as far as they are known.
  private var positions: [DeclID: [String: Int]] = [:]
  /// The listed values of large enumerations, as far as they are known.
  private var values: [DeclID: Set<Literal>] = [:]
  /// The variants of large unions by their tags, and how many there were.
  private var tags: [DeclID: (count: Int, variants: [String: Int])] = [:]

  /// The position of the property with a key, nil where there is none; `expected` is looked at first.
  func index(of key: String, in properties: [Property], of id: DeclID, expected: Int = 0) -> Int? {
    if expected < properties.count, properties[expected].key == key { return expected }
    if properties.count <= Self.indexedCount { return properties.firstIndex { $0.key == key } }
    if let index = positions[id]?[key], index < properties.count, properties[index].key == key { return index }
    let known = positions[id]?.count ?? 0
    if known == properties.count, positions[id]?[properties[known - 1].key] == known - 1 { return nil }
    return extend(id, with: properties, from: known)[key]
  }

  /// Adds what is new in a structure to its index, or makes it anew where it is of other properties.
  private func extend(_ id: DeclID, with properties: [Property], from known: Int) -> [String: Int] {
    var table = positions.removeValue(forKey: id) ?? [:]
    var start = known
    if known > 0, known > properties.count || table[properties[known - 1].key] != known - 1 {
      table = [:]
      start = 0
    }
    for index in start..<properties.count where table[properties[index].key] == nil {
      table[properties[index].key] = index
    }
    positions[id] = table
    return table
  }

  /// The position of a parameter of an operation; nil where there is none.
  func parameter(_ name: String, in location: Parameter.Location, of parameters: [Parameter], operation: Int) -> Int? {
    if parameters.count <= Self.indexedCount {
      return parameters.firstIndex { $0.name == name && $0.location == location }
    }
    let key = ParameterName(name: name, location: location)
    if let known = self.parameters[operation], known.count == parameters.count { return known.positions[key] }
    let positions = Dictionary(
      parameters.enumerated().map { (ParameterName(name: $1.name, location: $1.location), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    self.parameters[operation] = (parameters.count, positions)
    return positions[key]
  }

  /// The first variant of a union that a tag selects; nil where none has it.
  func variant(tagged tag: String, in variants: [Union.Variant], of id: DeclID) -> Int? {
    if variants.count <= Self.indexedCount { return variants.firstIndex { $0.tags.contains(tag) } }
    if let known = tags[id], known.count == variants.count { return known.variants[tag] }
    var table: [String: Int] = [:]
    for (index, variant) in variants.enumerated() {
      for tag in variant.tags where table[tag] == nil { table[tag] = index }
    }
    tags[id] = (variants.count, table)
    return table[tag]
  }

  /// Whether a value is one of the cases of an enumeration, no two of which are the same.
  func contains(_ value: Literal, in cases: [Enumeration.Case], of id: DeclID) -> Bool {
    if cases.count <= Self.indexedCount { return cases.contains { $0.value == value } }
    let known = values[id]?.count ?? 0
    if known > cases.count { values[id] = nil }
    for new in cases[(known > cases.count ? 0 : known)...] { values[id, default: []].insert(new.value) }
    return values[id]?.contains(value) ?? false
  }
}
