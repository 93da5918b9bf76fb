/// The elements of a list in a header field, for `Decodable` types that ask one after another.
struct HeaderElements: UnkeyedDecodingContainer {
  /// The elements' texts.
  let elements: [HeaderText]
  /// Where the list stands.
  let codingPath: [any CodingKey]
  /// The next element.
  private(set) var currentIndex = 0

  init(elements: [HeaderText], codingPath: [any CodingKey]) {
    self.elements = elements
    self.codingPath = codingPath
  }

  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  mutating func decodeNil() throws -> Bool { false }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next { try $0.decode(type) } }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next { try $0.unkeyedContainer() }
  }
  mutating func superDecoder() throws -> any Decoder { try next { $0 } }

  /// Reads the next element and goes on where that worked.
  private mutating func next<T>(_ read: (HeaderText) throws -> T) throws -> T {
    guard !isAtEnd else {
      let context = DecodingError.Context(codingPath: codingPath, debugDescription: "the list in the header has ended")
      throw DecodingError.valueNotFound(T.self, context)
    }
    let value = try read(elements[currentIndex])
    currentIndex += 1
    return value
  }
}
