import Foundation
import HTTPTypes
import Hummingbird
import SchemaRuntime

/// Routes that show what a request looked like when it arrived, and routes that misbehave.
enum EchoRouter {
  /// A response with a JSON body.
  private static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }

  /// What a request looked like.
  private static func echo(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 64 * 1024 * 1024)
    let headers = request.headers.map { ($0.name.canonicalName, JSONValue.string($0.value)) }
    let value: JSONValue = [
      "method": .string(request.method.rawValue), "target": .string(request.uri.string),
      "headers": .object(Dictionary(headers) { "\($0.stringValue ?? "") | \($1.stringValue ?? "")" }),
      "body": .string(Data(body.readableBytesView).base64EncodedString()),
    ]
    return json(value.description)
  }

  /// Makes the routes.
  ///
  /// - Parameters:
  ///   - redirect: where `/redirect` leads to; nil for `/echo/redirected` of the same server.
  ///   - arrived: hears of each request to `/hang` and each first chunk of `/chunks`.
  ///   - released: ends the second chunk's wait in `/chunks`.
  static func make(
    redirect: String? = nil,
    arrived: AsyncStream<Void>.Continuation? = nil,
    released: AsyncStream<Void>? = nil
  ) -> Router<BasicRequestContext> {
    let router = Router()
    for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
      router.on("echo/**", method: method) { request, _ in try await echo(request) }
    }
    router.get("problem/{status}") { _, context in
      let status = try context.parameters.require("status", as: Int.self)
      return json(#"{"code":"E\#(status)","message":"no such key: sesame-1"}"#, status: .init(code: status))
    }
    router.get("unfit") { _, _ in json(#"{"method":1}"#) }
    router.get("page") { _, _ in
      Response(status: .ok, headers: [.contentType: "text/html"], body: .init(byteBuffer: .init(string: "<p>é</p>")))
    }
    router.get("nothing") { _, _ in Response(status: .noContent) }
    router.get("redirect/{status}") { _, context in
      let status = try context.parameters.require("status", as: Int.self)
      return Response(status: .init(code: status), headers: [.location: redirect ?? "/echo/redirected"])
    }
    router.get("large/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 97, count: count)))
    }
    router.get("hang") { _, _ in
      arrived?.yield()
      try await Task.sleep(for: .seconds(600))
      return json("{}")
    }
    router.get("chunks") { _, _ in
      Response(
        status: .ok,
        body: ResponseBody { writer in
          try await writer.write(ByteBuffer(string: "first"))
          if let released { for await _ in released { break } }
          try await writer.write(ByteBuffer(string: "second"))
          try await writer.finish(nil)
        }
      )
    }
    router.get("broken") { _, _ in
      Response(
        status: .ok,
        body: ResponseBody(contentLength: 1000) { writer in
          try await writer.write(ByteBuffer(string: #"{"method":"GET","#))
          throw HTTPError(.internalServerError)
        }
      )
    }
    return router
  }
}
