import SchemaLower
import Testing

/// Types that bounds and codings ask for, and null of what leads back to itself.
@Suite struct StatedTypesTests {
  /// The type of a required property with a schema.
  private static func type(of schema: String) throws -> String {
    let schemas = #"{"Holder":{"type":"object","required":["value"],"properties":{"value":\#(schema)}}}"#
    return try Lowered.type(of: "value", in: Lowered.schemas(schemas).dump)
  }

  @Test(
    "integers that fit their bounds",
    arguments: [
      (#""maximum":9223372036854775807"#, "int"), (#""maximum":9223372036854776000"#, "int"),
      (#""maximum":18446744073709551615"#, "uint64"), (#""minimum":0,"maximum":18446744073709551615"#, "uint64"),
      (#""exclusiveMinimum":-1,"maximum":18446744073709551615"#, "uint64"),
      (#""minimum":-1,"maximum":18446744073709551615"#, "number"), (#""maximum":1e30"#, "number"),
      (#""minimum":-9223372036854775808"#, "int"), (#""minimum":-1e30"#, "number"),
    ]
  )
  func bounds(keywords: String, type: String) throws {
    #expect(try Self.type(of: #"{"type":"integer",\#(keywords)}"#) == type)
  }

  @Test(
    "strings whose content is coded",
    arguments: [
      (#""contentEncoding":"base64""#, "base64String"), (#""contentEncoding":"base64url""#, "base64String"),
      (#""contentEncoding":"BASE64""#, "base64String"), (#""contentEncoding":"quoted-printable""#, "string"),
      (#""contentEncoding":"base64","format":"uuid""#, "uuidString"),
    ]
  )
  func codings(keywords: String, type: String) throws {
    #expect(try Self.type(of: #"{"type":"string",\#(keywords)}"#) == type)
  }

  @Test(
    "null of a schema that leads back to itself",
    arguments: [#""type":["object","null"]"#, #""type":"object","nullable":true"#]
  )
  func recursion(type: String) throws {
    let schemas = """
      {"Node":{\(type),"required":["next"],"properties":{"next":{"$ref":"#/components/schemas/Node"},
        "kids":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}}}
      """
    let dump = try Lowered.schemas(schemas).dump
    #expect(dump.contains(#""next": boxed #0?"#) && dump.contains(#""kids": [#0?] optional"#), "\(dump)")
  }

  @Test func `null of a composition and of a union that lead back to themselves`() throws {
    let composed = """
      {"Base":{"type":"object","properties":{"id":{"type":"string"}}},
       "Node":{"nullable":true,"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object","properties":{
         "kids":{"type":"array","items":{"$ref":"#/components/schemas/Node"}}}}]}}
      """
    #expect(try Lowered.schemas(composed).dump.contains(#""kids": [#1?] optional"#))
    let union = """
      {"Value":{"oneOf":[{"type":"string"},{"type":"null"},
        {"type":"array","items":{"$ref":"#/components/schemas/Value"}}]}}
      """
    #expect(try Lowered.schemas(union).dump.contains("[#0?]"))
  }
}
