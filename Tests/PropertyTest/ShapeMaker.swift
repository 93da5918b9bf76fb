import SchemaRuntime

/// Makes random shapes with definitions that refer to each other.
struct ShapeMaker {
  private(set) var definitions: [String: Shape] = [:]
  private(set) var random: RandomSource
  /// Definitions that are being made; references to them are recursion.
  private var open: [String] = []
  /// Definitions that are made, in order.
  private var finished: [String] = []
  /// Definitions that are objects, which `allOf` can extend.
  private var objects: [String] = []
  /// Names that are not taken.
  private var names: [String]

  /// How many definitions there may be.
  private static let definitionLimit = 8

  init(_ random: RandomSource) {
    self.random = random
    names = Samples.names
    names.shuffle(using: &self.random)
  }

  /// A shape for a whole document: an object mostly.
  mutating func root() -> Shape {
    let shape = random.once(in: 4) ? shape(depth: 4) : .object(object(depth: 4))
    // A body of which the schema says nothing is what its examples are.
    if case .any = shape { return .array(.any, isUnique: false, minimum: 0) }
    return shape
  }

  /// A shape; `canRecur` says that a value may end here, so that it may be one of an open definition.
  mutating func shape(depth: Int, canRecur: Bool = false) -> Shape {
    guard depth > 0 else { return leaf() }
    switch random.below(24) {
    case 0..<6: return leaf()
    case 6, 7: return nullable(depth: depth, canRecur: canRecur)
    case 8, 9: return array(depth: depth)
    case 10:
      let elements = (0..<random.within(1...4)).map { _ in shape(depth: depth - 1) }
      let rests: [Shape.Rest] = [.open, .closed, .typed(shape(depth: depth - 1))]
      return .tuple(elements, minimum: random.below(elements.count + 1), rest: random.pick(rests))
    case 11: return .map(shape(depth: depth - 1, canRecur: true))
    case 12...14: return .object(object(depth: depth))
    case 15: return allOf(depth: depth)
    case 16, 17: return union(depth: depth)
    case 18, 19: return tagged(depth: depth) ?? leaf()
    default: return reference(depth: depth, canRecur: canRecur)
    }
  }

  /// A shape without parts.
  private mutating func leaf() -> Shape {
    switch random.below(10) {
    case 0: return .any
    case 1: return .boolean
    case 2...4: return .string(format: random.pick(Samples.stringFormats), isShort: random.once(in: 4))
    case 5:
      let format = random.pick(Samples.integerFormats)
      return .integer(format: format, isSmall: format?.first != "u" && random.once(in: 4))
    case 6: return .number(format: random.pick(Samples.numberFormats))
    case 7, 8: return listed()
    default: return .constant(random.pick(["x", "", 1, true, 0.5, "名", ["a": 1], [1, 2]]))
    }
  }

  /// Listed values of one type or of several.
  private mutating func listed() -> Shape {
    let strings = random.some(random.within(1...5), of: Samples.words).map { JSONValue.string($0) }
    let integers = random.some(random.within(1...4), of: [0, 1, 2, -1, 100] as [JSONValue])
    switch random.below(6) {
    case 0: return .listed(integers, type: "integer")
    case 1: return .listed(integers + strings, type: nil)
    case 2: return .listed([0.5, 1, 1.5], type: "number")
    case 3: return .listed(strings + [true, ["a": 1], [1]], type: nil)
    case 4: return .listed(strings, type: nil)
    default: return .listed(strings, type: "string")
    }
  }

  /// A shape with null beside it.
  private mutating func nullable(depth: Int, canRecur: Bool) -> Shape {
    let inner = shape(depth: depth - 1, canRecur: canRecur)
    if case .nullable = inner { return inner }
    return .nullable(inner, random.pick(Shape.NullSpelling.allCases))
  }

  /// An array.
  private mutating func array(depth: Int) -> Shape {
    let minimum = random.once(in: 4) ? 1 : 0
    let element = shape(depth: depth - 1, canRecur: minimum == 0)
    return .array(element, isUnique: minimum == 0 && random.once(in: 4), minimum: minimum)
  }

