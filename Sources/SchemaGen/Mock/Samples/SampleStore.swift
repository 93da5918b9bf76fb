import Foundation
import SchemaDescription
import SchemaDocument
import SchemaLower
import SchemaRuntime

/// Makes what documents give no example of, each thing once. `@unchecked`: the lock guards what changes.
final class SampleStore: @unchecked Sendable {
  /// How often a value is made anew where the rules do not allow it.
  private static let attemptLimit = 6
  /// How many values a sequence has.
  private static let sequenceLength = 3
  /// How many values a sequence of many variants has at most.
  private static let longestSequence = 16
  /// How many schemas may do no more than refer to the next.
  private static let referenceLimit = 8

  /// What the schemas of the API come down to.
  let flattener: SchemaFlattener
  private let rules: OperationRules
  private let book: RuleBook
  private let names: [SchemaKey: String]
  private let seed: UInt64
  private let lock = NSLock()
  private var bodies: [OperationRules.Place: [RawExample]] = [:]

  /// Makes values of one API.
  init(_ description: APIDescription, _ rules: OperationRules, _ book: RuleBook, seed: UInt64) {
    flattener = SchemaFlattener(description)
    self.rules = rules
    self.book = book
    self.seed = seed
    names = Dictionary(
      description.schemas.compactMap { schema in schema.name.map { (schema.key, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The values of a body; none where the document gives no schema, or none that has a value.
  func values(of content: MediaTypeDescription, at place: OperationRules.Place) -> [RawExample] {
    if let known = lock.withLock({ bodies[place] }) { return known }
    var values: [RawExample] = []
    if let schema = content.schema {
      switch MediaTypeKind(content.mediaType) {
      case .eventStream, .jsonLines: values = sequence(of: schema, content, at: place)
      case .json, .multipart, .urlEncoded, .text, .binary:
        values = value(of: schema, .response, at: place, number: 0).map { [RawExample($0.node)] } ?? []
      }
    }
    lock.withLock { bodies[place] = values }
    return values
  }

  /// The values of a sequence: of a schema with variants one of each in turn. A text that ends a stream stands at its end,
  /// and no event is called `error`, which would end it for a client.
  private func sequence(
    of schema: RawSchema,
    _ content: MediaTypeDescription,
    at place: OperationRules.Place
  ) -> [RawExample] {
    var flattener = flattener
    var flat = flattener.flat(schema)
    for _ in 0..<Self.referenceLimit where flat.reference != nil { flat = flattener.flat(flat) }
    let names = content.eventNames.isEmpty ? (flat.oneOf + flat.anyOf).map(\.eventNames.first) : content.eventNames
    let variants = (flat.oneOf + flat.anyOf).enumerated().filter { index, variant in
      variant.types != [.null] && !(names.indices.contains(index) && names[index] == "error")
    }.map(\.offset)
    let count = min(max(Self.sequenceLength, variants.count), Self.longestSequence)
    var values: [RawExample] = []
    var terminator: String?
    for number in 0..<count {
      let variant = variants.isEmpty ? nil : variants[number % variants.count]
      guard let made = value(of: schema, .response, at: place, number: number, variant: variant) else { continue }
      if let text = made.node.string, (content.terminators + ["[DONE]"]).contains(text), variants.count > 1 {
        terminator = text
        continue
      }
      var value = RawExample(made.node)
      let index = names.count == 1 ? 0 : made.variant
      if let index, names.indices.contains(index) { value.event = names[index] }
      values.append(value)
    }
    if !values.isEmpty { values[values.count - 1].terminator = terminator }
    return values
  }

  /// A value of the body of a request; nil where none can be made.
  func request(of content: MediaTypeDescription, at place: OperationRules.Place) -> Node? {
    content.schema.flatMap { value(of: $0, .request, at: place, number: 0)?.node }
  }

  /// A value of a parameter; nil where none can be made.
  func parameter(of schema: RawSchema?, at place: OperationRules.Place) -> Node? {
    schema.flatMap { value(of: $0, .request, at: place, number: 0)?.node }
  }

  /// A value that the rules of its place allow, as far as one is found; the one that breaks the fewest otherwise. Of a
  /// schema with variants it is of the wanted one, if such a value is allowed, and comes with the variant's position.
  private func value(
    of schema: RawSchema,
    _ direction: SampleMaker.Direction,
    at place: OperationRules.Place,
    number: Int,
    variant: Int? = nil
  ) -> (node: Node, variant: Int?)? {
    var best: (made: (Node, Int?), count: Int)?
    for wanted in variant == nil ? [nil] : [variant, nil] {
      for attempt in 0..<Self.attemptLimit {
        let random = SeededGenerator(seed: seed, for: "\(place) \(number) \(attempt)")
        var maker = SampleMaker(
          direction,
          flattener,
          names: names,
          random: random,
          takesExamples: attempt == 0,
          variant: wanted
        )
        guard let node = maker.value(of: schema) else { continue }
        let made = (node, maker.chosen)
        guard let name = rules.names[place], let value = try? JSONValue(parsing: node.jsonText()) else { return made }
        let count = book[name].violations(of: value).count
        if count == 0 { return made }
        if count < best?.count ?? .max { best = (made, count) }
      }
    }
    return best?.made
  }

  /// The text of a header; nil where the document says nothing of its value.
  func header(_ header: ParameterDescription, for place: String) -> String? {
    var node = header.examples.first { !$0.value.isSkeleton }?.value
    if node == nil, let schema = header.schema {
      let random = SeededGenerator(seed: seed, for: place)
      var maker = SampleMaker(.response, flattener, names: names, random: random)
      node = maker.value(of: schema)
    }
    guard let node else { return nil }
    if header.mediaType.map({ MediaTypeKind($0) }) == .json { return node.jsonText() }
    switch node.value {
    case .null: return nil
    case .array(let elements): return elements.map(Self.text).joined(separator: ", ")
    case .object(let members):
      let separator = header.explode == true ? "=" : ","
      return members.map { "\($0.key)\(separator)\(Self.text($0.value))" }.joined(separator: ",")
    default: return Self.text(node)
    }
  }

  /// A scalar as text.
  private static func text(_ node: Node) -> String { node.string ?? node.jsonText() }

  /// A file of a media type.
  func file(of mediaType: String, for place: String) -> [UInt8] {
    var random = SeededGenerator(seed: seed, for: place)
    return SampleFile.bytes(of: mediaType, using: &random)
  }
}
