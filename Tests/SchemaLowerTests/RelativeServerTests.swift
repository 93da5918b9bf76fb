import SchemaLower
import SchemaSource
import Testing

/// Servers of which a document does not say where they are.
@Suite struct RelativeServerTests {
  /// What is reported of the servers of a document.
  private func reported(_ servers: String, options: LowerOptions = LowerOptions()) -> [String] {
    let text = """
      {"openapi":"3.1.0","info":{"title":"t","version":"1"},"servers":\(servers),
      "paths":{"/a":{"get":{"responses":{"204":{"description":"d"}}}}}}
      """
    return Lowered.document(text, options: options).report.diagnostics.filter { $0.id == .unsupportedFeature }
      .map { "\($0.severity): \($0.message)" }
  }

  @Test("a server without a host is left out with a note") func relative() {
    let note = "note: this server names no scheme and host and is left out; give the client its base URL"
    #expect(reported(#"[{"url":"/v1"},{"url":"https://a.example/v1"},{"url":"//b.example/v1"}]"#) == [note, note])
    #expect(reported(#"[{"url":"https://a.example"},{"url":"http://b.example/v1"}]"#) == [])
  }

  @Test("nothing is told where the configuration names the server") func chosen() {
    var options = LowerOptions()
    options.server = "https://c.example"
    #expect(reported(#"[{"url":"/v1"}]"#, options: options) == [])
  }
}
