import SchemaDocument
import SchemaSource
import Testing

/// Writing of nodes as JSON.
@Suite struct JSONTextTests {
  /// The node of a text.
  private func read(_ text: String) throws -> Node {
    var report = Report()
    return try #require(JSONReader.read(source(text), report: &report))
  }

  /// Compact text comes back as it was.
  @Test(arguments: [
    "null", "[]", "{}", #"{"b":1.50,"a":[1E5,-0,{"c":null}],"d":{}}"#, #""é😀\"\\\n\r\t\u0001\u001f\/""#,
    #"["[","{",""]"#, "{\"\u{E9}\":1,\"e\u{301}\":2}",
  ])
  func compact(text: String) throws {
    #expect(try read(text).jsonText() == text.replacing(#"\/"#, with: "/"))
  }

  /// Indented text has one member a line.
  @Test func pretty() throws {
    #expect(
      try read(#"{"a":[1,{"b":[]}],"c":{},"d":"["}"#).jsonText(pretty: true) == """
        {
          "a": [
            1,
            {
              "b": []
            }
          ],
          "c": {},
          "d": "["
        }
        """
    )
  }
}
