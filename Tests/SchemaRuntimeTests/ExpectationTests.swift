import SchemaRuntime
import Testing

/// Variants of one JSON type that expect something of a value.
@Suite struct ExpectationTests {
  /// An object with a text.
  struct Item: SchemaObject {
    var kind: String
    var text: String?

    init(from reader: ObjectReader) throws {
      kind = try reader.string("kind")
      text = try reader.stringIfPresent("text")
    }

    func write(to writer: inout ObjectWriter) throws {
      try writer.string("kind", kind)
      try writer.stringIfPresent("text", text)
    }
  }

  /// Two variants of the same shape.
  enum Choice: SchemaUnion {
    case first(Item)
    case second(Item)
    case small(String)
    case large(String)

    init(from reader: ValueReader) throws {
      switch reader.kind {
      case .object:
        self = try reader.best(
          { .first(try $0.expecting("kind", "a", 1).value()) },
          { .second(try $0.expecting("kind", "b").value()) }
        )
      default:
        self = try reader.best(
          { .small(try $0.expecting(oneOf: "s", "xs").value()) },
          { .large(try $0.expecting(oneOf: "l").value()) }
        )
      }
    }

    func write(to writer: ValueWriter) throws {
      switch self {
      case .first(let value), .second(let value): try writer.value(value)
      case .small(let value), .large(let value): try writer.value(value)
      }
    }
  }

  /// The variant that JSON becomes.
  private func variant(_ json: String) throws -> String {
    switch try JSONCoding.decode(Choice.self, from: json.utf8) {
    case .first: "first"
    case .second: "second"
    case .small: "small"
    case .large: "large"
    }
  }

  @Test func `the variant that expects the value is taken`() throws {
    #expect(try variant("{\"kind\":\"a\"}") == "first")
    #expect(try variant("{\"kind\":\"b\",\"text\":\"t\"}") == "second")
    #expect(try variant("\"xs\"") == "small")
    #expect(try variant("\"l\"") == "large")
  }

  @Test func `a value that nobody expects is taken by shape`() throws {
    #expect(try variant("{\"kind\":\"c\"}") == "first")
    #expect(try variant("\"xxl\"") == "small")
  }

  @Test func `a value of no shape is an error`() {
    #expect(throws: DecodingError.self) { try variant("{\"kind\":2}") }
    #expect(throws: DecodingError.self) { try variant("{}") }
  }
}
