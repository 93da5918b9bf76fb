import SchemaIR
import Testing

@testable import SchemaLower

/// Types and openness that the configuration chooses, by format and by place.
@Suite struct LowerOptionsTests {
  /// A document with a property for each rule.
  private static let text = """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /pets:
        get:
          operationId: list
          parameters: [{name: since, in: query, schema: {type: string, format: date-time}}]
          responses: {"200": {description: OK}}
    components:
      schemas:
        Money: {type: object, properties: {amount: {type: number}}}
        Kind: {type: string, enum: [cat, dog]}
        Pet:
          type: object
          properties:
            created_at: {type: string, format: date-time, examples: ["2024-01-01T00:00:00Z"]}
            updated_at: {type: [string, "null"], format: date-time, examples: ["2024-01-01T00:00:00+00:00"]}
            price: {$ref: "#/components/schemas/Money"}
            kind: {$ref: "#/components/schemas/Kind"}
            size: {type: string, enum: [s, m]}
            mixed: {enum: [a, 1]}
            model: {anyOf: [{type: string}, {type: string, enum: [x, y]}]}
            tags: {type: array, items: {type: string}, examples: [[5]]}
            amount: {type: integer, format: date-time}
    """

  /// The document with options; the diagnostics' messages beside it.
  private func lowered(_ change: (inout LowerOptions) -> Void) -> (dump: String, messages: [String]) {
    var options = LowerOptions()
    change(&options)
    let (api, report) = Lowered.document(Self.text, options: options)
    return (api.dump(), report.diagnostics.map(\.message))
  }

  @Test func `a format's type is the chosen one where the examples allow it`() {
    let (dump, messages) = lowered { $0.formats = ["date-time": .scalar(.date)] }
    #expect(dump.contains("\"created_at\": date optional"))
    // Foundation's type would write `Z`.
    #expect(dump.contains("\"updated_at\": string? from example optional"))
    #expect(messages.contains { $0.contains("Pet.updated_at") && $0.contains("becomes string") })
    // A choice for strings is none for integers in the same format.
    #expect(dump.contains("\"amount\": int optional"))
    #expect(dump.contains("query \"since\": date optional"))
  }

  @Test func `a place's type is the chosen one`() throws {
    let money = try #require(ExternalType(name: "Ledger.Money", module: "Books"))
    let (dump, _) = lowered {
      $0.formats = ["date-time": .scalar(.string)]
      $0.types = [
        SchemaPattern("Pet.created_at"): .scalar(.dateTime), SchemaPattern("*.since"): .scalar(.json),
        SchemaPattern("Money"): .external(money), SchemaPattern("Pet.tags[]"): .external(money),
        SchemaPattern("*.updated_at"): .external(money), SchemaPattern("Pet.nothing"): .scalar(.json),
      ]
    }
    #expect(dump.contains("\"created_at\": dateTime optional"))
    #expect(dump.contains("query \"since\": json optional"))
    #expect(dump.contains("\"price\": external Ledger.Money optional"))
    #expect(dump.contains("\"tags\": [external Ledger.Money] optional"))
    #expect(dump.contains("\"updated_at\": external Ledger.Money? optional"))
    #expect(!dump.contains("component \"Money\""))
  }

  @Test func `enumerations are closed where the configuration says so, and where they can be`() {
    let (dump, messages) = lowered {
      $0.enumerations = .closed
      $0.enumerationOverrides = [
        SchemaPattern("Pet.size"): .open, SchemaPattern("Pet.mixed"): .closed, SchemaPattern("*.model"): .closed,
      ]
    }
    #expect(dump.contains("closed enumeration #1 component \"Kind\""))
    #expect(dump.contains("open enumeration") && dump.contains("property \"size\""))
    #expect(messages.contains("`Pet.mixed` has values of several types and stays open"))
    #expect(messages.contains("`Pet.model` has other values than the listed ones and stays open"))
  }

  @Test(arguments: ["", "1x", "a b", "A.", ".A", "A..B", "A;import Foundation", "_", "A<B>", "[A]"])
  func `a name that Swift does not allow is no type`(name: String) {
    #expect(ExternalType(name: name) == nil)
    #expect(ExternalType(name: "A", module: name) == nil)
  }
}
