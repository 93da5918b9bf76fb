import Foundation
import SchemaRuntime

/// A client of the shape that is generated, for the routes of `EchoRouter`.
enum Echo {
  /// What a request looked like when it arrived.
  struct Request: SchemaObject {
    var method: String
    var target: String
    var headers: [String: String]
    var body: String

    init(from reader: ObjectReader) throws {
      method = try reader.string("method")
      target = try reader.string("target")
      headers = try reader.value("headers")
      body = try reader.string("body")
    }

    func write(to writer: inout ObjectWriter) throws {
      try writer.string("method", method)
      try writer.string("target", target)
      try writer.value("headers", headers)
      try writer.string("body", body)
    }

    /// The body as text.
    var text: String { String(decoding: Data(base64Encoded: body) ?? Data(), as: UTF8.self) }
  }

  /// A documented error.
  struct Problem: SchemaObject {
    var code: String

    init(from reader: ObjectReader) throws { code = try reader.string("code") }
    func write(to writer: inout ObjectWriter) throws { try writer.string("code", code) }
  }

  /// A form with a file.
  struct Upload: SchemaObject {
    var prompt: String
    var image: FileUpload

    init(prompt: String, image: FileUpload) {
      self.prompt = prompt
      self.image = image
    }

    init(from reader: ObjectReader) throws {
      prompt = try reader.string("prompt")
      image = try reader.value("image")
    }

    func write(to writer: inout ObjectWriter) throws {
      try writer.string("prompt", prompt)
      try writer.value("image", image)
    }
  }

  /// Calls the API.
  struct Client: APIClient {
    var connection: Connection

    init(transport: any ClientTransport, authorization: Authorization? = nil, server: Server) {
      connection = Connection(transport: transport, server: server, authorization: authorization)
    }

    func send(
      _ body: JSONValue?,
      id: String,
      limit: Int? = nil,
      tags: [String]? = nil,
      trace: String? = nil,
      session: String? = nil
    ) async throws -> Request {
      var call = Call("send", .post, "/echo/{id}/completions")
      call.path("id", id)
      call.query("limit", limit)
      call.query("tags", tags)
      call.header("X-Trace", trace)
      call.cookie("session", session)
      call.body(json: body)
      return try await connection.value(of: call)
    }

    func get(_ path: String, authorized: Bool = true, trace: String? = nil) async throws -> Request {
      var call = Call("get", .get, path, authorized: authorized)
      call.header("X-Trace", trace)
      call.cookie("session", trace)
      return try await connection.value(of: call)
    }

    func problem(_ status: Int) async throws -> Request {
      var call = Call("problem", .get, "/problem/{status}")
      call.path("status", status)
      call.failure(.code(429), Problem.self)
      call.failure(.range(5), JSONValue.self)
      call.failure(.code(422), [Int].self)
      return try await connection.value(of: call)
    }

    func upload(_ body: Upload) async throws -> Request {
      var call = Call("upload", .put, "/echo/upload")
      call.body(multipart: body)
      return try await connection.value(of: call)
    }

    func sendText(_ body: String) async throws -> Request {
      var call = Call("sendText", .patch, "/echo/text")
      call.body(text: body)
      return try await connection.value(of: call)
    }

    func page() async throws -> String {
      try await connection.text(of: Call("page", .get, "/page", accept: ["text/html"]))
    }

    func nothing() async throws { try await connection.complete(Call("nothing", .get, "/nothing")) }

    func large(_ count: Int) async throws -> Data {
      var call = Call("large", .get, "/large/{count}")
      call.path("count", count)
      return try await connection.data(of: call)
    }
  }
}
