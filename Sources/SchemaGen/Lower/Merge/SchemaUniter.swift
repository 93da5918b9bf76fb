import SchemaDescription
import SchemaDocument
import SchemaSource

/// Joins two descriptions of one place into one that allows what either allows.
///
/// This is the other half of composing: parts of an `allOf` narrow each other, pages widen each other.
struct SchemaUniter {
  /// How deep two schemas are followed into each other; below that, either holds.
  static let depthLimit = 64

  /// The named schemas, to which unions of two named ones are added.
  private(set) var schemas: [NamedSchema]
  var report: Report
  /// Where each named schema stands.
  private var positions: [SchemaKey: Int]
  /// What has become of two named schemas that were met at one place.
  private var pairs: [Pair: Meeting] = [:]
  /// Where the named schemas stand that were added.
  private var places: [Pair: Int] = [:]

  /// How far two named schemas have come that meet.
  private enum Meeting {
    case pending
    case done(United)
  }

  /// Two named schemas.
  private struct Pair: Hashable {
    let first: SchemaKey
    let second: SchemaKey
  }

  init(_ schemas: [NamedSchema], report: Report) {
    self.schemas = schemas
    self.report = report
    positions = Dictionary(schemas.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Two descriptions of the value at a place as one; where one of them is missing, the other one.
  mutating func unite(_ first: RawSchema?, _ second: RawSchema?, at path: String) -> RawSchema? {
    guard let first else { return second }
    guard let second else { return first }
    return united(first, second, at: path).schema
  }

  /// Widens a named schema until it allows what a copy of it allows.
  mutating func add(_ copy: NamedSchema, to position: Int) {
    let first = schemas[position].schema
    let name = copy.name ?? copy.key.lastName
    let united = united(first, copy.schema, at: name)
    schemas[position].schema = united.schema
    guard united.widensFirst || united.widensSecond else { return }
    report.add(
      .duplicateSchema,
      "`\(name)` is described again, in another way; the two are merged",
      at: copy.schema.span,
      notes: [.init("first described here", at: first.span)]
    )
  }

  /// What allows everything that two schemas allow.
  mutating func united(_ first: RawSchema, _ second: RawSchema, at path: String, depth: Int = 0) -> United {
    if first.span == second.span || first.isReference(to: second) && first.isNullable == second.isNullable {
      return United(first)
    }
    if second.saysNothing { return United(first.completed(by: second)) }
    if first.saysNothing { return United(second.completed(by: first)) }
    guard depth < Self.depthLimit else { return either(first, second) }
    if first.onlyNamesAnother || second.onlyNamesAnother {
      return unitedTargets(first, second, at: path, depth: depth)
    }
    if first.saysSame(as: second) { return United(first.completed(by: second)) }
    if let left = plain(first), let right = plain(second) {
      if let conflict = left.conflict(with: right) {
        report.add(
          .conflictingPages,
          "`\(path)` is \(conflict.second) here and \(conflict.first) in another description; the type becomes a union "
            + "of both",
          at: second.span,
          notes: [.init("the other description", at: first.span)]
        )
        return either(first, second)
      }
      var join = PlainUnion(left, right)
      join.run(&self, at: path, depth: depth)
      return join.result
    }
    return either(first, second)
  }

  /// Two schemas of which one, or both, have a name: the name stays where the other adds nothing.
  private mutating func unitedTargets(_ first: RawSchema, _ second: RawSchema, at path: String, depth: Int) -> United {
    let pair = zip(first.reference, second.reference, depth > 0)
    switch pair.flatMap({ pairs[$0] }) {
    case .done(let united): return united
    // What they lead back to is what comes of them in the end.
    case .pending: return United(reference(to: pair, at: first.span))
    case nil: break
    }
    guard let left = target(of: first), let right = target(of: second) else { return either(first, second) }
    if let pair { pairs[pair] = .pending }
    var result = united(left, right, at: path, depth: depth + 1)
    if !result.widensFirst, first.onlyNamesAnother {
      result.schema = first.completed(by: second)
    } else if !result.widensSecond, second.onlyNamesAnother {
      result.schema = second.completed(by: first)
    } else if pair != nil {
      let united = result.schema
      result.schema = reference(to: pair, at: first.span)
      pair.flatMap { places[$0] }.map { schemas[$0].schema = united }
    }
    if let pair, let place = places[pair], schemas[place].schema.onlyNamesAnother {
      // A name that turned out to stand for one of the two.
      schemas[place].schema = result.schema
      schemas[place].name = nil
    }
    result.schema.isNullable = result.schema.isNullable || first.isNullable || second.isNullable
    if let pair { pairs[pair] = .done(result) }
    return result
  }

  /// The key of two references that meet within other schemas, where they may lead back to themselves.
  private func zip(_ first: RawReference?, _ second: RawReference?, _ isInner: Bool) -> Pair? {
    guard isInner, let first, let second else { return nil }
    return Pair(first: first.key, second: second.key)
  }

  /// A reference to the named schema that stands for two, whose text may come later.
  private mutating func reference(to pair: Pair?, at span: SourceSpan) -> RawSchema {
    var reference = RawSchema(at: span)
    guard let pair else { return reference }
    if let place = places[pair] {
      reference.reference = RawReference(schemas[place].key, at: span)
      return reference
    }
    var key = SchemaKey("\(pair.first.text)+\(pair.second.lastName)")
    while positions[key] != nil { key.text += "+" }
    let names = [pair.first, pair.second].map { key in
      positions[key].flatMap { schemas[$0].name } ?? key.lastName
    }
    positions[key] = schemas.count
    places[pair] = schemas.count
    var open = RawSchema(at: span)
    open.reference = RawReference(pair.first, at: span)
    schemas.append(NamedSchema(key: key, name: "\(names[0]) or \(names[1])", schema: open))
    reference.reference = RawReference(key, at: span)
    return reference
  }

  /// What references lead to, without examples of its own; nil where they lead nowhere.
  private func target(of schema: RawSchema) -> RawSchema? {
    var schema = schema
    for _ in 0..<Self.depthLimit {
      guard schema.onlyNamesAnother, let key = schema.reference?.key else { return schema }
      guard let position = positions[key] else { return nil }
      schema = schemas[position].schema
      schema.examples = []
    }
    return nil
  }

  /// A schema without compositions that says the same: the parts of an `allOf` of objects put together. Nil where there
  /// is none.
  private func plain(_ schema: RawSchema, depth: Int = 0) -> RawSchema? {
    guard depth < 16, schema.oneOf.isEmpty, schema.anyOf.isEmpty else { return nil }
    guard !schema.allOf.isEmpty || schema.reference != nil else { return schema }
    var joined = schema
    joined.allOf = []
    joined.properties = []
    joined.reference = nil
    var parts: [RawSchema] = []
    if let reference = schema.reference {
      guard let position = positions[reference.key] else { return nil }
      parts.append(schemas[position].schema)
    }
    for part in schema.allOf {
      guard let target = target(of: part) else { return nil }
      parts.append(target)
    }
    var seen: Set<String> = []
    for part in parts {
      guard let part = plain(part, depth: depth + 1), part.effectiveTypes.allSatisfy({ $0 == .object }),
        part.enumeration.isEmpty, part.constant == nil
      else { return nil }
      for property in part.properties {
        // A property that two parts narrow together is more than one schema.
        guard seen.insert(property.key).inserted else { return nil }
        joined.properties.append(property)
      }
      joined.required += part.required
      joined.additionalProperties = joined.additionalProperties ?? part.additionalProperties
    }
    for property in schema.properties {
      guard seen.insert(property.key).inserted else { return nil }
      joined.properties.append(property)
    }
    if joined.types.isEmpty { joined.types = [.object] }
    return joined
  }

  /// A union of two schemas; alternatives that both list are there once.
  private func either(_ first: RawSchema, _ second: RawSchema) -> United {
    var alternatives = first.isUnion ? first.oneOf + first.anyOf : [first]
    let count = alternatives.count
    for alternative in second.isUnion ? second.oneOf + second.anyOf : [second]
    where !alternatives[..<count].contains(where: { $0.saysSame(as: alternative) }) {
      alternatives.append(alternative)
    }
    guard alternatives.count > count else { return United(first, widensSecond: true) }
    var joined = RawSchema(at: first.span)
    joined.title = first.title ?? second.title
    joined.description = first.description ?? second.description
    joined.isNullable = first.isNullable || second.isNullable
    joined.examples = first.isUnion ? first.examples : []
    if second.isUnion { joined.examples += second.examples }
    if let discriminator = first.discriminator, first.isUnion, second.isUnion,
      second.discriminator?.propertyName == discriminator.propertyName
    {
      joined.discriminator = discriminator
      joined.discriminator?.mapping += second.discriminator?.mapping ?? []
      joined.oneOf = alternatives
    } else {
      joined.anyOf = alternatives
    }
    return United(joined, widensFirst: true, widensSecond: true)
  }
}

/// A schema that allows what two others allow.
struct United {
  var schema: RawSchema
  /// Whether it allows more than the first, or the second, one.
  var widensFirst = false
  var widensSecond = false

  init(_ schema: RawSchema, widensFirst: Bool = false, widensSecond: Bool = false) {
    self.schema = schema
    self.widensFirst = widensFirst
    self.widensSecond = widensSecond
  }
}

extension RawSchema {
  /// Whether the schema names another one and at most allows null beside it, or describes it.
  fileprivate var onlyNamesAnother: Bool { reference != nil && !hasStructureBesideReference }

  /// Whether the schema lists alternatives and nothing else.
  fileprivate var isUnion: Bool {
    oneOf.isEmpty != anyOf.isEmpty && properties.isEmpty && allOf.isEmpty && reference == nil
  }

  /// Whether the schema says nothing of its value, as tools describe what they do not know.
  var saysNothing: Bool {
    guard saysNothingOfType || types == [.object] && isTransparent else { return false }
    return !isNullable || types.isEmpty
  }

  /// The schema with the title, the description and the examples of another description of the same place.
  func completed(by other: RawSchema) -> RawSchema {
    var result = self
    result.title = title ?? other.title
    result.description = description ?? other.description
    result.defaultValue = defaultValue ?? other.defaultValue
    result.isNullable = isNullable || other.isNullable || other.types == [.null]
    result.examples += other.examples
    return result
  }
}
