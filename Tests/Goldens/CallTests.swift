import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// Clients of the golden cases send and read what their documents say.
@Suite struct CallTests {
  /// A transport that keeps the last request and answers alike.
  private actor Recorder {
    /// The last request with its body.
    private(set) var last: (request: HTTPRequest, body: String)?
    /// The paths of all requests, in order.
    private(set) var paths: [String] = []

    /// Keeps a request.
    func keep(_ request: HTTPRequest, _ body: HTTPBody?) async throws {
      let bytes = try await body?.collect(upTo: 1_000_000) ?? []
      last = (request, String(decoding: bytes, as: UTF8.self))
      paths.append(request.path ?? "")
    }
  }

  /// A transport whose answer depends on the request's path.
  private func transport(
    _ recorder: Recorder,
    _ answer: @escaping @Sendable (_ path: String) -> (status: Int, mediaType: String, text: String)
  ) -> InProcessTransport {
    InProcessTransport { request, body in
      try await recorder.keep(request, body)
      let (status, mediaType, text) = answer(request.path ?? "")
      return (HTTPResponse(status: .init(code: status), headerFields: [.contentType: mediaType]), HTTPBody(text))
    }
  }

  @Test func `a streaming sibling asks for the stream and reads its events`() async throws {
    let recorder = Recorder()
    let text = "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\",\"last\":true}\n\ndata: [DONE]\n\n"
    let client = EventStreams.Client(transport: transport(recorder) { _ in (200, "text/event-stream", text) })
    var deltas: [String] = []
    for try await chunk in try await client.streamChat(.init(text: "hi")) { deltas.append(chunk.delta) }
    #expect(deltas == ["a", "b"])
    let last = try #require(await recorder.last)
    #expect(try JSONValue(parsing: last.body) == ["text": "hi", "stream": true])
    #expect(last.request.headerFields[.accept] == "text/event-stream")
  }

