import SchemaDescription
import SchemaDocument
import Testing

@testable import SchemaMock

/// How streams of events, and values one after the other, are sent.
@Suite struct StreamResponseTests {
  /// A document whose operations ask for streams that it does not describe.
  private static let streams = """
    openapi: 3.1.0
    info: { title: A, version: '1' }
    components:
      schemas:
        Reply: { type: object, properties: { text: { type: string } } }
        ReplyChunk: { type: object, required: [part], properties: { part: { const: 1 } } }
        Switch: { type: object, properties: { stream: { type: [boolean, 'null'] } } }
        Run: { type: object, properties: { id: { const: r1 } } }
        RunEvent: { oneOf: [{ $ref: '#/components/schemas/Started' }, { $ref: '#/components/schemas/Ended' }] }
        Started:
          type: object
          required: [event, data]
          properties: { event: { const: run.started }, data: { $ref: '#/components/schemas/Run' }, enabled: { type: boolean } }
        Ended: { type: object, required: [event, data], properties: { event: { const: run.ended }, data: { const: bye } } }
    paths:
      /runs:
        post:
          requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Switch' } } } }
          responses:
            '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Run' } } } }
      /named:
        post:
          requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Switch' } } } }
          responses:
            '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Reply' } } } }
      /form:
        post:
          requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Switch' } } } }
          responses: { '200': { description: ok, content: { application/json: { example: { text: hi } } } } }
      /shown:
        post:
          requestBody: { content: { application/json: { example: { q: why, stream: false } } } }
          responses: { '200': { description: ok, content: { application/json: { example: { text: hi } } } } }
      /query:
        get:
          parameters: [{ name: stream, in: query, schema: { type: boolean } }]
          responses: { '200': { description: ok, content: { application/json: { example: { text: hi } } } } }
    """