  /// An object without certain keys.
  private mutating func object(depth: Int, without taken: Set<String> = [], isPart: Bool = false) -> ObjectShape {
    let keys = random.some(random.within(1...6), of: Samples.keys).filter { !taken.contains($0) }
    var result = ObjectShape(properties: [])
    for key in keys {
      let isRequired = random.once(in: 2)
      let shape = shape(depth: depth - 1, canRecur: !isRequired)
      let flag = random.once(in: 5) ? random.pick(["readOnly", "writeOnly", "deprecated"]) : nil
      var property = ObjectShape.Property(key: key, shape: shape, isRequired: isRequired, flag: flag)
      if random.once(in: 6) {
        var maker = ValueMaker(definitions, random)
        if case .reference = shape {} else { property.initial = maker.value(of: shape, depth: 1) }
        random = maker.random
      }
      result.properties.append(property)
    }
    result.statesType = !result.properties.isEmpty && !random.once(in: 5) || result.properties.isEmpty
    if isPart { return result }
    switch random.below(8) {
    case 0: result.additional = .free
    case 1: result.additional = .forbidden
    case 2: result.additional = .typed(self.shape(depth: depth - 1, canRecur: true))
    default: break
    }
    if random.once(in: 10) { result.pattern = self.shape(depth: depth - 1, canRecur: true) }
    return result
  }

  /// Several objects at once, the properties of which have different keys.
  private mutating func allOf(depth: Int) -> Shape {
    var parts: [Shape] = []
    var taken: Set<String> = []
    if let name = objects.isEmpty ? define(asObject: true, depth: depth - 1) : random.pick(objects) {
      parts.append(.reference(name))
      taken = keys(of: name)
    }
    for _ in 0..<random.within(1...2) {
      let part = object(depth: depth - 1, without: taken, isPart: true)
      taken.formUnion(part.properties.map(\.key))
      parts.append(.object(part))
    }
    return .allOf(parts)
  }

  /// The keys of a definition that is an object.
  private func keys(of name: String) -> Set<String> {
    guard case .object(let object)? = definitions[name] else { return [] }
    return Set(object.properties.map(\.key))
  }

  /// One of several shapes.
  private mutating func union(depth: Int) -> Shape {
    let variants = (0..<random.within(2...4)).map { _ in shape(depth: depth - 1) }
    return .union(keyword: random.pick(["oneOf", "anyOf"]), variants)
  }

  /// Objects that a property tells apart; nil where no more definitions may be made.
  private mutating func tagged(depth: Int) -> Shape? {
    let key = random.pick(["type", "kind", "object_type", "类型", "@type", "class"])
    let tags = random.pick(TaggedShape.Tags.allCases)
    let count = random.within(2...3)
    guard finished.count + open.count + count <= Self.definitionLimit, names.count >= count else { return nil }
    let words = random.some(count, of: Samples.words)
    var variants: [(tag: String, name: String)] = []
    for word in words {
      let name = names.removeLast()
      let tag = tags == .names ? name : word
      var variant = object(depth: depth - 1, without: [key], isPart: true)
      let value: Shape = tags == .constants ? .constant(.string(tag)) : .string(format: nil, isShort: false)
      variant.properties.append(ObjectShape.Property(key: key, shape: value, isRequired: true))
      definitions[name] = .object(variant)
      variants.append((tag, name))
    }
    // Only now, so that nothing refers to a variant without its tag.
    finished += variants.map(\.name).filter { _ in tags == .constants }
    return .tagged(TaggedShape(keyword: random.pick(["oneOf", "anyOf"]), key: key, tags: tags, variants: variants))
  }

  /// A reference to a definition: one that is open, where that may be, one that is made, or a new one.
  private mutating func reference(depth: Int, canRecur: Bool) -> Shape {
    if canRecur, !open.isEmpty, random.once(in: 2) { return .reference(random.pick(open)) }
    if !finished.isEmpty, random.once(in: 2) { return .reference(random.pick(finished)) }
    return define(asObject: !random.once(in: 3), depth: depth - 1).map { .reference($0) } ?? leaf()
  }

  /// Makes a definition; nil where there are enough.
  private mutating func define(asObject: Bool, depth: Int) -> String? {
    guard finished.count + open.count < Self.definitionLimit, let name = names.popLast() else { return nil }
    open.append(name)
    let shape: Shape = asObject ? .object(object(depth: depth, isPart: true)) : shape(depth: depth)
    open.removeLast()
    definitions[name] = shape
    finished.append(name)
    if asObject { objects.append(name) }
    return name
  }
}
