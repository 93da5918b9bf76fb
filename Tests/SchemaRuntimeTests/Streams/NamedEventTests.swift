import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Events whose names say what their data is.
@Suite(.timeLimit(.minutes(15))) struct NamedEventTests {
  /// A line of a text.
  private struct Line: SchemaObject {
    var text: String

    init(_ text: String) { self.text = text }

    init(from reader: ObjectReader) throws { text = try reader.string("text") }

    func write(to writer: inout ObjectWriter) throws { try writer.string("text", text) }
  }

  /// The data of events as generated code has it.
  private enum Edit: SchemaUnion {
    case added(Line)
    case removed(Line)
    case note(String)
    case unknown(JSONValue)

    init(from reader: ValueReader) throws {
      switch reader.event {
      case "added": self = .added(try reader.value())
      case "removed": self = .removed(try reader.value())
      case "note": self = .note(try reader.text())
      case nil, "message":
        self = try reader.best({ .added(try $0.value()) }, { .removed(try $0.value()) }, { .note(try $0.value()) })
      default: self = .unknown(try reader.value())
      }
    }

    func write(to writer: ValueWriter) throws {
      switch self {
      case .added(let value): try writer.value(value, of: "added")
      case .removed(let value): try writer.value(value, of: "removed")
      case .note(let value): try writer.value(value, of: "note")
      case .unknown(let value): try writer.value(value)
      }
    }
  }

  /// Reads a stream to its end.
  private func read<Value: Decodable & Sendable>(_ text: String, as type: Value.Type = Edit.self) async throws
    -> [Value]
  {
    let stream: EventStream<Value> = try await Connection(Chunks([text])).events(of: Call("watch", .get, "/edits"))
    var values: [Value] = []
    for try await value in stream { values.append(value) }
    return values
  }

  @Test func `variants of one shape are told apart by the name`() async throws {
    let values = try await read(
      "event: added\ndata: {\"text\":\"a\"}\n\nevent: removed\ndata: {\"text\":\"a\"}\n\ndata: [DONE]\n\n"
    )
    #expect(values == [.added(Line("a")), .removed(Line("a"))])
    #expect(values[0] != values[1] && Set(values).count == 2)
    #expect(try JSONCoding.value(values[1]) == ["text": "a"])
  }

  @Test func `text is taken as it is where the name says so`() async throws {
    let values = try await read("event: note\ndata: 42\n\nevent: note\ndata: \"x\"\n\nevent: note\ndata: so be it\n\n")
    #expect(values == [.note("42"), .note("\"x\""), .note("so be it")])
  }

  @Test func `without a name the shape decides`() async throws {
    let values = try await read("data: {\"text\":\"a\"}\n\ndata: \"x\"\n\ndata: so be it\n\n")
    #expect(values == [.added(Line("a")), .note("x"), .note("so be it")])
    #expect(try JSONCoding.decode(Edit.self, from: ["text": "a"]) == .added(Line("a")))
    #expect(try JSONCoding.decode(Edit.self, from: "x") == .note("x"))
    let error = await #expect(throws: ResponseDecodingError.self) { try await read("data: [1]\n\n") }
    #expect(error?.operation == "watch" && error?.element == 1)
  }

  @Test func `an unknown name loses nothing`() async throws {
    let values = try await read("event: moved\ndata: {\"text\":\"a\"}\n\nevent: ping\ndata: pong\n\n")
    #expect(values == [.unknown(["text": "a"]), .unknown("pong")])
  }

  @Test func `data that is not what the name says is an error`() async throws {
    let error = await #expect(throws: ResponseDecodingError.self) {
      try await read("event: added\ndata: {\"name\":\"a\"}\n\n")
    }
    #expect(error?.keyPath == "text" && error?.element == 1)
    let broken = await #expect(throws: ResponseDecodingError.self) { try await read("event: added\ndata: {\"te\n\n") }
    #expect(broken?.expected == "JSON")
  }

  @Test func `the name is that of the whole data alone`() async throws {
    // The type of an element is not the event's.
    let values = try await read("event: removed\ndata: [{\"text\":\"a\"}]\n\n", as: [Edit].self)
    #expect(values == [[.added(Line("a"))]])
  }
}
