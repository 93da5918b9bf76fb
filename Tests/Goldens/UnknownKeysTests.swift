import Foundation
import SchemaRuntime
import Testing

/// Models of the golden cases `unknown-keys-refuse` and `unknown-keys-keep` treat other keys as these say.
@Suite struct UnknownKeysTests {
  @Test func `a key that the schema forbids is refused at its place`() throws {
    let json = #"{"inner":{"id":"a","zz":1}}"#
    let error = #expect(throws: DecodingError.self) {
      try JSONCoding.decode(UnknownKeysRefuse.Outer.self, from: json.utf8)
    }
    let context = try #require(error).context
    #expect(context?.codingPath.map(\.stringValue) == ["inner", "zz"])
  }

  @Test func `keys of which the schema says nothing are skipped`() throws {
    let value = try JSONCoding.decode(UnknownKeysRefuse.Plain.self, from: #"{"id":"a","zz":1}"#.utf8)
    #expect(value == UnknownKeysRefuse.Plain(id: "a"))
  }

  @Test func `any decoder refuses them`() throws {
    let json = Array(#"{"id":"a","zz":1}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(UnknownKeysRefuse.Closed.self, from: Data(json)) }
    #expect(try JSONDecoder().decode(UnknownKeysRefuse.Closed.self, from: Data(#"{"id":"a"}"#.utf8)).id == "a")
  }

  @Test func `kept keys are written back`() throws {
    let json = #"{"id":"a","more":{"x":[1]}}"#
    let value = try JSONCoding.decode(UnknownKeysKeep.Closed.self, from: json.utf8)
    #expect(value.additionalProperties["more"] == ["x": [1]])
    #expect(try RoundTrip.differences(of: UnknownKeysKeep.Closed.self, json: json) == [])
  }
}

extension DecodingError {
  /// Where and why decoding failed.
  fileprivate var context: Context? {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
      .dataCorrupted(let context):
      context
    @unknown default: nil
    }
  }
}
