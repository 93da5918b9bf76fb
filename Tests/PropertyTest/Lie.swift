import SchemaRuntime

/// Makes a value wrong in one place.
enum Lie {
  /// The value with one part of another type, without one member, or with one more.
  static func contradicting(_ value: JSONValue, _ maker: inout ValueMaker) -> JSONValue {
    switch value {
    case .object(var members) where !members.isEmpty && !maker.random.once(in: 4):
      let key = maker.random.pick(members.keys.sorted())
      switch maker.random.below(6) {
      case 0: members[key] = nil
      case 1: members["surprise"] = maker.anything(depth: 1)
      default: members[key] = members[key].map { contradicting($0, &maker) }
      }
      return .object(members)
    case .array(var elements) where !elements.isEmpty && !maker.random.once(in: 4):
      let index = maker.random.below(elements.count)
      elements[index] = contradicting(elements[index], &maker)
      return .array(elements)
    default: return maker.anything(depth: 2)
    }
  }
}
