import Foundation
import SchemaRuntime
import Testing

/// What follows from a model's two functions.
@Suite struct ModelTests {
  /// A request with every property set.
  private var full: Relay.ChatRequest {
    Relay.ChatRequest(
      model: "m",
      messages: [.init(role: .user, content: .string("x"))],
      temperature: 1,
      refusal: "r",
      user: "u",
      stop: .named(.init(name: "n")),
      voice: "new",
      metadata: ["a": .null],
      logprobs: [1],
      extra: .null,
      parent: .init(model: "p", messages: [], logprobs: .null),
      additionalProperties: ["z": 1]
    )
  }

  @Test func absentNullAndValueAreThreeThings() throws {
    let text = { (request: Relay.ChatRequest) in String(decoding: try JSONCoding.bytes(request), as: UTF8.self) }
    var request = Relay.ChatRequest(model: "m", messages: [], logprobs: .null)
    #expect(try text(request) == #"{"model":"m","messages":[],"refusal":null,"logprobs":null}"#)
    request.user = .null
    request.extra = .null
    #expect(
      try text(request) == #"{"model":"m","messages":[],"refusal":null,"user":null,"logprobs":null,"extra":null}"#
    )
    request.user = "x"
    request.extra = [1]
    #expect(try text(request) == #"{"model":"m","messages":[],"refusal":null,"user":"x","logprobs":null,"extra":[1]}"#)
    #expect(request.user?.value == "x")
    #expect(try JSONCoding.decode(Relay.ChatRequest.self, from: text(request).utf8) == request)
    #expect(try JSONDecoder().decode(Relay.ChatRequest.self, from: JSONEncoder().encode(request)) == request)
    #expect(try JSONDecoder().decode(Relay.ChatRequest.self, from: JSONEncoder().encode(full)) == full)
    #expect(try JSONCoding.decode(Relay.ChatRequest.self, from: JSONCoding.value(full)) == full)
  }

  @Test func everyFieldTakesPartInEquality() {
    let changes: [(inout Relay.ChatRequest) -> Void] = [
      { $0.model = "" }, { $0.messages = [] }, { $0.temperature = 2 }, { $0.temperature = nil }, { $0.refusal = nil },
      { $0.user = .null }, { $0.user = nil }, { $0.stop = .choice(.init()) }, { $0.stop = nil }, { $0.voice = .alloy },
      { $0.metadata = [:] }, { $0.metadata = nil }, { $0.logprobs = .null }, { $0.extra = nil }, { $0.extra = 1 },
      { $0.parent?.model = "q" }, { $0.parent = nil }, { $0.additionalProperties = [:] },
    ]
    #expect(full == full && full.hashValue == full.hashValue)
    var all: Set = [full, full]
    for (index, change) in changes.enumerated() {
      var other = full
      change(&other)
      #expect(other != full && full != other, "change \(index)")
      all.insert(other)
      #expect(all.contains(other))
    }
    #expect(all.count == changes.count + 1)
  }

  @Test func unionsAreEqualByVariantAndValue() {
    let values: [Relay.ContentPart] = [
      .text(.init(text: "a")), .text(.init(text: "b")), .unknown(["type": "text", "text": "a"]), .unknown(.null),
      .level(.init(level: .low, count: 1, isOn: true)), .level(.init(level: .low, count: 1, isOn: false)),
    ]
    for (index, left) in values.enumerated() {
      for (other, right) in values.enumerated() { #expect((left == right) == (index == other)) }
    }
    #expect(Set(values + values).count == values.count)
  }

  @Test func theVariantThatKeepsTheMostIsTaken() throws {
    let read = { try JSONCoding.decode(Relay.Content.self, from: JSONValue(parsing: $0 as String)) }
    #expect(try read(#"{"type":"t"}"#) == .choice(.init(type: "t")))
    #expect(try read(#"{"type":"t","name":"n"}"#) == .named(.init(type: "t", name: "n")))
    #expect(try read(#"{"other":1,"name":"n"}"#) == .named(.init(name: "n")))
    #expect(try read(#"{"other":1}"#) == .choice(.init()))
    #expect(try read("[]") == .parts([]))
    #expect(throws: DecodingError.self) { try read("null") }
  }

  @Test func unionsInUnionsStayFast() throws {
    // Each level has two variants; without remembering the choices this takes 2^300 steps.
    let depth = 300
    let json =
      String(repeating: #"{"lost":1,"name":"n","next":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    let value = try JSONCoding.decode(Relay.Content.self, from: json.utf8)
    guard case .named = value else {
      Issue.record("another variant")
      return
    }
  }

  @Test func unknownTagsAreKept() throws {
    let json = #"[{"type":"new","a":1},{"type":5},{},null,"s",{"type":null}]"#
    let parts = try JSONCoding.decode([Relay.ContentPart].self, from: json.utf8)
    #expect(parts.count == 6)
    for part in parts {
      guard case .unknown = part else {
        Issue.record("\(part) is known")
        continue
      }
    }
    #expect(try RoundTrip.differences(of: [Relay.ContentPart].self, json: json) == [])
    #expect(try JSONDecoder().decode([Relay.ContentPart].self, from: Data(json.utf8)) == parts)
  }

  @Test func openEnumerationsKeepWhatTheyDoNotList() throws {
    let json = #"["alloy","",null]"#
    #expect(try JSONCoding.decode([Relay.Voice?].self, from: json.utf8) == [.alloy, "", nil])
    #expect(Relay.Voice.alloy.description == "alloy" && Relay.Voice(rawValue: "x") == "x")
    #expect(try JSONCoding.decode([Relay.Level].self, from: "[1,-7]".utf8) == [.low, -7])
    #expect(try RoundTrip.differences(of: [Relay.Level?].self, json: "[1,2,null]") == [])
    #expect(try RoundTrip.differences(of: [Relay.Voice?].self, json: json) == [])
    #expect(throws: DecodingError.self) { try JSONCoding.decode(Relay.Role.self, from: #""other""#.utf8) }
  }

  @Test func additionalPropertiesNeverReplaceNamedOnes() throws {
    let request = Relay.ChatRequest(
      model: "m",
      messages: [],
      logprobs: 1,
      additionalProperties: ["model": "other", "refusal": 2, "new": 3]
    )
    let value = try JSONCoding.value(request)
    #expect(value == ["model": "m", "messages": [], "refusal": .null, "logprobs": 1, "new": 3])
  }

  @Test func indirectPropertiesAreValues() {
    var one = Relay.ChatRequest(
      model: "1",
      messages: [],
      logprobs: .null,
      parent: .init(model: "2", messages: [], logprobs: .null)
    )
    let copy = one
    one.parent?.model = "3"
    #expect(copy.parent?.model == "2" && one.parent?.model == "3")
  }

  @Test func nullableLiterals() throws {
    let values: [Nullable<Int>?] = [1, .null, nil]
    #expect(values.map { $0?.value } == [1, nil, nil] && values[1]?.isNull == true)
    let list: Nullable<[String]> = ["a"]
    let flag: Nullable<Bool> = true
    let number: Nullable<Double> = 1.5
    let text: Nullable<String> = "a\(1)"
    #expect(list.value == ["a"] && flag.value == true && number.value == 1.5 && text.value == "a1")
    #expect(try RoundTrip.differences(of: [Nullable<Int>].self, json: "[1,null]") == [])
    #expect(Nullable(Int?.none) == .null)
  }

  /// A structure that contains itself.
  private struct Chain {
    var name: String
    @Indirect var next: Chain?
  }

  @Test func indirectValuesShowThemselves() {
    let text = Indirect(wrappedValue: "a")
    #expect("\(text)" == "a" && String(reflecting: text) == "\"a\"")
    let chain = Chain(name: "a", next: Chain(name: "b", next: nil))
    #expect("\(chain)".contains("Chain(name: \"b\", _next: nil)") && !"\(chain)".contains("Box"))
    var dumped = ""
    dump(chain, to: &dumped)
    #expect(dumped.contains("name: \"b\"") && !dumped.contains("box"))
  }

  @Test func filesAreTheirNamesInJSON() throws {
    #expect(try RoundTrip.differences(of: [FileUpload].self, json: #"["a.png"]"#) == [])
  }

  @Test func numbersThatAreNotFiniteAreRefused() {
    let request = Relay.ChatRequest(model: "m", messages: [], temperature: .nan, logprobs: .null)
    #expect(throws: EncodingError.self) { try JSONCoding.bytes(request) }
  }

  /// A type with the standard library's own coding.
  struct Ordinary: Codable, Equatable {
    /// A class that writes its parent's part through a super encoder.
    var data: Data
    var url: URL?
    var decimal: Decimal
    var nested: [String: [Int?]]
    var float: Float
    var date: Date
  }

  @Test func ordinaryCodableTypesWork() throws {
    let value = Ordinary(
      data: Data([1, 2]),
      url: URL(string: "https://a.example/b"),
      decimal: Decimal(string: "0.1") ?? 0,
      nested: ["a": [1, nil]],
      float: 0.1,
      date: Date(timeIntervalSinceReferenceDate: 12)
    )
    let json = try JSONCoding.value(value)
    #expect(json["data"] == "AQI=" && json["url"] == "https://a.example/b" && json["float"] == 0.1)
    #expect(try JSONCoding.decode(Ordinary.self, from: json) == value)
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    #expect(json["date"] == "2001-01-01T00:00:12Z")
    #expect(try decoder.decode(Ordinary.self, from: Data(JSONCoding.bytes(value))) == value)
    #expect(throws: DecodingError.self) { try JSONCoding.decode(Data.self, from: "not base64!") }
  }
}
