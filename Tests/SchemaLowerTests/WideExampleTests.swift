import SchemaLower
import Testing

/// Objects with so many keys that their properties are indexed.
@Suite struct WideExampleTests {
  /// The lines of the IR's properties where a schema has the properties `p0` to `p39` and an example these members.
  private static func properties(example: String) throws -> [String] {
    let properties = (0..<40).map { "\"p\($0)\": {\"type\": \"integer\"}" }.joined(separator: ", ")
    let schema = """
      {"Wide": {"type": "object", "required": ["p0", "p39"], "properties": {\(properties)}, "example": {\(example)}}}
      """
    let dump = try Lowered.schemas(schema).dump
    return dump.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("\"") }.map(String.init)
  }

  @Test("values are compared with their own properties, in whatever order they come")
  func order() throws {
    let members = (0..<40).reversed().map { "\"p\($0)\": \($0 == 20 ? "1.5" : "1")" }.joined(separator: ", ")
    let properties = try Self.properties(example: members)
    #expect(properties.count == 40)
    #expect(properties[20].hasPrefix(#""p20": double"#))
    #expect(properties[19].hasPrefix(#""p19": int"#))
    #expect(properties[0] == #""p0": int"#)
    #expect(properties[39] == #""p39": int"#)
  }

  @Test("new keys are added once, missing ones become optional")
  func additions() throws {
    let added = (0..<30).map { "\"new\($0)\": \"x\"" }.joined(separator: ", ")
    let properties = try Self.properties(example: "\(added), \"p0\": 1, \"new3\": \"y\"")
    #expect(properties.count == 70)
    #expect(properties[39].contains("optional"))
    #expect(properties.filter { $0.hasPrefix(#""new3":"#) }.count == 1)
  }
}
