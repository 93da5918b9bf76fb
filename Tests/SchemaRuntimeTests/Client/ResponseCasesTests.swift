import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Successes that are told apart by status and media type.
@Suite struct ResponseCasesTests {
  /// The shape that is generated.
  private enum Result: ResponseCases {
    case ok([Int])
    case page(String)
    case accepted(HTTPBody)
    case noContent
    case notModified

    init(from response: DocumentedResponse) throws {
      switch response.status {
      case 200 where response.mediaType == "text/html": self = .page(try response.text())
      case 200: self = .ok(try response.value())
      case 202: self = .accepted(response.body())
      case 204: self = .noContent
      case 304: self = .notModified
      default: throw response.undocumented()
      }
    }
  }

  /// Calls a server that answers so.
  private func call(_ status: Int, _ text: String, _ mediaType: String = "application/json") async throws -> Result {
    var call = Call("op", .get, "/")
    call.failure(.code(409), [Int].self)
    let connection = Connection { _, _ in (.init(mediaType, status: status), HTTPBody(Chunks([text]), length: nil)) }
    return try await connection.value(of: call)
  }

  @Test func cases() async throws {
    guard case .ok([1]) = try await call(200, "[1]") else { return #expect(Bool(false)) }
    guard case .page("[1]") = try await call(200, "[1]", "TEXT/html ; charset=utf-8") else {
      return #expect(Bool(false))
    }
    guard case .noContent = try await call(204, "") else { return #expect(Bool(false)) }
    guard case .notModified = try await call(304, "") else { return #expect(Bool(false)) }
    guard case .accepted(let body) = try await call(202, "x") else { return #expect(Bool(false)) }
    #expect(body.bytes == nil && body.length == nil)
    #expect(try await body.collect(upTo: 10) == [0x78])
  }

  @Test func errors() async {
    let documented = await #expect(throws: ResponseError<[Int]>.self) { try await call(409, "[2]") }
    #expect(documented?.body == [2])
    for status in [201, 500] {
      let error = await #expect(throws: UnexpectedResponse.self) { try await call(status, "x") }
      #expect(error?.status == status && error?.body == [0x78])
    }
    let unfit = await #expect(throws: ResponseDecodingError.self) { try await call(200, "{}") }
    #expect(unfit?.expected == "an array")
  }

  @Test func bodiesThatArrive() async throws {
    let connection = Connection { _, _ in
      (.init("audio/mpeg"), HTTPBody(Chunks(["a", "", "b"], error: Broken()), length: 9))
    }
    let body = try await connection.body(of: Call("speech", .get, "/"))
    #expect(body.length == 9)
    var chunks: [[UInt8]] = []
    let error = await #expect(throws: TransportFailure.self) {
      for try await chunk in body { chunks.append(chunk) }
    }
    #expect(chunks == [[0x61], [0x62]] && error?.operation == "speech" && error?.underlying is Broken)
    let refused = Connection { _, _ in (.init("text/plain", status: 404), HTTPBody("no")) }
    await #expect(throws: UnexpectedResponse.self) { try await refused.body(of: Call("speech", .get, "/")) }
  }
}
