import SchemaIR
import SchemaLower
import Testing

/// Rules and the types that they are for.
@Suite struct LowerRulesTests {
  @Test func `rules are for their own types where inline types are shared`() throws {
    // Both inline objects become one type, so that later declarations move.
    let inner = #"{"type":"object","properties":{"inner":{"type":"object","properties":{"a":{"type":"string"}}}}}"#
    let schemas = #"{"A":\#(inner),"B":\#(inner),"C":{"type":"object","properties":{"c":{"minLength":1}}}}"#
    var options = LowerOptions()
    options.validation = .rules
    let api = try Lowered.api(schemas, options: options).api
    #expect(api.rules.map(\.name) == ["A", "B", "C"])
    for rule in api.rules {
      #expect(rule.types.map { api[$0].hint } == [.component(rule.name)])
    }
  }
}
