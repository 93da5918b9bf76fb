import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What documented values become.
@Suite struct OpenAPIExampleTests {
  /// The examples of a response body, as JSON, with their names.
  private func examples(_ mediaType: String, _ content: String) throws -> (
    json: [String], names: [String?], sample: OpenAPISample
  ) {
    let (operation, sample) = try #require(
      OpenAPISample.operation(
        "responses: {'200': {content: {\(mediaType): \(content)}}}",
        root: "components: {schemas: {T: {type: string}, U: {$ref: '#/components/schemas/T'}}}"
      )
    )
    let examples = try #require(operation.responses.first?.contents.first).examples
    return (examples.map { $0.value.jsonText() }, examples.map(\.name), sample)
  }

  @Test func exampleAndExamples() throws {
    let (json, names, _) = try examples(
      "application/json",
      "{examples: {b: {summary: B, value: {$ref: 1}}, '1': {summary: Success, value: [1]}}, example: {a: 1}}"
    )
    #expect(json == [#"{"a":1}"#, #"{"$ref":1}"#, "[1]"])
    #expect(names == [nil, "b", "Success"])
  }

  @Test func jsonInsideStringsIsRead() throws {
    let (json, _, sample) = try examples(
      "application/json",
      #"{schema: {type: object}, example: '{"a": 1.0, "b": null}'}"#
    )
    #expect(json == [#"{"a":1.0,"b":null}"#])
    #expect(sample.report.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "{type: string}", "{type: [string, 'null']}", "{$ref: '#/components/schemas/U'}", "{anyOf: [{type: string}]}",
  ])
  func stringsStayWhereTheSchemaAllowsThem(schema: String) throws {
    let (json, _, sample) = try examples("application/json", "{schema: \(schema), example: '12'}")
    #expect(json == [#""12""#])
    #expect(sample.report.diagnostics.isEmpty)
  }

  @Test func whereAStringOrAnObjectIsAllowedAnObjectIsTaken() throws {
    let (json, _, _) = try examples(
      "application/json",
      #"{schema: {type: [string, object]}, examples: {a: {value: '{"x":1}'}, b: {value: '7'}}}"#
    )
    #expect(json == [#"{"x":1}"#, #""7""#])
  }

  @Test func brokenJSONIsReportedAndLeftOut() throws {
    let (json, _, sample) = try examples("application/json", #"{schema: {type: object}, example: '{"a": }'}"#)
    #expect(json.isEmpty)
    #expect(sample.report.ids == [.unreadableExample])
    #expect(sample.report.diagnostics.first?.notes.isEmpty == false)
    let free = try examples("application/json", #"{schema: {}, example: '{"a": }'}"#)
    #expect(free.json == [#""{\"a\": }""#])
    #expect(free.sample.report.ids == [.unreadableExample])
    #expect(try examples("application/json", "{example: '{'}").json.isEmpty)
  }

  @Test func blankExamplesSayNothing() throws {
    let (json, _, sample) = try examples("application/json", "{schema: {type: object}, example: ' ', examples: {}}")
    #expect(json.isEmpty && sample.report.diagnostics.isEmpty)
  }

  @Test func eventsOfAStream() throws {
    let text =
      #"event: a\ndata: {\"n\":1}\n\n: comment\ndata: {\"n\":\ndata: 2}\n\ndata:{\"n\":3}\ndata: {\"n\":4}\r\n\r\ndata: [DONE]\n"#
    let (json, names, sample) = try examples("text/event-stream", "{schema: {type: object}, example: \"\(text)\"}")
    #expect(json == [1, 2, 3, 4].map { #"{"n":\#($0)}"# })
    #expect(names == ["event 1", "event 2", "event 3", "event 4"])
    #expect(sample.report.diagnostics.isEmpty)
  }

  @Test func eventsThatAreNoJSON() throws {
    let text = #"data: {\"n\":1}\n\ndata: oops\n"#
    let (json, _, sample) = try examples("text/event-stream", "{schema: {type: object}, example: \"\(text)\"}")
    #expect(json == [#"{"n":1}"#])
    #expect(sample.report.ids == [.unreadableExample])
    let strings = try examples("text/event-stream", "{schema: {type: string}, example: \"\(text)\"}")
    #expect(strings.json == [#""{\"n\":1}""#, #""oops""#])
    #expect(try examples("text/event-stream", "{example: nothing}").sample.report.ids == [.unreadableExample])
  }

  @Test func otherMediaTypes() throws {
    #expect(try examples("text/plain", "{example: '12'}").json == [#""12""#])
    let xml = try examples("application/xml", "{schema: {type: object}, example: <a/>}")
    #expect(xml.json.isEmpty && xml.sample.report.ids == [.ignoredText])
    #expect(try examples("application/problem+json", "{example: '[]'}").json == ["[]"])
    #expect(try examples("multipart/form-data", #"{example: '{"a":1}'}"#).json == [#"{"a":1}"#])
  }

  @Test func examplesOfTheWrongShape() throws {
    let array = try examples("application/json", "{examples: [1, 2]}")
    #expect(array.json == ["1", "2"] && array.sample.places(.unexpectedValue) == ["[1, 2]"])
    let bare = try examples("application/json", "{examples: {a: 5}}")
    #expect(bare.json == ["5"] && bare.sample.places(.unexpectedValue) == ["5"])
    let empty = try examples("application/json", "{examples: {a: {summary: x}, b: {externalValue: x}}}")
    #expect(empty.json.isEmpty && empty.sample.report.ids == [.unexpectedValue, .unsupportedFeature])
  }

  @Test func parametersWrittenAsStringsAreTyped() throws {
    let (operation, _) = try #require(
      OpenAPISample.operation(
        """
        parameters:
          - {name: a, in: query, example: '12', schema: {type: integer}}
          - {name: b, in: query, example: '12', schema: {type: string}}
          - {name: c, in: query, example: 'true', schema: {type: boolean}}
          - {name: d, in: query, example: 'x', schema: {type: integer}}
          - {name: e, in: query, example: '12'}
        """
      )
    )
    #expect(
      operation.parameters.map { $0.examples.first?.value.jsonText() } == ["12", #""12""#, "true", #""x""#, #""12""#]
    )
  }

  @Test func schemasThatReferToEachOtherManyTimesAreLookedAtOnce() throws {
    let names = (0..<20).map { "S\($0)" }
    let parts = names.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
    let schemas = names.map { "\($0): {anyOf: [\(parts)]}" }.joined(separator: ", ")
    let (operation, _) = try #require(
      OpenAPISample.operation(
        "responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}, example: '[1]'}}}}",
        root: "components: {schemas: {\(schemas)}}"
      )
    )
    #expect(operation.responses.first?.contents.first?.examples.map { $0.value.jsonText() } == ["[1]"])
  }
}
