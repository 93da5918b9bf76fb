import SchemaRuntime
import Testing

/// Models carry documents there and back.
@Suite struct RoundTripTests {
  /// A document and the model that carries it.
  static let chats = [
    #"{"model":"m","messages":[],"refusal":null,"logprobs":null}"#,
    #"{"model":"m","messages":[{"role":"user"}],"refusal":"no","logprobs":1,"extra":null,"user":null}"#,
    #"{"model":"m","messages":[{"role":"user","content":"x"}],"refusal":null,"logprobs":[],"user":"u","extra":{}}"#,
    #"{"model":"m","messages":[],"temperature":0.8,"refusal":null,"logprobs":{"a":null},"metadata":{"n":null}}"#,
    #"{"model":"m","messages":[],"refusal":null,"logprobs":-9223372036854776000,"x":1e400,"y":0.1}"#,
    #"{"model":"m","messages":[],"refusal":null,"logprobs":12345678901234567890123,"voice":"not listed"}"#,
    #"{"model":"","messages":[],"refusal":null,"logprobs":[],"":1,"\u0000":2,"👩‍👩‍👧":{"a b":[{}]},"a.b":"\ud83d\ude00"}"#,
    #"{"model":"m","messages":[],"refusal":null,"logprobs":0,"parent":{"model":"p","messages":[],"refusal":null,"logprobs":0}}"#,
    #"{"model":"m","messages":[{"role":"system","content":[{"type":"text","text":"t"},{"type":"new","z":1},7]}],"refusal":null,"logprobs":0}"#,
    #"{"model":"m","messages":[],"refusal":null,"logprobs":0,"stop":{"type":"t"}}"#,
    #"{"model":"m","messages":[],"refusal":null,"logprobs":0,"stop":{"type":"t","name":"n"}}"#,
    #"{"model":"m","messages":[],"refusal":null,"logprobs":0,"stop":{"name":"n","next":{"next":{"name":"x"}}}}"#,
  ]

  @Test("documents survive", arguments: chats)
  func survives(_ json: String) throws {
    #expect(try RoundTrip.differences(of: Relay.ChatRequest.self, json: json) == [])
  }

  @Test func numbersAreComparedByValue() throws {
    #expect(try RoundTrip.differences(of: JSONValue.self, json: "[1, 1.0, 1e0, 0.1e1, 100e-2, -0, 0.0]") == [])
    #expect(
      try RoundTrip.differences(of: [Double].self, json: "[1, 1.0, 1e0, 0.1, 1e22, 5e-324, 1.7976931348623157e308]")
        == []
    )
    #expect(
      try RoundTrip.differences(of: [Double].self, json: "[9007199254740993]")
        == ["[0]: expected 9007199254740993, found 9007199254740992"]
    )
    #expect(try RoundTrip.differences(of: [Int].self, json: "[9007199254740993, -9223372036854775808, 2.50e1]") == [])
    #expect(try RoundTrip.differences(of: [UInt64].self, json: "[18446744073709551615]") == [])
  }

  @Test func differencesNameTheirPlace() throws {
    let json = #"{"role":"user","content":[{"type":"text","text":"t","is_final":null,"more":{"a b":1}}],"x":[1]}"#
    #expect(
      try RoundTrip.differences(of: Relay.Message.self, json: json) == [
        "content[0].is_final: expected null, found nothing",
        #"content[0].more: expected {"a b":1}, found nothing"#,
        "x: expected [1], found nothing",
      ]
    )
    #expect(try RoundTrip.differences(of: Constant.self, json: "1") == ["the value: expected 1, found 2"])
    #expect(
      try RoundTrip.differences(of: [String: Constant].self, json: #"{"a.b":1,"":2,"1":3,"ü_1":4}"#) == [
        #"["1"]: expected 3, found 2"#, #"["a.b"]: expected 1, found 2"#, "ü_1: expected 4, found 2",
      ]
    )
  }

  @Test func longValuesAreCut() throws {
    let long = String(repeating: "x", count: 500)
    let lines = try RoundTrip.differences(of: Relay.Choice.self, json: #"{"long":"\#(long)"}"#)
    #expect(lines.count == 1 && lines[0].count < 130 && lines[0].contains("…"))
  }

  @Test func canonicallyEqualStringsDiffer() throws {
    #expect(try RoundTrip.differences(of: Composed.self, json: #""e\u0301""#).count == 1)
    #expect(try RoundTrip.differences(of: Composed.self, json: #""\u00e9""#) == [])
  }

  @Test func brokenTextIsRefused() {
    #expect(throws: JSONParsingError.self) { try RoundTrip.differences(of: JSONValue.self, json: "{") }
    #expect(throws: DecodingError.self) { try RoundTrip.differences(of: Relay.Choice.self, json: "[]") }
  }

  /// Decodes from anything and encodes 2.
  struct Constant: Codable {
    init(from decoder: any Decoder) throws {}
    func encode(to encoder: any Encoder) throws { try 2.encode(to: encoder) }
  }

  /// Encodes a composed letter.
  struct Composed: Codable {
    init(from decoder: any Decoder) throws {}
    func encode(to encoder: any Encoder) throws { try "\u{e9}".encode(to: encoder) }
  }
}