  @Test func streamsThatAreAskedForButNotDescribed() throws {
    let site = try Mock.site(Self.streams)
    let events = ["Accept": "text/event-stream"]
    let named = site.answer("POST", "/named", headers: events, body: #"{"stream": true}"#)
    #expect(named.headers[.contentType] == "text/event-stream")
    #expect(named.text.hasPrefix(#"data: {"part":1}"#))
    let form = ["Content-Type": "application/x-www-form-urlencoded"]
    #expect(site.answer("POST", "/form", headers: form, body: "stream=true").text.hasPrefix(#"data: {"text":"hi"}"#))
    #expect(site.answer("POST", "/form", headers: form, body: "stream=false").text == #"{"text":"hi"}"#)
    let shown = site.answer("POST", "/shown", headers: events, body: #"{"q": "why", "stream": true}"#)
    #expect(shown.text.hasPrefix(#"data: {"text":"hi"}"#))
    #expect(site.answer("GET", "/query?stream=true", headers: events).text.hasPrefix(#"data: {"text":"hi"}"#))
    #expect(site.answer("GET", "/query").text == #"{"text":"hi"}"#)
    // What is described as a whole event is sent as one, as clients read it.
    let runs = site.answer("POST", "/runs", headers: events, body: #"{"stream": true}"#)
    #expect(
      runs.text.hasPrefix("event: run.started\ndata: {\"id\":\"r1\"}\n\nevent: run.ended\ndata: bye\n\n"),
      "\(runs.text)"
    )
  }

  @Test func streamsEventByEvent() throws {
    var options = MockOptions()
    options.delay = .milliseconds(50)
    let site = try Mock.site(ResponseTests.document, options: options)
    for (headers, body) in [
      (["Accept": "application/json"], #"{"stream":true}"#), (["Accept": "text/event-stream"], "{}"),
    ] {
      let response = site.answer("POST", "/a", headers: headers, body: body)
      #expect(
        response.body.pieces == ["event: start\ndata: {\"n\":1}\n\n", "data: {\"n\":2}\n\n", "data: [DONE]\n\n"]
      )
      if case .stream(_, let pause) = response.body { #expect(pause == options.delay) }
    }
    let plain = site.answer(
      "POST",
      "/a",
      headers: ["Accept": "text/event-stream, application/json"],
      body: #"{"stream":false}"#
    )
    #expect(plain.headers[.contentType] == "application/json")
    let long = site.answer("POST", "/a", headers: ["Prefer": "example=long"], body: #"{"stream":true}"#)
    #expect(long.text == "data: {\"n\":3}\n\n")
  }

  @Test func eventsThatAreToldByNamesHaveThem() throws {
    let site = try Mock.site(
      openAPI: "3.2.0",
      """
      paths:
        /edits:
          get:
            responses:
              '200':
                description: ok
                content:
                  text/event-stream:
                    itemSchema:
                      oneOf:
                        - { type: object, properties: { event: { const: added }, data: { $ref: '#/components/schemas/Line' } } }
                        - { type: object, properties: { event: { enum: [removed, lost] }, data: { $ref: '#/components/schemas/Line' } } }
      components:
        schemas:
          Line: { type: object, required: [text], properties: { text: { type: string, enum: [a] } } }
      """
    )
    #expect(
      site.answer("GET", "/edits").body.pieces
        == ["added", "removed", "added"].map { "event: \($0)\ndata: {\"text\":\"a\"}\n\n" }
    )
  }

  @Test func streamsOfSeveralEvents() throws {
    let site = try Mock.site(
      openAPI: "3.2.0",
      #"""
      components:
        schemas:
          Start: { type: object, required: [type, a], properties: { type: { const: start }, a: { const: 1 } } }
          Stop: { type: object, required: [type, b], properties: { type: { const: stop }, b: { const: 2 } } }
          Any: { oneOf: [{ $ref: '#/components/schemas/Start' }, { $ref: '#/components/schemas/Stop' }] }
      paths:
        /named:
          get:
            responses:
              '200':
                description: ok
                content:
                  text/event-stream:
                    itemSchema:
                      oneOf:
                        - { type: object, properties: { event: { const: begin }, data: { contentSchema: { $ref: '#/components/schemas/Start' } } } }
                        - { type: object, properties: { event: { const: error }, data: { contentSchema: { type: object, required: [e], properties: { e: { const: 0 } } } } } }
                        - { type: object, properties: { event: { enum: [end] }, data: { contentSchema: { $ref: '#/components/schemas/Stop' } } } }
                        - { type: object, properties: { data: { contentSchema: { type: object, required: [c], properties: { c: { const: 3 } } } } } }
        /plain:
          get: { responses: { '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Any' } } } } } }
        /ended:
          get:
            responses:
              '200':
                description: ok
                content:
                  text/event-stream: { schema: { oneOf: [{ enum: ['[DONE]'] }, { $ref: '#/components/schemas/Start' }] } }
        /one:
          get:
            responses:
              '200':
                description: ok
                content:
                  text/event-stream: { itemSchema: { type: object, properties: { event: { const: tick }, data: { const: x } } } }
        /shown:
          get:
            responses:
              '200':
                description: ok
                content:
                  text/event-stream: { example: "id: 7\nevent: a\ndata: {\"n\":1}\n\nevent: b\nid: 8\ndata: {\"n\":2}\n\ndata: {\"n\":3}\n\n" }
      """#
    )
    let (start, stop) = (#"data: {"type":"start","a":1}"#, #"data: {"type":"stop","b":2}"#)
    #expect(site.answer("GET", "/named").text == "event: begin\n\(start)\n\nevent: end\n\(stop)\n\ndata: {\"c\":3}\n\n")
    #expect(site.answer("GET", "/plain").text == "\(start)\n\n\(stop)\n\n\(start)\n\n")
    #expect(site.answer("GET", "/ended").text == "\(start)\n\ndata: [DONE]\n\n")
    #expect(site.answer("GET", "/one").text == String(repeating: "event: tick\ndata: x\n\n", count: 3))
    #expect(
      site.answer("GET", "/shown").text
        == #"""
        event: a
        id: 7
        data: {"n":1}

        event: b
        id: 8
        data: {"n":2}

        data: {"n":3}


        """#
    )
  }

  @Test func onlyLineFeedsAndReturnsEndTheLinesOfEvents() throws {
    let value = RawExample(Node.text("a\u{2028}b\u{85}c\r\nd\re"))
    let written = BodyWriter(pause: .zero).write([value], as: "text/event-stream", kind: .eventStream)
    #expect(written.body.pieces == ["data: a\u{2028}b\u{85}c\ndata: d\ndata: e\n\n"])
  }

  @Test func sequencesOfValues() throws {
    let site = try Mock.site(ResponseTests.document)
    #expect(site.answer("GET", "/lines").body.pieces == ["{\"n\":1}\n", "{\"n\":2}\n"])
    #expect(site.answer("GET", "/seq").body.pieces == ["\u{1E}{\"n\":1}\n", "\u{1E}{\"n\":2}\n"])
  }

  @Test func valuesThatAreAskedFor() throws {
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      paths:
        /logs:
          get:
            parameters: [{ name: stream, in: query, schema: { type: boolean } }]
            responses:
              '200':
                description: ok
                content:
                  application/json: { example: [{ line: 1 }] }
                  application/x-ndjson: { schema: { type: object, required: [line], properties: { line: { const: 2 } } } }
      """
    )
    let asked = site.answer("GET", "/logs?stream=true", headers: ["Accept": "application/x-ndjson"])
    #expect(asked.headers[.contentType] == "application/x-ndjson" && asked.text.hasPrefix("{\"line\":2}\n"))
    #expect(site.answer("GET", "/logs?stream=true").headers[.contentType] == "application/x-ndjson")
    #expect(site.answer("GET", "/logs?stream=false").text == #"[{"line":1}]"#)
    #expect(site.answer("GET", "/logs").text == #"[{"line":1}]"#)
  }
}
