import Foundation
import GeneratedModels
import HTTPTypes
import SchemaRuntime
import Testing

/// A generated client and a server that does everything wrong: a typed error that keeps what came, and no secret in it.
@Suite(.timeLimit(.minutes(15))) struct FailingCallTests {
  /// The credentials, which no error may show.
  private static let secret = "sesame-1"

  /// The request.
  private static let request = Relay.ChatCompletionRequest(model: "m", messages: [.user("hi")])

  /// A transport that keeps its server for as long as it is used itself.
  private struct Held: ClientTransport {
    /// Keeps the server.
    let server: RawServer
    /// Sends the requests.
    let transport: any ClientTransport

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
      try await transport.send(request, body: body)
    }
  }

  /// A client of a server.
  private static func client(_ transport: Transport, _ server: RawServer) -> Relay.Client {
    Relay.Client(
      transport: Held(server: server, transport: transport.make()),
      authorization: .bearer(secret),
      server: Server("http://127.0.0.1:\(server.port)")
    )
  }

  /// A server that answers each request with the same bytes and closes.
  private static func server(
    _ body: some Sequence<UInt8> & Sendable,
    status: String = "200 OK",
    type: String = "application/json"
  ) throws -> RawServer {
    let body = Array(body)
    return try RawServer { connection in
      guard !connection.readRequest().isEmpty else { return }
      connection.send("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n")
      connection.send(body)
    }
  }

  /// A server that goes on with the same piece as long as somebody takes it, and tells when nobody does.
  private static func endlessServer(
    _ head: String,
    _ piece: String,
    pause: UInt32 = 0
  ) throws -> (RawServer, AsyncStream<Void>) {
    let (closings, closed) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      guard !connection.readRequest().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\n\(head)")
      while connection.send(piece) { usleep(pause) }
      closed.yield()
    }
    return (server, closings)
  }

  /// The error of a call.
  private static func error<Failure: Error>(
    _ type: Failure.Type,
    _ client: Relay.Client,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async -> Failure? {
    let error = await #expect(throws: type, sourceLocation: sourceLocation) {
      try await client.createChatCompletion(request)
    }
    #expect(error.map { "\($0) \(String(reflecting: $0))".contains(secret) } == false, sourceLocation: sourceLocation)
    return error
  }

  /// What a stream gives before it throws.
  private static func read(_ stream: EventStream<Relay.ChatCompletionChunk>) async -> ([String], (any Error)?) {
    var texts: [String] = []
    do {
      for try await chunk in stream { texts.append(chunk.choices.first?.delta.content ?? "-") }
      return (texts, nil)
    } catch {
      return (texts, error)
    }
  }

  /// An event with a piece of an answer.
  private static func event(_ text: String) -> String {
    "data: {\"id\":\"c\",\"object\":\"o\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
      + "{\"content\":\"\(text)\"},\"finish_reason\":null}]}\n\n"
  }

  // MARK: Bodies

  @Test(
    "bodies that are not what the document says",
    arguments: Transport.overSockets,
    [
      (#"{"id":"sesame-1","object":"#, "", "JSON"),
      (#"{"id":"sesame-1","object":"o","created":"soon"}"#, "created", "an integer"),
      (#"{"id":"c","object":"o","created":1,"model":"m","choices":[{"index":"sesame-1"}]}"#, "choices[0].index", ""),
      (#"["sesame-1"]"#, "", "an object"), ("", "", "JSON"), ("\u{FEFF}", "", "JSON"),
      (String(repeating: "[", count: 200_000), "", "JSON"),
    ]
  )
  func unfit(_ transport: Transport, _ body: (text: String, keyPath: String, expected: String)) async throws {
    let server = try Self.server(body.text.utf8)
    let error = await Self.error(ResponseDecodingError.self, Self.client(transport, server))
    #expect(error?.operation == "createChatCompletion" && error?.status == 200)
    #expect(error?.keyPath == body.keyPath && error?.body == Array(body.text.utf8))
    #expect(error?.expected.hasPrefix(body.expected) == true, "\(error?.expected ?? "")")
  }

  @Test(arguments: Transport.overSockets) func bytesThatAreNoText(_ transport: Transport) async throws {
    let bytes: [UInt8] = Array(#"{"id":""#.utf8) + [0xFF, 0xC0, 0x80] + Array(#""}"#.utf8)
    let error = await Self.error(ResponseDecodingError.self, Self.client(transport, try Self.server(bytes)))
    #expect(error?.body == bytes && error?.expected == "JSON")
  }

  @Test(arguments: Transport.overSockets) func aPageInsteadOfJSON(_ transport: Transport) async throws {
    let page = "<html>sesame-1</html>"
    let fine = await Self.error(
      ResponseDecodingError.self,
      Self.client(transport, try Self.server(page.utf8, type: "text/html"))
    )
    #expect(fine?.body == Array(page.utf8) && fine?.headers[.contentType] == "text/html")
    let limited = await Self.error(
      ResponseDecodingError.self,
      Self.client(transport, try Self.server(page.utf8, status: "429 Too Many Requests", type: "text/html"))
    )
    #expect(limited?.status == 429 && limited?.body == Array(page.utf8))
    let gateway = await Self.error(
      UnexpectedResponse.self,
      Self.client(transport, try Self.server(page.utf8, status: "502 Bad Gateway", type: "text/html"))
    )
    #expect(gateway?.status == 502 && gateway?.body == Array(page.utf8))
  }

  @Test(arguments: Transport.overSockets) func aBodyWithoutAnEnd(_ transport: Transport) async throws {
    let (server, closings) = try Self.endlessServer("\r\n", String(repeating: "a", count: 10_000))
    var client = Self.client(transport, server)
    client.connection.bodyLimit = 100_000
    let error = await Self.error(TransportFailure.self, client)
    #expect(error?.underlying is BodyTooLarge)
    for await _ in closings { break }
  }

  @Test(arguments: Transport.overSockets) func aHeadAndNothingElse(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      guard !connection.readRequest().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
    }
    _ = await Self.error(TransportFailure.self, Self.client(transport, server))
  }

  @Test(arguments: Transport.overSockets) func compressionThatIsNone(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      guard !connection.readRequest().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!")
    }
    _ = await Self.error(TransportFailure.self, Self.client(transport, server))
  }

  // MARK: Time

  @Test(
    "servers that take their time",
    arguments: Transport.overSockets,
    [
      "", "Content-Length: 100000\r\n\r\n",
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFF\r\n{",
    ]
  )
  func slowly(_ transport: Transport, _ head: String) async throws {
    // A byte now and then, so that no pause is ever long.
    let (server, closings) = try Self.endlessServer(head, "a", pause: 20_000)
    let client = Self.client(transport, server).with(timeout: .milliseconds(300))
    let error = await Self.error(CallTimeout.self, client)
    #expect(error?.operation == "createChatCompletion")
    for await _ in closings { break }
  }

  @Test(arguments: Transport.overSockets) func aStreamThatFallsSilent(_ transport: Transport) async throws {
    let (closings, closed) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      guard !connection.readRequest().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n\(Self.event("a"))")
      while connection.read() != nil {}
      closed.yield()
    }
    let client = Self.client(transport, server).with(timeout: .milliseconds(300))
    let (texts, error) = await Self.read(try await client.streamChatCompletion(Self.request))
    #expect(texts == ["a"] && error is CallTimeout)
    for await _ in closings { break }
  }

  // MARK: Streams

  @Test(arguments: Transport.overSockets) func streamsThatBreakOff(_ transport: Transport) async throws {
    let chunk = Self.event("a") + Self.event("b").dropLast(9)
    for head in ["\r\n", "Content-Length: 100000\r\n\r\n"] {
      let server = try RawServer { connection in
        guard !connection.readRequest().isEmpty else { return }
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\(head)\(chunk)")
      }
      let stream = try await Self.client(transport, server).streamChatCompletion(Self.request)
      let (texts, error) = await Self.read(stream)
      #expect(texts == ["a"])
      // Only where a length is promised can the transport tell.
      if head == "\r\n" {
        #expect((error as? StreamFailure)?.reason == .cut)
      } else {
        #expect(error is TransportFailure)
      }
    }
  }

  @Test(arguments: Transport.overSockets) func aLineWithoutAnEnd(_ transport: Transport) async throws {
    let (server, closings) = try Self.endlessServer(
      "Content-Type: text/event-stream\r\n\r\n\(Self.event("a"))data: ",
      String(repeating: "a", count: 10_000)
    )
    var client = Self.client(transport, server)
    client.connection.elementLimit = 100_000
    let (texts, error) = await Self.read(try await client.streamChatCompletion(Self.request))
    #expect(texts == ["a"])
    #expect((error as? StreamFailure)?.reason == .tooLong(limit: 100_000))
    for await _ in closings { break }
  }

  @Test(arguments: Transport.overSockets) func eventsThatAreNone(_ transport: Transport) async throws {
    let unfit = try Self.server((Self.event("a") + "data: {\"id\":\"sesame-1\"}\n\n").utf8, type: "text/event-stream")
    let (texts, error) = await Self.read(
      try await Self.client(transport, unfit).streamChatCompletion(Self.request)
    )
    let decoding = try #require(error as? ResponseDecodingError)
    #expect(texts == ["a"] && decoding.element == 2 && decoding.keyPath == "object")
    #expect(decoding.body == Array(#"{"id":"sesame-1"}"#.utf8) && !"\(decoding)".contains(Self.secret))
    let told = #"{"error":{"message":"no such key sesame-1","type":"t"}}"#
    let failing = try Self.server((Self.event("a") + "data: \(told)\n\n").utf8, type: "text/event-stream")
    let (before, failure) = await Self.read(
      try await Self.client(transport, failing).streamChatCompletion(Self.request)
    )
    let documented = try #require(failure as? ResponseError<Relay.ErrorResponse>)
    #expect(before == ["a"] && documented.body.error.type == "t" && !"\(documented)".contains(Self.secret))
  }

  @Test(arguments: Transport.overSockets, ["application/json", "text/html"])
  func somethingElseThanAStream(_ transport: Transport, _ type: String) async throws {
    let server = try Self.server("{\"key\":\"sesame-1\"}".utf8, type: type)
    let error = await #expect(throws: ResponseDecodingError.self) {
      _ = try await Self.client(transport, server).streamChatCompletion(Self.request)
    }
    #expect(error?.body == Array("{\"key\":\"sesame-1\"}".utf8) && error?.expected.contains("event-stream") == true)
    #expect(error.map { "\($0)".contains(Self.secret) } == false)
  }

  // MARK: Redirects

  @Test(arguments: Transport.overSockets) func aCircle(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      while !connection.readRequest().isEmpty {
        connection.send("HTTP/1.1 307 Temporary Redirect\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
      }
    }
    _ = await Self.error(TransportFailure.self, Self.client(transport, server))
  }

  @Test(arguments: Transport.overSockets, [301, 302, 303, 307, 308])
  func toAStranger(_ transport: Transport, _ status: Int) async throws {
    let (requests, asked) = AsyncStream.makeStream(of: String.self)
    let stranger = try RawServer { connection in
      let text = connection.readRequest()
      guard !text.isEmpty else { return }
      asked.yield(text)
      connection.send("HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plain\r\nContent-Length: 8\r\n\r\nsesame-1")
    }
    let server = try RawServer { connection in
      guard !connection.readRequest().isEmpty else { return }
      let place = "http://127.0.0.1:\(stranger.port)/v1/chat/completions"
      connection.send("HTTP/1.1 \(status) Moved\r\nLocation: \(place)\r\nContent-Length: 0\r\n\r\n")
    }
    let error = await Self.error(ResponseDecodingError.self, Self.client(transport, server))
    #expect(error?.status == 401 && error?.body == Array("sesame-1".utf8))
    for await request in requests {
      #expect(request.contains("/v1/chat/completions HTTP/1.1") && !request.contains(Self.secret))
      break
    }
  }
}
