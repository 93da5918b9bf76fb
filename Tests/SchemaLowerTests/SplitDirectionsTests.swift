import SchemaLower
import Testing

/// Types that requests and responses share, and what holds them.
@Suite struct SplitDirectionsTests {
  /// A schema that differs between requests and responses.
  private static let thing = """
    "Thing":{"type":"object","required":["id","secret"],"properties":{
      "id":{"type":"string","readOnly":true},"secret":{"type":"string","writeOnly":true}}}
    """

  /// An operation with a body and an answer, each a schema in JSON.
  private static func paths(_ request: String, _ response: String, mediaType: String = "application/json") -> String {
    """
    {"/a":{"post":{"operationId":"a",
      "requestBody":{"required":true,"content":{"\(mediaType)":{"schema":\(request)}}},
      "responses":{"200":{"description":"ok","content":{"application/json":{"schema":\(response)}}}}}}}
    """
  }

  @Test("what only requests hold refers to what is sent", arguments: ["application/json", "multipart/form-data"])
  func nested(mediaType: String) throws {
    let request = """
      {"type":"object","properties":{"item":{"$ref":"#/components/schemas/Thing"},
       "items":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}}
      """
    let paths = Self.paths(request, ##"{"$ref":"#/components/schemas/Thing"}"##, mediaType: mediaType)
    let dump = try Lowered.schemas("{\(Self.thing)}", paths: paths).dump
    #expect(dump.contains("structure #0 component \"Thing\"\n  \"id\": string\n\n"))
    #expect(dump.contains("structure #1 operation 0 request\n  \"item\": #2 optional\n  \"items\": [#2] optional\n"))
    #expect(dump.contains("structure #2 component \"ThingInput\"\n  \"secret\": string\n\n"))
    #expect(dump.contains("response 200 application/json as json: #0"))
  }

  @Test func `what requests hold leads to what is sent through types that only they hold`() throws {
    let schemas = """
      {\(Self.thing),
       "Order":{"type":"object","properties":{"lines":{"type":"array","items":{"$ref":"#/components/schemas/Line"}}}},
       "Line":{"type":"object","properties":{"thing":{"$ref":"#/components/schemas/Thing"}}}}
      """
    let paths = Self.paths(##"{"$ref":"#/components/schemas/Order"}"##, ##"{"$ref":"#/components/schemas/Thing"}"##)
    let dump = try Lowered.schemas(schemas, paths: paths).dump
    #expect(dump.contains("component \"Line\"\n  \"thing\": #3 optional\n"))
    #expect(dump.contains("structure #3 component \"ThingInput\"\n  \"secret\": string\n"))
    #expect(!dump.contains("OrderInput") && !dump.contains("LineInput"))
  }

  @Test func `what both hold becomes two as well`() throws {
    let schemas = """
      {\(Self.thing),"Box":{"type":"object","properties":{"thing":{"$ref":"#/components/schemas/Thing"}}}}
      """
    let paths = Self.paths(
      ##"{"type":"object","properties":{"box":{"$ref":"#/components/schemas/Box"}}}"##,
      ##"{"$ref":"#/components/schemas/Box"}"##
    )
    let dump = try Lowered.schemas(schemas, paths: paths).dump
    #expect(dump.contains("structure #1 component \"Box\"\n  \"thing\": #0 optional\n"))
    #expect(dump.contains("structure #2 operation 0 request\n  \"box\": #4 optional\n"))
    #expect(dump.contains("structure #4 component \"BoxInput\"\n  \"thing\": #3 optional\n"))
  }
}
