import Foundation
import Testing

@testable import SchemaRuntime

/// Bodies become bytes.
@Suite(.timeLimit(.minutes(15))) struct BodyTests {
  /// A form with parts of every kind.
  private struct Form: Encodable {
    var prompt = "a\r\nb"
    var count = 2
    var flag = true
    var nothing: String?
    var tags = ["x", "y"]
    var options = ["k": 1]
    var image = FileUpload(data: Data([0, 255, 13, 10]), filename: "a\"b\r\n.png", contentType: "image/png")
    var more = [FileUpload(data: Data("m".utf8), filename: "m")]
    var raw = Data([1])
  }

  /// A body in memory as text.
  private func text(_ body: HTTPBody) -> String? { body.bytes.map { String(decoding: $0, as: UTF8.self) } }

  @Test func multipart() throws {
    var call = Call("op", .post, "/")
    let form = try MultipartForm(Form(), of: call)
    let head = "--B\r\nContent-Disposition: form-data; name="
    let expected =
      "\(head)\"prompt\"\r\n\r\na\r\nb\r\n\(head)\"count\"\r\n\r\n2\r\n\(head)\"flag\"\r\n\r\ntrue\r\n"
      + "\(head)\"tags\"\r\n\r\nx\r\n\(head)\"tags\"\r\n\r\ny\r\n"
      + "\(head)\"options\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n"
      + "\(head)\"image\"; filename=\"a%22b%0D%0A.png\"\r\nContent-Type: image/png\r\n\r\n"
    let rest =
      "\r\n\(head)\"more\"; filename=\"m\"\r\nContent-Type: application/octet-stream\r\n\r\nm\r\n"
      + "\(head)\"raw\"\r\nContent-Type: application/octet-stream\r\n\r\n\u{1}\r\n--B--\r\n"
    #expect(form.body(boundary: "B").bytes == Array(expected.utf8) + [0, 255, 13, 10] + Array(rest.utf8))
    #expect(MultipartForm.boundary() != MultipartForm.boundary())
    call.body(multipart: Form())
    let type = try #require(call.contentType)
    #expect(type.hasPrefix("multipart/form-data; boundary=schema-"))
    let boundary = type.dropFirst("multipart/form-data; boundary=".count)
    #expect(boundary.count <= 70)
    #expect(call.body?.bytes?.starts(with: "--\(boundary)\r\n".utf8) == true)
  }

  @Test func hostileForms() throws {
    let call = Call("op", .post, "/")
    let file = FileUpload(data: Data(), filename: "f", contentType: "text/plain\r\nX: y")
    #expect(throws: InvalidCall.self) { try MultipartForm(["a": file], of: call) }
    #expect(throws: InvalidCall.self) { try MultipartForm([1], of: call) }
    let form = try MultipartForm(["a\"\r\n\r\nb": ""], of: call)
    #expect(
      text(form.body(boundary: "B"))
        == "--B\r\nContent-Disposition: form-data; name=\"a%22%0D%0A%0D%0Ab\"\r\n\r\n\r\n--B--\r\n"
    )
    #expect(
      text(try MultipartForm([:] as [String: Int], of: call).body(boundary: "B")) == "--B--\r\n"
    )
  }

  /// A file deeper than a form's properties.
  private struct Deep: Encodable {
    var meta: [String: [FileUpload]]
  }

  @Test func filesWhereNoBodyHoldsThem() throws {
    let deep = Deep(meta: ["files": [FileUpload(data: Data("m".utf8), filename: "m.txt")]])
    let refusal = { (place: String) in
      "op: the file at \"\(place)\" cannot be sent: only a property of a multipart form itself holds a file's bytes"
    }
    let error = { (set: (inout Call) -> Void) in
      var call = Call("op", .post, "/")
      set(&call)
      return call.problem.map { "\($0)" }
    }
    #expect(error { $0.body(multipart: deep) } == refusal("meta.files[0]"))
    #expect(error { $0.body(urlEncoded: deep) } == refusal("meta.files[0]"))
    #expect(error { $0.body(json: deep) } == refusal("meta.files[0]"))
    #expect(error { $0.body(json: [deep.meta]) } == refusal("[0].files[0]"))
    #expect(error { $0.body(urlEncoded: ["file": deep.meta["files"]?.first]) } == refusal("file"))
    #expect(error { $0.body(multipart: deep.meta) } == nil)
    let styled = error {
      $0.field("files", style: .form, explode: true)
      $0.body(multipart: deep.meta)
    }
    #expect(styled == refusal("files[0]"))
    // A file that was read from JSON, as in documented examples, is its name alone.
    let named = try JSONCoding.decode([String: [FileUpload]].self, from: Array(#"{"files":["m.txt"]}"#.utf8))
    var call = Call("op", .post, "/")
    call.body(json: named)
    #expect(call.problem == nil && call.body.flatMap(text) == #"{"files":["m.txt"]}"#)
  }

  @Test func others() throws {
    let body = { (set: (inout Call) -> Void) in
      var call = Call("op", .post, "/")
      set(&call)
      if let problem = call.problem { throw problem }
      return "\(call.contentType ?? "none"): \(call.body?.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "none")"
    }
    #expect(try body { $0.body(json: ["a": "/é\u{1}"]) } == #"application/json: {"a":"/é\u0001"}"#)
    #expect(try body { $0.body(json: 1, mediaType: "application/x+json") } == "application/x+json: 1")
    #expect(try body { $0.body(json: JSONValue?.none) } == "none: none")
    #expect(try body { $0.body(multipart: Form?.none) } == "none: none")
    #expect(try body { $0.body(text: "é") } == "text/plain; charset=utf-8: é")
    #expect(try body { $0.body(text: nil) } == "none: none")
    #expect(try body { $0.body(data: Data("d".utf8)) } == "application/octet-stream: d")
    let form: JSONValue = ["a b": "c d+&=é~*", "l": [1, 2], "n": .null, "o": ["x": 1]]
    #expect(
      try body { $0.body(urlEncoded: form) } == "application/x-www-form-urlencoded: "
        + "a+b=c+d%2B%26%3D%C3%A9%7E*&l=1&l=2&o=%7B%22x%22%3A1%7D"
    )
    #expect(throws: InvalidCall.self) { try body { $0.body(urlEncoded: [1]) } }
  }

  @Test func bodiesAreSequencesOfChunks() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    for chunk in [[1, 2], [3]] as [[UInt8]] { continuation.yield(chunk) }
    continuation.finish()
    let body = HTTPBody(stream, length: nil)
    #expect(body.bytes == nil && body.length == nil)
    #expect(try await body.collect(upTo: 3) == [1, 2, 3])
    #expect(HTTPBody.empty.length == 0)
    #expect(try await HTTPBody.empty.collect(upTo: 0) == [])
    var chunks: [[UInt8]] = []
    for try await chunk in HTTPBody([7, 8]) { chunks.append(chunk) }
    #expect(chunks == [[7, 8]])
    await #expect(throws: BodyTooLarge.self) { try await HTTPBody([7, 8]).collect(upTo: 1) }
    let endless = AsyncStream<[UInt8]> { [0] }
    await #expect(throws: BodyTooLarge.self) { try await HTTPBody(endless).collect(upTo: 1000) }
  }
}