  @Test func `a streaming sibling asks for the stream wherever the body is able to`() async throws {
    let recorder = Recorder()
    let text = "data: {\"part\":\"a\"}\n\ndata: [DONE]\n\n"
    let client = StreamRequests.Client(transport: transport(recorder) { _ in (200, "text/event-stream", text) })
    func sent(_ call: (StreamRequests.Client) async throws -> EventStream<StreamRequests.Part>) async throws
      -> JSONValue
    {
      var parts: [String] = []
      for try await part in try await call(client) { parts.append(part.part) }
      #expect(parts == ["a"])
      return try JSONValue(parsing: try #require(await recorder.last).body)
    }
    // Variants that have the property, whatever it was, and one that has none.
    #expect(
      try await sent { try await $0.streamTagged(.text(.init(text: "x", stream: false))) }
        == ["kind": "text", "text": "x", "stream": true]
    )
    #expect(
      try await sent { try await $0.streamTagged(.picture(.init(url: "u"))) }
        == ["kind": "picture", "url": "u", "stream": true]
    )
    #expect(try await sent { try await $0.streamTagged(.ping(.init())) } == ["kind": "ping"])
    #expect(try await sent { try await $0.streamMixed(.string("x")) } == "x")
    #expect(
      try await sent { try await $0.streamShaped(.tokens(.init(tokens: [1]))) } == ["tokens": [1], "stream": true]
    )
    // What stands beside the variants, variants in variants, and the one variant that can.
    #expect(
      try await sent { try await $0.streamComposed(.byLink(.init(url: "u"))) } == ["url": "u", "stream": true]
    )
    #expect(
      try await sent { try await $0.streamNested(.tagged(.text(.init(text: "x")))) }
        == ["kind": "text", "text": "x", "stream": true]
    )
    #expect(try await sent { try await $0.streamSplit(.init(text: "x")) } == ["text": "x", "stream": true])
    // Media types, of which one cannot ask.
    #expect(
      try await sent { try await $0.streamMedia(.json(.text(.init(text: "x")))) }
        == ["kind": "text", "text": "x", "stream": true]
    )
    let file = FileUpload(data: .init("f".utf8), filename: "f")
    for try await _ in try await client.streamMedia(.multipart(.init(file: file))) {}
    #expect(try #require(await recorder.last).body.contains("name=\"stream\"\r\n\r\ntrue\r\n"))
    for try await _ in try await client.streamMedia(.text("x")) {}
    #expect(await recorder.last?.body == "x")
    // Properties that are always true, that may be left out, and that may be null; and one that is always false, which is sent so.
    #expect(try await sent { try await $0.streamAlways(.init()) } == ["stream": true])
    #expect(try await sent { try await $0.streamPerhaps(.init()) } == ["stream": true])
    #expect(try await sent { try await $0.streamNullable(.init(stream: nil)) } == ["stream": true])
    #expect(try await sent { try await $0.streamNever(.init(stream: false)) } == ["stream": false])
    for try await _ in try await client.streamForm(.init(text: "x")) {}
    #expect(await recorder.last?.body == "stream=true&text=x")
  }

  @Test func `a stream may be asked for by the query and end in a way of its own`() async throws {
    let recorder = Recorder()
    let text =
      "event: start\ndata: {\"text\":\"a\"}\n\nevent: delta\ndata: {\"delta\":\"b\"}\n\ndata: [END]\n\ndata: x\n\n"
    let client = EventStreams.Client(transport: transport(recorder) { _ in (200, "text/event-stream", text) })
    var events: [EventStreams.GetChatEvent] = []
    for try await event in try await client.streamGetChat(id: "7") { events.append(event) }
    #expect(events == [.chat(.init(text: "a")), .chatChunk(.init(delta: "b"))])
    #expect(await recorder.paths == ["/chats/7?stream=true"])
  }

  @Test func `events of one shape are told apart by their names`() async throws {
    func client(_ text: String) -> EventNames.Client {
      EventNames.Client(transport: transport(Recorder()) { _ in (200, "text/event-stream", text) })
    }
    func values<Value>(_ stream: EventStream<Value>) async throws -> [Value] {
      var values: [Value] = []
      for try await value in stream { values.append(value) }
      return values
    }
    let line = "data: {\"text\":\"a\"}\n\n"
    let edits = client(
      "event: added\n\(line)event: removed\n\(line)event: note\ndata: 42\n\nevent: closed\ndata: {}\n\n"
    )
    #expect(
      try await values(edits.watchEdits()) == [
        .added(.init(text: "a")), .removed(.init(text: "a")), .note("42"), .saved(.init()),
      ]
    )
    // Without a name the first of the shape, and what nobody lists is kept.
    #expect(
      try await values(client("\(line)event: moved\n\(line)").watchEdits()) == [
        .added(.init(text: "a")), .unknown(["text": "a"]),
      ]
    )
    let talk = client("\(line)event: message\n\(line)event: gone\ndata: {\"name\":\"b\"}\n\n")
    #expect(
      try await values(talk.watchTalk()) == [
        .line(.init(text: "a")), .line(.init(text: "a")), .person(.init(name: "b")),
      ]
    )
    let doors = client("event: shut\ndata: {\"door\":1}\n\nevent: opened\ndata: {\"door\":1}\n\n")
    #expect(try await values(doors.watchDoors()) == [.shut(.init(door: 1)), .opened(.init(door: 1))])
    let data = "data: {\"id\":\"r\"}\n\n"
    let runs = client(
      "event: run.created\n\(data)event: run.line\n\(line)event: run.ended\n\(data)event: done\ndata: [DONE]\n\n"
    )
    #expect(
      try await values(runs.streamRun(.init(task: "t")))
        == [.runCreated(.init(id: "r")), .runLine(.init(text: "a")), .runEnded(.init(id: "r"))]
    )
    // What the data says of itself counts, whatever the event is called.
    let told = client("event: start\ndata: {\"type\":\"stop\"}\n\n")
    #expect(try await values(told.watchTold()) == [.stop(.init())])
  }

  @Test func `documented errors are told from others, with a body and without one`() async throws {
    func call(
      _ status: Int,
      _ body: String,
      _ call: (DocumentedErrors.Client) async throws -> Void
    ) async -> (any Error)? {
      let client = DocumentedErrors.Client(transport: transport(Recorder()) { _ in (status, "application/json", body) })
      do { try await call(client) } catch { return error }
      return nil
    }
    let get: (DocumentedErrors.Client) async throws -> Void = { _ = try await $0.getThing(id: 1) }
    typealias Failure = ResponseError<DocumentedErrors.Problem>
    for status in [304, 401, 418] {
      #expect((await call(status, "", get) as? ResponseError<Void>)?.status == status)
    }
    #expect((await call(404, #"{"title":"x"}"#, get) as? Failure)?.body.title == "x")
    #expect((await call(500, #"{"title":"x"}"#, get) as? Failure)?.status == 500)
    // The body of all errors, where the document has none for the status.
    #expect((await call(401, #"{"title":"x"}"#, get) as? Failure)?.status == 401)
    let delete: (DocumentedErrors.Client) async throws -> Void = { try await $0.deleteThing(id: 1) }
    for status in [404, 409, 500] {
      #expect((await call(status, "", delete) as? ResponseError<Void>)?.operation == "deleteThing")
    }
    let put: (DocumentedErrors.Client) async throws -> Void = { _ = try await $0.putThing(.init(id: 1), id: 1) }
    #expect((await call(415, "x", put) as? ResponseError<Void>)?.bytes == [0x78])
    #expect(await call(404, "", put) is UnexpectedResponse)
    let start: (DocumentedErrors.Client) async throws -> Void = { _ = try await $0.startThing(id: 1) }
    #expect(await call(503, "", start) is ResponseError<Void>)
    #expect(await call(500, "", start) is UnexpectedResponse)
    #expect(await call(404, "", { try await $0.getDefault() }) is UnexpectedResponse)
  }

  @Test(arguments: [(200, "{\"id\":1}"), (202, "{\"ticket\":\"t\"}"), (204, ""), (218, "\"x\"")])
  func `successes are told apart by their status`(status: Int, body: String) async throws {
    let mediaType = status == 218 ? "text/plain" : "application/json"
    let client = SuccessCases.Client(transport: transport(Recorder()) { _ in (status, mediaType, body) })
    switch (status, try await client.createJob()) {
    case (200, .ok(let job)): #expect(job.id == 1)
    case (202, .accepted(let ticket)): #expect(ticket.ticket == "t")
    case (204, .noContent): break
    case (218, .success(let text)): #expect(text == body)
    case (_, let other): Issue.record("\(other)")
    }
  }

  @Test func `a body is sent in the media type that the caller chooses`() async throws {
    let recorder = Recorder()
    let client = RequestMediaTypes.Client(transport: transport(recorder) { _ in (204, "", "") })
    for (body, mediaType, text) in [
      (RequestMediaTypes.CreateNoteBody.json(.init(text: "a")), "application/json", "{\"text\":\"a\"}"),
      (.form(.init(text: "a b")), "application/x-www-form-urlencoded", "text=a+b"),
      (.markdown("# a"), "text/markdown", "# a"),
      (.png(HTTPBody([65, 66])), "image/png", "AB"),
    ] {
      try await client.createNote(body)
      let last = try #require(await recorder.last)
      #expect(last.request.headerFields[.contentType] == mediaType)
      #expect(last.body == text)
    }
    try await client.putNote()
    #expect(await recorder.last?.request.headerFields[.contentType] == nil)
  }

  @Test func `the parts of a form have their headers`() async throws {
    let recorder = Recorder()
    let client = RequestMediaTypes.Client(transport: transport(recorder) { _ in (204, "", "") })
    let page = FileUpload(data: Data("A".utf8), filename: "a.png", contentType: "image/png")
    try await client.scan(.init(page: page, note: "n"), pageXNumber: 3, pageXTags: ["a", "b"])
    let body = try #require(await recorder.last?.body)
    #expect(body.contains("filename=\"a.png\"\r\nContent-Type: image/png\r\nX-Number: 3\r\nX-Tags: a,b\r\n\r\nA"))
    #expect(body.contains("name=\"note\"\r\n\r\nn"))
  }

  @Test func `pages follow each other by cursor and by number`() async throws {
    let recorder = Recorder()
    let client = Pagination.Client(
      transport: transport(recorder) { path in
        let isLast = path.contains("cursor=b") || path.contains("page=1")
        let next = isLast ? "null" : "\"b\""
        let json =
          path.hasPrefix("/cursor")
          ? "{\"pets\":[{\"id\":\"\(path.count)\"}],\"paging\":{\"next_cursor\":\(next)}}"
          : "{\"items\":[{\"id\":\"1\"}],\"hasMore\":\(!isLast)}"
        return (200, "application/json", json)
      }
    )
    var ids: [String] = []
    for try await pet in client.listByCursorPages(limit: 1).items { ids.append(pet.id) }
    var count = ids.count
    for try await page in client.listByPagePages() { count += page.items?.value?.count ?? 0 }
    #expect(count == 4)
    #expect(
      await recorder.paths == ["/cursor?limit=1", "/cursor?limit=1&cursor=b", "/page?page=0", "/page?page=1"]
    )
  }

  @Test func `an operation is given the credentials that it needs`() async throws {
    let recorder = Recorder()
    let client = Security.Client(
      transport: transport(recorder) { _ in (204, "", "") },
      authorization: .all(.bearer("token"), .apiKey("secret", name: "session", in: .cookie))
    )
    try await client.usual()
    #expect(await recorder.last?.request.headerFields[.authorization] == "Bearer token")
    try await client.unknown()
    #expect(await recorder.last?.request.headerFields[.authorization] == nil)
    #expect(await recorder.last?.request.headerFields[.cookie] == "session=secret")
    try await client.none()
    #expect(await recorder.last?.request.headerFields[.cookie] == nil)
  }

  @Test func `servers are put together of their variables`() {
    #expect(BaseURLs.Servers.regional(region: .usEast).url == "https://us-east.example.com/v1")
    #expect(BaseURLs.Servers.production.url == "https://api.example.com/v1")
  }
}
