import Foundation
import HTTPTypes
import Testing

@testable import SchemaRuntime

/// Bodies in files, and forms with such parts.
@Suite(.timeLimit(.minutes(15))) struct FileBodyTests {
  /// Runs a function with a file that is deleted afterwards.
  private func withFile<Result>(_ bytes: [UInt8], _ body: (String) async throws -> Result) async throws -> Result {
    let path = "\(NSTemporaryDirectory())/schema-\(UUID().uuidString) é.bin"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  @Test func filesAreReadInChunksAnyNumberOfTimes() async throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try await withFile(bytes) { path in
      for body in [try HTTPBody(file: path), try HTTPBody(file: URL(fileURLWithPath: path))] {
        #expect(body.length == 300_000 && body.isReplayable && body.bytes == nil)
        for _ in 0..<2 {
          var sizes: [Int] = []
          for try await chunk in body { sizes.append(chunk.count) }
          #expect(sizes.reduce(0, +) == 300_000 && sizes.max() == FileReader.chunkSize)
          #expect(try await body.collect(upTo: 300_000) == bytes)
        }
        await #expect(throws: BodyTooLarge.self) { try await body.collect(upTo: 299_999) }
      }
    }
    try await withFile([]) { path in
      let body = try HTTPBody(file: path)
      #expect(body.length == 0)
      #expect(try await body.collect(upTo: 0) == [])
    }
  }

  @Test func filesThatChange() async throws {
    try await withFile([1, 2, 3]) { path in
      let body = try HTTPBody(file: path)
      try Data([1, 2, 3, 4]).write(to: URL(fileURLWithPath: path))
      #expect(try await body.collect(upTo: 9) == [1, 2, 3])
      try Data([1, 2]).write(to: URL(fileURLWithPath: path))
      let error = await #expect(throws: FileUnreadable.self) { try await body.collect(upTo: 9) }
      #expect(error?.reason == "the file has become shorter while it was read")
      try FileManager.default.removeItem(atPath: path)
      await #expect(throws: FileUnreadable.self) { try await body.collect(upTo: 9) }
    }
  }

  @Test func filesThatAreNone() throws {
    let missing = #expect(throws: FileUnreadable.self) { try HTTPBody(file: "/no/such/file") }
    #expect(missing?.description == "file \"/no/such/file\": No such file or directory")
    let folder = #expect(throws: FileUnreadable.self) { try FileUpload(file: NSTemporaryDirectory()) }
    #expect(folder?.reason == "expected a file, found a folder")
    let url = #expect(throws: FileUnreadable.self) { try HTTPBody(file: URL(string: "https://a.example/x")!) }
    #expect(url?.reason == "expected the URL of a file")
  }

  @Test func pipesHaveNoLength() async throws {
    #expect(try HTTPBody(file: "/dev/null").length == nil)
    #expect(try await HTTPBody(file: "/dev/null").collect(upTo: 1) == [])
  }

  /// A form with a file.
  private struct Form: Encodable {
    var prompt = "p"
    var image: FileUpload
  }

  @Test func formsReadTheirFilesWhileTheyAreSent() async throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 11) }
    try await withFile(bytes) { path in
      let file = try FileUpload(file: path, contentType: "image/png")
      #expect(file.data == nil && file.filename == URL(fileURLWithPath: path).lastPathComponent)
      #expect(try FileUpload(file: path, filename: "a.png").filename == "a.png")
      var call = Call("op", .post, "/")
      call.field("image", header: "X-Rate-Limit", 5)
      call.field("image", header: "X-None", Int?.none)
      call.body(multipart: Form(image: file))
      let body = try #require(call.body)
      #expect(body.bytes == nil && body.isReplayable)
      let boundary = try #require(call.contentType?.split(separator: "boundary=").last)
      let head = "--\(boundary)\r\nContent-Disposition: form-data; name="
      let start =
        "\(head)\"prompt\"\r\n\r\np\r\n\(head)\"image\"; filename=\"\(file.filename)\"\r\n"
        + "Content-Type: image/png\r\nX-Rate-Limit: 5\r\n\r\n"
      let expected = Array(start.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
      #expect(body.length == Int64(expected.count))
      for _ in 0..<2 { #expect(try await body.collect(upTo: .max) == expected) }
      var longest = 0
      for try await chunk in body { longest = max(longest, chunk.count) }
      #expect(longest <= FileReader.chunkSize)
    }
  }

  @Test func headersOfPartsThatCannotBe() {
    for (name, value) in [("a b", "5"), ("a", "x\r\nb: c")] {
      var call = Call("op", .post, "/")
      call.field("image", header: name, value)
      #expect(throws: InvalidCall.self) { try call.request(to: "https://a.example.com") }
    }
    var call = Call("op", .post, "/")
    call.body(stream: .empty, mediaType: "a\r\nb: c")
    #expect(throws: InvalidCall.self) { try call.request(to: "https://a.example.com") }
  }

  @Test func whatHasNoLengthIsReadOnce() async throws {
    try await withFile(Array("ab".utf8)) { path in
      let pipe = path + ".pipe"
      try #require(mkfifo(pipe, 0o600) == 0)
      defer { unlink(pipe) }
      #expect(try HTTPBody(file: path).isReplayable && !HTTPBody(file: pipe).isReplayable)
    }
  }

  @Test func joinedBodies() async throws {
    let memory = HTTPBody(joining: [HTTPBody("a"), .empty, HTTPBody("b")])
    #expect(memory.bytes == Array("ab".utf8))
    let mixed = HTTPBody(joining: [HTTPBody("a"), HTTPBody(Chunks(["b", "c"])), HTTPBody("d")])
    #expect(mixed.length == nil && !mixed.isReplayable)
    #expect(try await mixed.collect(upTo: 9) == Array("abcd".utf8))
    await #expect(throws: BodyAlreadyRead.self) { try await mixed.collect(upTo: 9) }
    #expect(HTTPBody(joining: [HTTPBody("a"), HTTPBody(Chunks(["b"]), length: 1)]).length == 2)
    #expect(HTTPBody(joining: []).length == 0)
  }

  @Test func theSourceIsNotReadAhead() async throws {
    // One chunk is asked for when one is wanted: nothing piles up between a fast source and a slow reader.
    actor Source {
      private(set) var count = 0
      func next() -> [UInt8] {
        count += 1
        return [1]
      }
    }
    let source = Source()
    var iterator = HTTPBody(AsyncStream<[UInt8]> { await source.next() }).makeAsyncIterator()
    for expected in 1...3 {
      _ = try await iterator.next()
      #expect(await source.count == expected)
    }
    // A deadline reads one ahead.
    let ahead = Source()
    let limited = HTTPBody(AsyncStream<[UInt8]> { await ahead.next() }).limited(
      to: .seconds(60),
      by: TestClock(),
      of: "op"
    )
    var chunks = limited.makeAsyncIterator()
    for expected in 1...3 {
      _ = try await chunks.next()
      #expect(await ahead.count <= expected + 1)
    }
  }
}
