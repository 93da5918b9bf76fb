import SchemaRuntime
import Testing

@testable import SchemaMock

/// The names of the events that a mock makes.
@Suite struct EventNameTests {
  /// The made stream of a media type in YAML.
  private func stream(_ content: String) throws -> String {
    let site = try Mock.site(
      openAPI: "3.2.0",
      """
      components:
        schemas:
          Level: { type: object, required: [way], properties: { way: { enum: [up, down] } } }
      paths:
        /a: { get: { responses: { '200': { description: ok, content: { text/event-stream: \(content) } } } } }
      """
    )
    return site.answer("GET", "/a").text
  }

  /// The schema of an event in YAML.
  private static func event(_ name: String, _ data: String) -> String {
    "{ type: object, required: [event, data], properties: { event: { const: \(name) }, data: \(data) } }"
  }

  @Test func dataOfSeveralEventsGoesByNoneOfTheirNames() throws {
    let level = "{ $ref: '#/components/schemas/Level' }"
    let events = "{ oneOf: [\(Self.event("up", level)), \(Self.event("down", level))] }"
    let text = try stream("{ itemSchema: \(events) }")
    #expect(text.contains("data: {\"way\":") && !text.contains("event:"), "\(text)")
    let one = try stream("{ itemSchema: { oneOf: [\(Self.event("up", level)), \(Self.event("up", level))] } }")
    #expect(one.hasPrefix("event: up\ndata: "), "\(one)")
  }

  @Test func namesGoWithTheSchemaThatIsRead() throws {
    let events = "{ oneOf: [\(Self.event("a", "{ const: 1 }")), \(Self.event("b", "{ const: 2 }"))] }"
    #expect(try stream("{ schema: \(events) }").hasPrefix("event: a\ndata: 1\n\nevent: b\ndata: 2\n\n"))
    let replaced = try stream("{ schema: \(events), itemSchema: { oneOf: [{ const: 3 }, { const: 4 }] } }")
    #expect(replaced.hasPrefix("data: 3\n\ndata: 4\n\n"), "\(replaced)")
  }
}
