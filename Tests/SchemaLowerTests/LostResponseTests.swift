import SchemaSource
import Testing

/// What is said of media types that no call asks for.
@Suite struct LostResponseTests {
  /// How grave it is that a response is not asked for as text, beside JSON with this schema, and beside another success.
  private func severity(text: String, json: String, other: String = "") -> Severity? {
    let (_, report) = Lowered.document(
      """
      openapi: 3.1.0
      paths:
        /a:
          get:
            responses:
              '200': { description: ok, content: { application/json: { schema: \(json) }, text/plain: { schema: \(text) } } }
              \(other)
      components: { schemas: { Reply: { type: object, properties: { a: { type: string } } } } }
      """
    )
    return report.diagnostics.first { $0.message.contains("does not ask for its response in text/plain") }?.severity
  }

  @Test("a text that says what JSON does not is missed")
  func texts() {
    let reply = "{ $ref: '#/components/schemas/Reply' }"
    let other = "'202': { description: later, content: { application/json: { schema: { type: integer } } } }"
    #expect(severity(text: "{ type: string }", json: reply, other: other) == .warning)
    // It has a method of its own.
    #expect(severity(text: "{ type: string }", json: reply) == nil)
    #expect(severity(text: reply, json: reply) == .note)
    #expect(severity(text: "{ type: string }", json: "{ type: string }") == .note)
    #expect(severity(text: "{ type: object }", json: "{}") == .note)
  }
}
