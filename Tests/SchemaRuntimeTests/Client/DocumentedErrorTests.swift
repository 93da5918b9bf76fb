import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Documented errors with a body and without one, and what the document does not know.
@Suite struct DocumentedErrorTests {
  /// The body of an error.
  private struct Problem: Codable, Hashable {
    var title: String
  }

  /// Calls an operation that documents some errors; the response has this status and body.
  private func call(_ status: Int, body: String = "", _ document: (inout Call) -> Void) async throws {
    let fields: HTTPFields = [.contentType: "application/json", .retryAfter: "7"]
    let connection = Connection { _, _ in (.init(status: .init(code: status), headerFields: fields), HTTPBody(body)) }
    var call = Call("deletePet", .delete, "/pets/7")
    document(&call)
    try await connection.complete(call)
  }

  /// Documents 404 and 409 without a body, 422 with one.
  private static func document(_ call: inout Call) {
    call.failure(.code(422), Problem.self)
    call.failures(404, 409)
  }

  @Test(arguments: [404, 409])
  func `an error without a body is told from others`(status: Int) async throws {
    let error = await #expect(throws: ResponseError<Void>.self) { try await call(status, Self.document) }
    #expect(error?.status == status && error?.operation == "deletePet" && error?.bytes == [])
    #expect(error?.headers[.retryAfter] == "7")
    #expect(error?.description == "deletePet: documented status \(status), no body")
  }

  @Test func `a body that came all the same is kept`() async throws {
    let error = await #expect(throws: ResponseError<Void>.self) {
      try await call(404, body: "{\"a\": 1}", Self.document)
    }
    #expect(error.map { String(decoding: $0.bytes, as: UTF8.self) } == "{\"a\": 1}")
    #expect(error?.description == "deletePet: documented status 404, body: {\"a\": 1}")
  }

  @Test func `an error with a body and one that nobody documents are what they were`() async throws {
    let known = await #expect(throws: ResponseError<Problem>.self) {
      try await call(422, body: #"{"title": "no"}"#, Self.document)
    }
    #expect(known?.body.title == "no")
    let unknown = await #expect(throws: UnexpectedResponse.self) { try await call(410, Self.document) }
    #expect(unknown?.status == 410)
  }

  @Test func `ranges and the default stand for all that is not named`() async throws {
    let document: (inout Call) -> Void = { call in
      call.failure(.code(422), Problem.self)
      call.failures(.range(4))
    }
    await #expect(throws: ResponseError<Void>.self) { try await call(418, document) }
    await #expect(throws: UnexpectedResponse.self) { try await call(500, document) }
    await #expect(throws: ResponseError<Problem>.self) { try await call(422, body: #"{"title": "no"}"#, document) }
    await #expect(throws: ResponseError<Void>.self) { try await call(500) { $0.failures(.default) } }
  }

  @Test func `the body of all errors counts for a status that is listed beside it`() async throws {
    let document: (inout Call) -> Void = { call in
      call.failures(401)
      call.failure(.default, Problem.self)
      call.failure(.range(4), [Problem].self)
    }
    let error = await #expect(throws: ResponseError<[Problem]>.self) {
      try await call(401, body: #"[{"title": "no"}]"#, document)
    }
    #expect(error?.body == [Problem(title: "no")])
    // What is not that body is kept as it came, and without one nothing is missing.
    let other = await #expect(throws: ResponseError<Void>.self) { try await call(401, body: "<html>", document) }
    #expect(other.map { String(decoding: $0.bytes, as: UTF8.self) } == "<html>")
    await #expect(throws: ResponseError<Void>.self) { try await call(401, document) }
    // Any JSON says nothing.
    await #expect(throws: ResponseError<Void>.self) {
      try await call(401, body: "{}") { call in
        call.failures(401)
        call.failure(.default, JSONValue.self)
      }
    }
  }

  @Test func `no event of a stream is an error without a body`() async throws {
    let text = "event: error\ndata: {\"code\": 1}\n\n"
    let connection = Connection { _, _ in (.init("text/event-stream", status: 200), HTTPBody(text)) }
    var call = Call("listen", .get, "/")
    call.failures(404, .default)
    let events: EventStream<[Int]> = try await connection.events(of: call)
    let error = await #expect(throws: StreamFailure.self) { for try await _ in events {} }
    #expect(error?.reason == .error(ServerSentEvent(event: "error", data: "{\"code\": 1}")))
  }

  @Test func `the error of an operation with several successes is the documented one`() async throws {
    /// Two successes.
    enum Result: ResponseCases {
      case ok, accepted

      init(from response: DocumentedResponse) throws {
        switch response.status {
        case 200: self = .ok
        case 202: self = .accepted
        default: throw response.undocumented()
        }
      }
    }
    for (status, isDocumented) in [(404, true), (410, false)] {
      let connection = Connection { _, _ in (.init("text/plain", status: status), .empty) }
      var call = Call("start", .post, "/")
      call.failures(404)
      do {
        let result: Result = try await connection.value(of: call)
        Issue.record("\(result) came with \(status)")
      } catch {
        #expect(isDocumented ? error is ResponseError<Void> : error is UnexpectedResponse)
      }
    }
  }
}
