import SchemaIR
import SchemaLower
import Testing

/// Unions within unions, of which a hostile document makes as many as it likes.
@Suite struct NestedUnionTests {
  /// Three layers of unions, each of which has all unions of the next one.
  private static func layers(of count: Int, last: String) -> String {
    let names = (0..<3).map { layer in (0..<count).map { "L\(layer)N\($0)" } }
    var schemas: [String] = []
    for layer in 0..<3 {
      let next = layer == 2 ? (0..<count).map { "Leaf\($0)" } : names[layer + 1]
      let references = next.map { ##"{"$ref":"#/components/schemas/\##($0)"}"## }.joined(separator: ",")
      for name in names[layer] { schemas.append(#""\#(name)":{"title":"\#(name)","oneOf":[\#(references)]}"#) }
    }
    for leaf in 0..<count {
      schemas.append(
        ##""Leaf\##(leaf)":{"type":"object","required":["n\##(leaf)"],"properties":{"n\##(leaf)":{"type":"string"},\##(last)}}"##
      )
    }
    return "{\(schemas.joined(separator: ","))}"
  }

  /// How many properties of a type ask for a stream.
  private static func count(_ asked: StreamSwitch?) -> Int {
    switch asked {
    case nil: 0
    case .property: 1
    case .variants(_, let variants): variants.reduce(0) { $0 + count($1.inner) }
    }
  }

  @Test("what asks for a stream is looked for no deeper than is written") func streams() throws {
    let body = ##"{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/L0N0"}}}}"##
    let paths = #"{"/a":{"post":{"operationId":"a","requestBody":\#(body),"responses":{"204":{"description":"ok"}}}}}"#
    let schemas = Self.layers(of: 12, last: #""stream":{"type":"boolean"}"#)
    let (api, _) = try Lowered.api(schemas, paths: paths)
    let content = try #require(api.operations[0].body?.content)
    #expect(Self.count(api.streamSwitch("stream", in: content.type)) <= 12 * 12)
  }
}
