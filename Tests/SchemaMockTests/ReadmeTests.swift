import Foundation
import GeneratedModels
import HTTPTypes
import SchemaMock
import SchemaRuntime
import Testing

/// The calls that README.md shows, as they stand there, against a mock in this process.
@Suite(.timeLimit(.minutes(15))) struct ReadmeTests {
  /// Stands in for the one that has a network.
  private struct URLSessionTransport: ClientTransport {
    /// The mock.
    private static let site = try? Mock.site(Mock.spec("relay"))

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
      try await #require(Self.site).transport.send(request, body: body)
    }
  }

  /// What snippets print. `@unchecked`: the lock guards it.
  private final class Output: @unchecked Sendable {
    /// Guards `storage`.
    private let lock = NSLock()
    /// The text so far.
    private var storage = ""

    /// The text so far.
    var text: String { lock.withLock { storage } }

    /// Goes on with a text.
    func append(_ text: String) { lock.withLock { storage += text } }
  }

  /// What a snippet has written.
  private let output = Output()
  /// The credentials.
  private let key = "any"
  /// The client that the snippets speak of.
  private var client = Relay.Client(transport: URLSessionTransport(), authorization: .bearer("any"))
  /// The request that the snippets speak of.
  private let request = Relay.ChatCompletionRequest(model: "gpt-4o", messages: [.user("hi")])

  /// The part of README.md that a test is about.
  private enum Part {
    /// All of it.
    case all
    /// The code of the sections about clients.
    case calls
  }

  /// A part of README.md.
  private static func readme(_ part: Part) throws -> String {
    let text = try String(contentsOf: Mock.package.appending(path: "README.md"), encoding: .utf8)
    guard case .calls = part else { return text }
    let sections = [("### A server to try it against", "## Calling an API"), ("## Calling an API", "## Configuration")]
    return try sections.map { start, end in
      let start = try #require(text.firstRange(of: "\n\(start)\n"))
      let end = try #require(text[start.upperBound...].firstRange(of: "\n\(end)\n"))
      return String(text[start.upperBound..<end.lowerBound])
    }.joined()
  }

  /// Lines without their indentation, which is another one in a test.
  private static func lines(_ text: some StringProtocol) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  @Test func everySnippetStandsInATest() throws {
    let sources = try [#filePath, "\(Mock.package.path)/Tests/Goldens/CallTests.swift"].map {
      Self.lines(try String(contentsOfFile: $0, encoding: .utf8))
    }
    let blocks = try Self.readme(.calls).split(separator: "\n```swift\n").dropFirst()
    #expect(blocks.count >= 7)
    for block in blocks {
      let code = try #require(block.firstRange(of: "\n```")).lowerBound
      // Statements that stand apart may do so in the test as well.
      for snippet in Self.lines(block[..<code]).split(separator: "\n\n") {
        #expect(sources.contains { $0.contains(snippet) }, "\(snippet)")
      }
    }
  }

  /// Writes to the output.
  private func print(_ text: String, terminator: String = "\n") { output.append(text + terminator) }

  @Test func oneLine() async throws {
    let client = Relay.Client(transport: URLSessionTransport(), authorization: .bearer(key))
    let reply = try await client.createChatCompletion(.init(model: "gpt-4o", messages: [.user("hi")]))
    print(reply.choices[0].message.content ?? "")
    #expect(output.text == "Air scatters blue light more than red.\n")
  }

  @Test func theTour() async throws {
    let client = Relay.Client(transport: URLSessionTransport(), authorization: .bearer(key))
    let list = try await client.createEmbedding(.init(model: "text-embedding-3-small", input: "hello"))
    #expect(!list.data.isEmpty)
    let readme = try Self.readme(.all)
    for line in [
      "let client = Relay.Client(transport: URLSessionTransport(), authorization: .bearer(key))",
      "let list = try await client.createEmbedding(.init(model: \"text-embedding-3-small\", input: \"hello\"))",
    ] {
      #expect(readme.contains(line))
    }
  }

  @Test func streams() async throws {
    for try await chunk in try await client.streamChatCompletion(request) {
      print(chunk.choices.first?.delta.content ?? "", terminator: "")
    }
    #expect(output.text == "Hello!")
  }

  /// Is compiled and not run: the files are not there.
  private func uploads() async throws {
    let talk = try FileUpload(file: "talk.mp3", contentType: "audio/mpeg")
    let text = try await client.createTranscription(.init(file: talk, model: "whisper-1")).text
    print(text)
  }

  @Test func theMock() async throws {
    let relay = Relay.Client(
      transport: URLSessionTransport(),
      authorization: .bearer("any"),
      server: "http://127.0.0.1:8080"
    )
    let reply = try await relay.createChatCompletion(request)
    print(reply.choices[0].message.content ?? "")

    let limited = relay.with(headers: ["Prefer": "status=429"])
    do { _ = try await limited.createChatCompletion(request) } catch { print("\(error)") }
    #expect(try Self.readme(.all).contains("```\n\(output.text)```"))
  }

  @Test func moreThanTheBody() async throws {
    let full = try await client.response { try await $0.createChatCompletion(request) }
    print("\(full.status) \(full.headers[.contentType] ?? "") \(full.value.id)")

    let careful = client.with(timeout: .seconds(5), headers: ["X-Trace": "1"], idempotencyKey: .random)
    #expect(try await careful.createChatCompletion(request) == full.value)
    #expect(output.text == "200 application/json chatcmpl-B1\n")
  }

  @Test func errors() async throws {
    let client = client.with(headers: ["Prefer": "status=429"])
    do {
      let reply = try await client.createChatCompletion(request)
      print(reply.id)
    } catch let error as ResponseError<Relay.ErrorResponse> {
      print("\(error.status): \(error.body.error.message)")
    }
    #expect(output.text.hasPrefix("429: "))
  }

  /// Is compiled and not run: there is no server for tokens.
  private mutating func credentialsAndMiddleware() {
    client.connection.authorization = .clientCredentials(
      tokenURL: "https://auth.example.com/token",
      clientID: "me",
      clientSecret: key
    )
    client.connection.middleware = [RetryMiddleware(), RateLimitMiddleware(requests: 10)]
  }
}
