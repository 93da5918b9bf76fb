import GeneratedModelsCalls
import HTTPTypes
import SchemaCalls
import SchemaRuntime
import Testing

/// The check of documented calls itself: it must say what is wrong.
@Suite(.timeLimit(.minutes(15))) struct CallCheckTests {
  /// A documented call of the relay.
  private static func call(_ name: String, _ answers: [DocumentedCall.Answer]) -> DocumentedCall {
    var call = DocumentedCall(label: name, name: name, answers: answers)
    call.arguments.add(.string("1"), location: "path", name: "id")
    call.arguments.bodyValue = ["model": "m", "messages": [["role": "user", "content": "hi"]]]
    return call
  }

  /// What is wrong with a call that is answered in some way.
  private static func failures(_ call: DocumentedCall, _ transport: InProcessTransport) async -> [String] {
    await CallCheck(RelayCalls.self, transport: transport, server: "http://localhost", credentials: [.bearer])
      .failures(of: call)
  }

  /// A response in JSON.
  private static let success = DocumentedCall.Answer(
    status: "200",
    mediaType: "application/json",
    examples: [[["code": 1, "description": "ok", "result": "7"]]]
  )

  @Test func whatIsDocumentedHolds() async {
    let call = Self.call("fetchTaskSeed", [Self.success])
    let transport = InProcessTransport(#"{"result": "7", "code": 1, "description": "ok"}"#)
    #expect(await Self.failures(call, transport) == [])
  }

  @Test func anotherValueIsTold() async {
    let call = Self.call("fetchTaskSeed", [Self.success])
    let transport = InProcessTransport(#"{"result": "8", "code": 1, "description": "ok"}"#)
    #expect(
      await Self.failures(call, transport) == [#"other than documented: result: expected "7", found "8""#]
    )
  }

  @Test func theWantedExampleMustCome() async {
    var call = Self.call("fetchTaskSeed", [Self.success])
    call.wanted = [["code": 2, "description": "ok", "result": "7"]]
    let transport = InProcessTransport(#"{"result": "7", "code": 1, "description": "ok"}"#)
    #expect(await Self.failures(call, transport) == ["other than documented: code: expected 2, found 1"])
  }

  @Test func aBodyThatTheModelDoesNotTakeIsTold() async throws {
    let failures = await Self.failures(Self.call("fetchTaskSeed", [Self.success]), InProcessTransport("[1]"))
    #expect(try #require(failures.first).hasPrefix("ResponseDecodingError: fetchTaskSeed: "))
  }

  @Test func undocumentedStatusesAreTold() async throws {
    let answer = InProcessTransport(status: 203, #"{"code": 1, "description": "ok"}"#)
    #expect(
      await Self.failures(Self.call("fetchTaskSeed", [Self.success]), answer) == ["status 203 is not documented"]
    )
    let failures = await Self.failures(Self.call("fetchTaskSeed", [Self.success]), InProcessTransport(status: 418, ""))
    #expect(try #require(failures.first).hasPrefix("UnexpectedResponse: "))
  }

  @Test func errorsMustBeOfTheirType() async throws {
    var call = Self.call(
      "fetchTask",
      [DocumentedCall.Answer(status: "429", mediaType: "application/json", examples: [])]
    )
    call.outcome = .typedError
    call.status = 429
    let error = #"{"error": {"message": "slow down", "type": "limit", "param": null, "code": null}}"#
    #expect(await Self.failures(call, InProcessTransport(status: 429, error)) == [])
    #expect(await Self.failures(call, InProcessTransport(status: 401, error)) == ["status 401 came, not 429"])
    call.outcome = .error
    #expect(
      try #require(await Self.failures(call, InProcessTransport(status: 429, error)).first).hasPrefix("ResponseError")
    )
    call.outcome = .success
    #expect(
      try #require(await Self.failures(call, InProcessTransport(status: 429, error)).first).hasPrefix("ResponseError")
    )
  }

  @Test func theElementsOfAStreamAreCompared() async {
    let chunk = #"{"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[]}"#
    let value: JSONValue = ["id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []]
    func answer(_ examples: [[JSONValue]]) -> DocumentedCall.Answer {
      DocumentedCall.Answer(status: "200", mediaType: "text/event-stream", examples: examples)
    }
    let transport = InProcessTransport(mediaType: "text/event-stream", "data: \(chunk)\n\ndata: [DONE]\n\n")
    let name = "streamChatCompletion"
    #expect(await Self.failures(Self.call(name, [answer([[value]])]), transport) == [])
    #expect(
      await Self.failures(Self.call(name, [answer([[value, value]])]), transport)
        == ["other than documented: 1 elements, not 2"]
    )
  }

  @Test func namesThatTheTableLacksAreTold() async {
    let failures = await Self.failures(Self.call("nothing", []), InProcessTransport("{}"))
    #expect(failures == ["nothing was sent: UnknownCall: the table has no call of this name"])
  }
}
