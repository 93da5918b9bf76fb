import SchemaEmit
import SchemaIR
import SchemaSource
import Testing

/// The names of methods that stand beside plain ones, and of what they take and give.
@Suite struct MethodNameTests {
  /// An operation that answers in JSON or in events.
  private func streamed(_ id: String, _ streaming: StreamRequest = .mediaType) -> Operation {
    var operation = Operation(method: "POST", path: "/\(id)", span: Build.span)
    operation.id = id
    operation.streaming = streaming
    operation.responses = [
      Response(
        status: .code(200),
        contents: [
          Content(mediaType: "application/json", coding: .json, type: .scalar(.int)),
          Content(mediaType: "text/event-stream", coding: .eventStream, type: .scalar(.int)),
        ]
      )
    ]
    return operation
  }

  /// The methods of the client of an API with these operations.
  private func methods(_ operations: [Operation]) throws -> [String] {
    var api = API(name: "relay")
    api.operations = operations
    return try Build.body(api, of: "Client").matches(of: /func (`?[\w]+`?)\(/).map { String($0.output.1) }
  }

  @Test(
    "the verb gives way to the stream",
    arguments: [
      ("createChatCompletion", "streamChatCompletion"), ("getNews", "streamNews"), ("chat", "streamChat"),
      ("postal", "streamPostal"), ("get", "stream"), ("streamChat", "streamChatEvents"),
      ("listen_in", "streamListenIn"),
    ]
  )
  func streams(id: String, name: String) throws {
    #expect(try methods([streamed(id)]).last == name)
  }

  @Test("plain methods keep their names, whatever stands beside them") func conflicts() throws {
    #expect(
      try methods([streamed("createChat"), streamed("streamChat")]) == [
        "createChat", "streamCreateChat", "streamChat", "streamChatEvents",
      ]
    )
    #expect(try methods([streamed("createChat"), streamed("getChat")]).count == 4)
    #expect(
      try methods([streamed("getChat", .parameter("stream")), streamed("makeChat", .property("stream"))]) == [
        "getChat", "streamGetChat", "makeChat", "streamChat",
      ]
    )
  }

  @Test("a stream that is all there is is the plain method's") func onlyEvents() throws {
    var operation = streamed("ticks")
    operation.responses[0].contents.removeFirst()
    operation.streaming = nil
    #expect(try methods([operation]) == ["ticks"])
  }

  @Test("servers, bodies and results do not take the names of types") func types() throws {
    var operation = streamed("send")
    operation.responses = [
      Response(
        status: .code(200),
        contents: [Content(mediaType: "application/json", coding: .json, type: .scalar(.int))]
      ),
      Response(status: .code(202), contents: []),
    ]
    operation.body = Body(
      presence: .required,
      contents: [
        Content(mediaType: "image/png", coding: .binary, type: .scalar(.data)),
        Content(mediaType: "image/x-png", coding: .binary, type: .scalar(.data)),
      ]
    )
    var api = Build.api(structures: ["SendBody", "SendResult", "Servers"])
    api.operations = [operation]
    api.servers = [Server(url: "https://a.example"), Server(url: "https://b.example")]
    let paths = Set(Build.files(api).keys)
    for name in ["SendBodyChoice", "SendResultChoice", "ServersModel", "Servers", "SendBody", "SendResult"] {
      #expect(paths.contains("Models/Relay/Relay+\(name).swift"), "\(name)")
    }
  }
}
