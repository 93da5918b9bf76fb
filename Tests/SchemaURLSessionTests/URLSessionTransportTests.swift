import Foundation
import HTTPTypes
import Loopback
import SchemaRuntime
import SchemaURLSession
import Testing

/// A client of the generated shape against a real server.
@Suite(.timeLimit(.minutes(15))) struct URLSessionTransportTests {
  /// Runs a client against a server.
  private func withClient(
    _ authorization: Authorization? = .bearer("sesame-1"),
    _ body: @escaping @Sendable (Echo.Client) async throws -> Void
  ) async throws {
    try await LoopbackServer.run(EchoRouter.make()) { server in
      try await body(
        Echo.Client(transport: URLSessionTransport(), authorization: authorization, server: Server(server.url + "/"))
      )
    }
  }

  @Test func everyPartOfARequestArrives() async throws {
    try await withClient { client in
      let request = try await client.send(
        ["b": [1, 12_345_678_901_234_567.5, "/é"]],
        id: "a/b c",
        limit: 3,
        tags: ["x&y", "z"],
        trace: "t 1",
        session: "s;1"
      )
      #expect(request.method == "POST")
      #expect(request.target == "/echo/a%2Fb%20c/completions?limit=3&tags=x%26y&tags=z")
      #expect(request.headers["x-trace"] == "t 1")
      #expect(request.headers["cookie"] == "session=s%3B1")
      #expect(request.headers["authorization"] == "Bearer sesame-1")
      #expect(request.headers["content-type"] == "application/json")
      #expect(request.headers["accept"] == "application/json")
      #expect(try JSONValue(parsing: request.text) == ["b": [1, 12_345_678_901_234_567.5, "/é"]])
    }
  }

  @Test(
    "credentials",
    arguments: [
      (Authorization.basic(user: "ali", password: "sesame-1"), "authorization", "Basic YWxpOnNlc2FtZS0x"),
      (.apiKey("k1", name: "X-Api-Key", in: .header), "x-api-key", "k1"),
      (.apiKey("k1", name: "sid", in: .cookie), "cookie", "sid=k1"),
    ]
  )
  func credentials(_ authorization: Authorization, _ header: String, _ value: String) async throws {
    try await withClient(authorization) { client in
      let request = try await client.get("/echo/x")
      #expect(request.headers[header] == value)
      let open = try await client.get("/echo/x", authorized: false)
      #expect(open.headers[header] == nil)
    }
  }

  @Test func requestsWithoutABody() async throws {
    try await withClient { client in
      let post = try await client.send(nil, id: "1")
      #expect(post.body == "" && post.headers["content-type"] == nil && post.method == "POST")
      let get = try await client.get("/echo/x?beta=true")
      #expect(get.body == "" && get.headers["content-type"] == nil && get.target == "/echo/x?beta=true")
      try await client.nothing()
    }
  }

  @Test func otherBodies() async throws {
    try await withClient { client in
      let text = try await client.sendText("héllo")
      #expect(text.text == "héllo" && text.headers["content-type"] == "text/plain; charset=utf-8")
      #expect(text.method == "PATCH")
      #expect(try await client.page() == "<p>é</p>")
    }
  }

  @Test func aFileIsUploaded() async throws {
    try await withClient { client in
      let bytes = Data((0...255).map { UInt8($0) } + Array("\r\n--schema-".utf8))
      let upload = Echo.Upload(
        prompt: "é",
        image: FileUpload(data: bytes, filename: "a \"b\".png", contentType: "image/png")
      )
      let request = try await client.upload(upload)
      let type = try #require(request.headers["content-type"])
      let boundary = try #require(type.split(separator: "boundary=").last)
      #expect(type == "multipart/form-data; boundary=\(boundary)")
      let head = "--\(boundary)\r\nContent-Disposition: form-data; name="
      let expected =
        Data("\(head)\"prompt\"\r\n\r\né\r\n\(head)\"image\"; filename=\"a %22b%22.png\"\r\n".utf8)
        + Data("Content-Type: image/png\r\n\r\n".utf8) + bytes + Data("\r\n--\(boundary)--\r\n".utf8)
      #expect(Data(base64Encoded: request.body) == expected)
    }
  }

  @Test func documentedErrors() async throws {
    try await withClient { client in
      let exact = await #expect(throws: ResponseError<Echo.Problem>.self) { try await client.problem(429) }
      #expect(exact?.status == 429 && exact?.body.code == "E429" && exact?.operation == "problem")
      #expect(exact?.headers[.contentType]?.hasPrefix("application/json") == true)
      #expect(exact.map { String(decoding: $0.bytes, as: UTF8.self) }?.contains("sesame-1") == true)
      #expect(
        exact?.description == #"problem: status 429, body: {"code":"E429","message":"no such key: [redacted]"}"#
      )
      let range = await #expect(throws: ResponseError<JSONValue>.self) { try await client.problem(503) }
      #expect(range?.body["code"] == "E503")
      let unfit = await #expect(throws: ResponseDecodingError.self) { try await client.problem(422) }
      #expect(unfit?.status == 422 && unfit?.expected == "an array" && unfit?.found == "an object")
    }
  }

  @Test func undocumentedErrors() async throws {
    try await withClient { client in
      let error = await #expect(throws: UnexpectedResponse.self) { try await client.problem(404) }
      #expect(error?.status == 404 && error?.operation == "problem")
      #expect(error.flatMap { try? JSONValue(parsing: $0.body) }?["code"] == "E404")
      #expect(
        error?.description
          == #"problem: undocumented status 404, body: {"code":"E404","message":"no such key: [redacted]"}"#
      )
    }
  }

  @Test func bodiesThatDoNotFit() async throws {
    try await withClient { client in
      let unfit = await #expect(throws: ResponseDecodingError.self) { try await client.get("/unfit") }
      #expect(
        unfit?.description == "get: status 200, method: expected a string, found the number 1, body: {\"method\":1}"
      )
      #expect(unfit.map { String(decoding: $0.body, as: UTF8.self) } == #"{"method":1}"#)
      let page = await #expect(throws: ResponseDecodingError.self) { try await client.get("/page") }
      #expect(page?.expected == "JSON")
      let empty = await #expect(throws: ResponseDecodingError.self) { try await client.get("/nothing") }
      #expect(empty?.found == "an empty body" && empty?.status == 204)
    }
  }

  @Test func aBodyThatBreaksOffIsNoBody() async throws {
    try await withClient { client in
      let error = await #expect(throws: TransportFailure.self) { try await client.get("/broken") }
      #expect(error?.operation == "get")
    }
  }

  @Test func largeBodies() async throws {
    try await withClient { client in
      let data = try await client.large(20_000_000)
      #expect(data.count == 20_000_000 && data.allSatisfy { $0 == 97 })
      let text = String(repeating: "é", count: 2_000_000)
      #expect(try await client.sendText(text).text == text)
      var limited = client
      limited.connection.bodyLimit = 999
      let error = await #expect(throws: TransportFailure.self) { try await limited.large(1000) }
      #expect(error?.description == "large: the body has more than 999 bytes")
    }
  }

  @Test func cancellationEndsTheCall() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    try await LoopbackServer.run(EchoRouter.make(arrived: arrived)) { server in
      let client = Echo.Client(transport: URLSessionTransport(), server: Server(server.url))
      let call = Task { try await client.get("/hang") }
      for await _ in arrivals { break }
      call.cancel()
      await #expect(throws: CancellationError.self) { try await call.value }
      let early = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await client.get("/echo/x")
      }
      await #expect(throws: CancellationError.self) { try await early.value }
    }
  }

  /// The end of a call may be there before anybody waits for it.
  @Test func callsThatAreCancelledBeforeTheyBegin() async throws {
    let transport = URLSessionTransport(configuration: .default)
    let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:1", path: "/")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<500 {
        group.addTask {
          withUnsafeCurrentTask { $0?.cancel() }
          await #expect(throws: CancellationError.self) { try await transport.send(request, body: nil) }
        }
      }
    }
  }

  @Test func chunksArriveAsTheyAreSent() async throws {
    let (releases, released) = AsyncStream.makeStream(of: Void.self)
    try await LoopbackServer.run(EchoRouter.make(released: releases)) { server in
      let transport = URLSessionTransport(configuration: .default)
      let request = HTTPRequest(
        method: .get,
        scheme: "http",
        authority: "127.0.0.1:\(server.port)",
        path: "/chunks"
      )
      let (response, body) = try await transport.send(request, body: nil)
      #expect(response.status == .ok)
      var chunks: [String] = []
      for try await chunk in body {
        chunks.append(String(decoding: chunk, as: UTF8.self))
        // The server sends the rest only now.
        released.yield()
      }
      #expect(chunks == ["first", "second"])
    }
  }

  @Test("redirects within the origin keep credentials", arguments: [301, 302, 303, 307, 308])
  func redirectsWithin(_ status: Int) async throws {
    try await withClient { client in
      let request = try await client.get("/redirect/\(status)", trace: "t")
      #expect(request.target == "/echo/redirected")
      #expect(request.headers["authorization"] == "Bearer sesame-1" && request.headers["x-trace"] == "t")
    }
  }

  @Test(
    "redirects to another origin lose credentials",
    arguments: [
      Authorization.bearer("sesame-1"), .basic(user: "u", password: "sesame-1"),
      .apiKey("sesame-1", name: "X-Api-Key", in: .header), .apiKey("sesame-1", name: "key", in: .query),
      .apiKey("sesame-1", name: "key", in: .cookie),
    ]
  )
  func redirectsElsewhere(_ authorization: Authorization) async throws {
    try await LoopbackServer.run(EchoRouter.make()) { other in
      try await LoopbackServer.run(EchoRouter.make(redirect: other.url + "/echo/other")) { server in
        let client = Echo.Client(
          transport: URLSessionTransport(),
          authorization: authorization,
          server: Server(server.url)
        )
        for status in [301, 302, 307, 308] {
          let request = try await client.get("/redirect/\(status)", trace: "t")
          #expect(request.target == "/echo/other")
          #expect(request.headers["x-trace"] == "t")
          for name in ["authorization", "x-api-key", "cookie"] { #expect(request.headers[name] == nil, "\(name)") }
          #expect(!"\(request)".contains("sesame"))
        }
      }
    }
  }

  @Test func aServerThatIsNotThere() async throws {
    let client = Echo.Client(
      transport: URLSessionTransport(),
      authorization: .apiKey("sesame-1", name: "key", in: .query),
      // Of all ports, this one is the least used.
      server: "http://127.0.0.1:1"
    )
    let error = await #expect(throws: TransportFailure.self) { try await client.get("/echo/x") }
    #expect(error?.operation == "get" && error?.underlying is URLError)
    #expect(error?.description.hasPrefix("get: ") == true && error?.description.contains("sesame") == false)
    #expect(error?.description.contains("NSURLErrorDomain") == true && error?.description.contains("UserInfo") == false)
    #expect("\(client)".contains("sesame") == false)
    let unusable = Echo.Client(transport: URLSessionTransport(), server: "/v1")
    await #expect(throws: InvalidServer.self) { try await unusable.get("/echo/x") }
  }
}
