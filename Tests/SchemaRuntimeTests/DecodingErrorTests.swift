import SchemaRuntime
import Testing

/// Decoding errors say where, what was expected and what was found.
@Suite struct DecodingErrorTests {
  /// The message of the error that decoding throws.
  private func message<T: Decodable>(_ type: T.Type, _ json: String) throws -> String {
    do {
      _ = try JSONCoding.decode(type, from: json.utf8)
      return "no error"
    } catch let error as DecodingError {
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        return context.debugDescription
      @unknown default: return "unknown"
      }
    }
  }

  @Test func textsNamePlaceExpectedAndFound() throws {
    #expect(try message(Relay.Message.self, "{}") == "role: expected a value, found nothing")
    #expect(try message(Relay.Message.self, "[]") == "the value: expected an object, found an array")
    #expect(
      try message([Relay.TextPart].self, #"[{"type":"t","text":null}]"#) == "[0].text: expected a string, found null"
    )
    #expect(
      try message([Relay.TextPart].self, #"[{"type":"t","text":3.5}]"#)
        == "[0].text: expected a string, found the number 3.5"
    )
    #expect(
      try message(Relay.LevelPart.self, #"{"type":"l","level":1,"count":1.5,"is_on":true}"#)
        == "count: expected an integer, found the number 1.5"
    )
    #expect(
      try message(Relay.LevelPart.self, #"{"type":"l","level":1,"count":1,"is_on":"true"}"#)
        == "is_on: expected a boolean, found a string"
    )
    #expect(
      try message(Relay.Message.self, #"{"role":"user","content":true}"#)
        == "content: expected a string, an array or an object, found true"
    )
    #expect(
      try message(Relay.Message.self, #"{"role":"user","content":[{"type":"text"}]}"#)
        == "content[0].text: expected a value, found nothing"
    )
    #expect(try message([Int8].self, "[300]") == "[0]: expected an integer of type Int8, found the number 300")
    #expect(try message([Double].self, "[1e400]") == "[0]: expected a number, found the number 1e400")
  }

  @Test func theVariantThatCameFurthestExplains() throws {
    let json = #"{"role":"user","content":{"type":"a","next":{"type":2}}}"#
    #expect(try message(Relay.Message.self, json) == "content.next.type: expected a string, found the number 2")
  }
}
