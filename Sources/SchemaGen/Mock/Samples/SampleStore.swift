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

  /// How many kinds of events a stream shows at most.
  private static let eventLimit = 16

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
    var count = 1
    switch MediaTypeKind(content.mediaType) {
    case .eventStream, .jsonLines: count = Self.sequenceLength
    case .json, .multipart, .urlEncoded, .text, .binary: break
    }
    // Where names tell events apart, there is one of each.
    let events = content.schema.map { $0.oneOf.filter { !$0.eventNames.isEmpty }.prefix(Self.eventLimit) } ?? []
    count = max(count, events.count)
    let values = (0..<count).compactMap { number -> RawExample? in
      let event = events.isEmpty ? nil : events[events.startIndex + number % events.count]
      guard let schema = event ?? content.schema else { return nil }
      guard let node = value(of: schema, .response, at: place, number: number) else { return nil }
      var example = RawExample(node)
      example.event = event?.eventNames.first
      return example
    }
    lock.withLock { bodies[place] = values }
    return values
  }

  /// A value of the body of a request; nil where none can be made.
  func request(of content: MediaTypeDescription, at place: OperationRules.Place) -> Node? {
    content.schema.flatMap { value(of: $0, .request, at: place, number: 0) }
  }

  /// A value of a parameter; nil where none can be made.
  func parameter(of schema: RawSchema?, at place: OperationRules.Place) -> Node? {
    schema.flatMap { value(of: $0, .request, at: place, number: 0) }
  }

  /// A value that the rules of its place allow, as far as one is found; the one that breaks the fewest otherwise.
  private func value(
    of schema: RawSchema,
    _ direction: SampleMaker.Direction,
    at place: OperationRules.Place,
    number: Int
  ) -> Node? {
    var best: (node: Node, count: Int)?
    for attempt in 0..<Self.attemptLimit {
      let random = SeededGenerator(seed: seed, for: "\(place) \(number) \(attempt)")
      var maker = SampleMaker(direction, flattener, names: names, random: random, takesExamples: attempt == 0)
      guard let node = maker.value(of: schema) else { continue }
      guard let name = rules.names[place], let value = try? JSONValue(parsing: node.jsonText()) else { return node }
      let count = book[name].violations(of: value).count
      if count == 0 { return node }
      if count < best?.count ?? .max { best = (node, count) }
    }
    return best?.node
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
