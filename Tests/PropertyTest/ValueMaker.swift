import SchemaRuntime

/// Makes random values of shapes.
struct ValueMaker {
  /// What references lead to.
  let definitions: [String: Shape]
  var random: RandomSource

  init(_ definitions: [String: Shape], _ random: RandomSource) {
    self.definitions = definitions
    self.random = random
  }

  /// A value that a shape allows; where `depth` is used up, it holds as little as it may.
  mutating func value(of shape: Shape, depth: Int = 6) -> JSONValue {
    switch shape {
    case .any: return anything(depth: min(depth, 2))
    case .boolean: return .boolean(random.once(in: 2))
    case .string(let format, _): return .string(random.pick(Samples.strings(format)))
    case .integer(let format, let isSmall):
      if isSmall { return .number(JSONNumber(random.within(-100...100))) }
      return .number(random.pick(Samples.integers(format)))
    case .number(let format): return .number(random.pick(Samples.numbers(format)))
    case .listed(let values, _): return random.pick(values)
    case .constant(let value): return value
    case .nullable(let shape, _): return depth <= 0 || random.once(in: 3) ? .null : value(of: shape, depth: depth)
    case .array(let element, let isUnique, let minimum):
      let count = depth <= 0 ? minimum : minimum + random.below(3)
      let values = (0..<count).map { _ in value(of: element, depth: depth - 1) }
      return .array(isUnique ? unique(values) : values)
    case .tuple(let elements, let minimum, let rest): return tuple(elements, minimum, rest, depth)
    case .map(let values): return .object(extras(values, ["a", "B", "", "名字", "x-y", "__proto__"], depth))
    case .object(let object): return .object(members(of: object, depth))
    case .allOf(let parts):
      let values = parts.map { value(of: $0, depth: depth).objectValue ?? [:] }
      return .object(values.reduce(into: [:]) { $0.merge($1) { $1 } })
    case .union(_, let variants): return value(of: depth <= 0 ? variants[0] : random.pick(variants), depth: depth - 1)
    case .tagged(let tagged):
      let variant = depth <= 0 ? tagged.variants[0] : random.pick(tagged.variants)
      var result = value(of: .reference(variant.name), depth: depth - 1)
      result[tagged.key] = .string(variant.tag)
      return result
    case .reference(let name): return definitions[name].map { value(of: $0, depth: depth - 1) } ?? .null
    }
  }

  /// A tuple's elements: some at the end may lack.
  private mutating func tuple(_ elements: [Shape], _ minimum: Int, _ rest: Shape.Rest, _ depth: Int) -> JSONValue {
    let count = depth <= 0 ? minimum : random.within(minimum...elements.count)
    var values = elements.prefix(count).map { value(of: $0, depth: depth - 1) }
    guard count == elements.count, depth > 0 else { return .array(values) }
    switch rest {
    case .closed: break
    case .open: for _ in 0..<random.below(3) { values.append(anything(depth: 1)) }
    case .typed(let shape): for _ in 0..<random.below(3) { values.append(value(of: shape, depth: depth - 1)) }
    }
    return .array(values)
  }

  /// The members of an object that a response holds.
  private mutating func members(of object: ObjectShape, _ depth: Int) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for property in object.properties where property.flag != "writeOnly" {
      guard property.isRequired || depth > 0 && !random.once(in: 3) else { continue }
      members[property.key] = value(of: property.shape, depth: depth - 1)
    }
    if let pattern = object.pattern { members.merge(extras(pattern, ["x-one", "x-", "x-ü"], depth)) { $1 } }
    switch object.additional {
    case .unstated, .forbidden: break
    case .free: members.merge(extras(.any, Samples.extraKeys, depth)) { first, _ in first }
    case .typed(let shape): members.merge(extras(shape, Samples.extraKeys, depth)) { first, _ in first }
    }
    return members
  }

  /// Some members with keys of a list.
  private mutating func extras(_ shape: Shape, _ keys: [String], _ depth: Int) -> [String: JSONValue] {
    guard depth > 0 else { return [:] }
    var members: [String: JSONValue] = [:]
    for key in random.some(random.below(3), of: keys) { members[key] = value(of: shape, depth: depth - 1) }
    return members
  }

  /// The values without those that are there twice.
  private func unique(_ values: [JSONValue]) -> [JSONValue] {
    var seen: Set<JSONValue> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Any value.
  mutating func anything(depth: Int) -> JSONValue {
    switch random.below(depth <= 0 ? 5 : 7) {
    case 0: .null
    case 1: .boolean(random.once(in: 2))
    case 2: .number(random.pick(Samples.integers("int64")))
    case 3: .number(random.pick(Samples.numbers(nil)))
    case 4: .string(random.pick(Samples.strings(nil)))
    case 5: .array((0..<random.below(3)).map { _ in anything(depth: depth - 1) })
    default:
      .object(
        Dictionary(
          random.some(random.below(3), of: ["a", "b", "type", "id"]).map { ($0, anything(depth: depth - 1)) },
          uniquingKeysWith: { $1 }
        )
      )
    }
  }
}
