import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// Header fields become models.
@Suite struct ResponseHeadersTests {
  /// What some responses say of limits.
  private struct Limits: Decodable, Equatable {
    /// The names on the wire.
    enum CodingKeys: String, CodingKey {
      case remaining = "X-RateLimit-Remaining"
      case ratio = "x-ratio"
      case isLast = "X-Last"
      case names = "X-Names"
      case size = "X-Size"
      case sent = "X-Sent"
    }

    var remaining: Int
    var ratio: Double?
    var isLast: Bool?
    var names: [String]?
    var size: [String: Int]?
    var sent: DateTime?
  }

  /// Header fields of names and values.
  private func fields(_ pairs: [(String, String)]) throws -> HTTPFields {
    var fields = HTTPFields()
    for (name, value) in pairs { fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
    return fields
  }

  @Test func `names are found in any case, and values are read by their types`() throws {
    let fields = try fields([
      ("x-ratelimit-remaining", "12"), ("X-Ratio", "0.5"), ("X-LAST", "true"), ("x-names", "a, \"b,c\""),
      ("X-Names", "d"), ("X-Size", "R,100,G,200"), ("X-Sent", "2024-01-01T00:00:00Z"), ("X-Other", "1"),
    ])
    let limits = try ResponseHeaders.decode(Limits.self, from: fields)
    #expect(limits.remaining == 12 && limits.ratio == 0.5 && limits.isLast == true)
    #expect(limits.names == ["a", "\"b,c\"", "d"])
    #expect(limits.size == ["R": 100, "G": 200])
    #expect(limits.sent?.date == Date(timeIntervalSince1970: 1_704_067_200))
  }

  @Test(arguments: ["R=100,G=200", #"{"R": 100, "G": 200}"#])
  func `an object comes in several spellings`(_ text: String) throws {
    let fields = try fields([("X-RateLimit-Remaining", "0"), ("X-Size", text)])
    #expect(try ResponseHeaders.decode(Limits.self, from: fields).size == ["R": 100, "G": 200])
  }

  @Test func `what may be missing is nil`() throws {
    let limits = try ResponseHeaders.decode(Limits.self, from: fields([("X-RateLimit-Remaining", "0")]))
    #expect(limits == Limits(remaining: 0))
  }

  @Test func `what must be there and is not, or is no such value, is an error with its name`() throws {
    #expect(throws: DecodingError.self) { try ResponseHeaders.decode(Limits.self, from: HTTPFields()) }
    let wrong = try fields([("X-RateLimit-Remaining", "many")])
    let error = #expect(throws: DecodingError.self) { try ResponseHeaders.decode(Limits.self, from: wrong) }
    guard case .typeMismatch(_, let context) = error else { throw try #require(error) }
    #expect(context.codingPath.map(\.stringValue) == ["X-RateLimit-Remaining"])
    // A secret may stand in a header: it is not shown.
    #expect(!context.debugDescription.contains("many"))
  }

  @Test func `cookies are not split at their commas`() throws {
    let cookie = "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT"
    let fields = try fields([("Set-Cookie", cookie), ("Set-Cookie", "b=2")])
    #expect(try ResponseHeaders.decode([String: [String]].self, from: fields)["set-cookie"] == [cookie, "b=2"])
  }

  @Test func `any JSON and Foundation's types are read`() throws {
    let fields = try fields([("a", "12"), ("b", "text"), ("c", "0.10")])
    let values = try ResponseHeaders.decode([String: JSONValue].self, from: fields)
    #expect(values == ["a": 12, "b": "text", "c": 0.10])
    #expect(try ResponseHeaders.decode([String: Decimal].self, from: self.fields([("c", "0.10")])) == ["c": 0.1])
  }
}
