import Testing

@testable import SchemaRuntime

/// Event streams are read as the standard says (WHATWG HTML, sections 9.2.5 and 9.2.6).
@Suite struct ServerSentEventParserTests {
  /// Reads a stream that is cut into chunks.
  private func events(_ chunks: [[UInt8]], limit: Int = 1 << 20) throws -> [ServerSentEvent] {
    var parser = ServerSentEventParser(limit: limit)
    var result: [ServerSentEvent] = []
    for chunk in chunks {
      parser.append(chunk)
      while let event = try parser.next() { result.append(event.event) }
    }
    return result
  }

  /// The name, data and identifier of each event.
  private func summaries(_ text: String) throws -> [String] {
    try events([Array(text.utf8)]).map { "\($0.event)|\($0.data)|\($0.id)" }
  }

  @Test(
    "the standard's cases",
    arguments: [
      // The examples of section 9.2.6.
      ("data: YHOO\ndata: +2\ndata: 10\n\n", ["message|YHOO\n+2\n10|"]),
      (
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
        ["message|first event|1", "message|second event|"]
      ),
      ("data\n\ndata\ndata\n\ndata:", ["message||", "message|\n|"]),
      ("data:test\n\ndata: test\n\n", ["message|test|", "message|test|"]),
      // What ends a line.
      (
        "data: a\r\rdata: b\r\n\r\ndata: c\n\ndata: d\r\n\rdata: e\r\n\n",
        ["a", "b", "c", "d", "e"].map { "message|\($0)|" }
      ),
      ("data: a\r\n\r\n\r\n\r\ndata: b\n\n\n\n", ["message|a|", "message|b|"]),
      // Names.
      ("event: add\ndata: 1\n\nevent: remove\ndata: 2\n\ndata: 3\n\n", ["add|1|", "remove|2|", "message|3|"]),
      ("event: a\nevent: b\ndata: 1\n\n", ["b|1|"]),
      ("event: lost\n\ndata: 1\n\n", ["message|1|"]),
      ("event:\ndata: 1\n\n", ["message|1|"]),
      // Identifiers stay until another one comes, also from an event without data; one with NUL is ignored.
      ("id: 1\ndata: a\n\ndata: b\n\nid: 3\n\ndata: c\n\n", ["message|a|1", "message|b|1", "message|c|3"]),
      ("id: 1\ndata: a\n\nid: 2\u{0}\ndata: b\n\nid:\ndata: c\n\n", ["message|a|1", "message|b|1", "message|c|"]),
      // Comments, unknown fields, fields in other cases, spaces.
      (":\n: x\ndata: a\n:data: b\n\n", ["message|a|"]),
      ("foo: bar\nData: x\n data: y\ndata : z\ndata: a\n\n", ["message|a|"]),
      ("data:\t a \n\ndata:a:b: c\n\n", ["message|\t a |", "message|a:b: c|"]),
      ("\n\n\n", []), ("", []), ("data: a", []), ("data: a\n", []),
      // A byte order mark counts at the start only.
      ("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\ndata: \u{FEFF}c\n\n", ["message|a|", "message|\u{FEFF}c|"]),
      ("\u{FEFF}\u{FEFF}data: a\n\n", []),
      ("data: é漢😀\n\n", ["message|é漢😀|"]),
    ]
  )
  func cases(_ text: String, _ expected: [String]) throws {
    #expect(try summaries(text) == expected)
    // A byte at a time it is the same.
    let bytes = try events(Array(text.utf8).map { [$0] }).map { "\($0.event)|\($0.data)|\($0.id)" }
    #expect(bytes == expected)
  }

  @Test(
    "the time before a stream is asked for again",
    arguments: [
      ("10", Duration.milliseconds(10)), ("0", .zero), ("", nil), ("1s", nil), ("-1", nil), ("+1", nil), (" 1", nil),
      ("99999999999999999999", nil), ("٣", nil),
    ] as [(String, Duration?)]
  )
  func retry(_ value: String, _ expected: Duration?) throws {
    #expect(try events([Array("retry: \(value)\ndata: a\n\n".utf8)]).map(\.retry) == [expected])
    let kept = try events([Array("retry: 5\n\nretry: x\ndata: a\n\n".utf8)])
    #expect(kept.map(\.retry) == [.milliseconds(5)])
  }

  @Test func bytesThatAreNoTextAreReplaced() throws {
    #expect(try events([Array("data: a".utf8) + [0xFF] + Array("b\n\n".utf8)]).map(\.data) == ["a\u{FFFD}b"])
  }

  @Test func anEventIsThereWithItsLastByte() throws {
    for ending in ["\n\n", "\r\r", "\r\n\r"] {
      var parser = ServerSentEventParser(limit: 100)
      parser.append(Array("data: a\(ending)".utf8))
      #expect(try parser.next()?.event.data == "a")
      #expect(!parser.isInsideEvent)
      // The rest of a line's ending is no empty line, which would end the next event too soon.
      parser.append(Array("\ndata: b\r\ndata: c\r".utf8))
      #expect(try parser.next() == nil)
      parser.append(Array("\n".utf8))
      #expect(try parser.next() == nil)
      parser.append(Array("\r".utf8))
      #expect(try parser.next()?.event.data == "b\nc")
    }
  }

  @Test func tenThousandCuts() throws {
    var text = "\u{FEFF}: start\r\nretry: 100\r\n\r\n"
    for number in 0..<15 {
      let ending = ["\n", "\r", "\r\n"][number % 3]
      text += "id: \(number)\(ending)event: e\(number % 4)\(ending)"
      for line in 0..<(number % 5) { text += "data: {\"n\": \(line), \"é\": \"漢😀\"}\(ending)" }
      text += ": comment\(ending)unknown: \(number)\(ending)\(ending)"
    }
    let bytes = Array(text.utf8)
    let whole = try events([bytes])
    #expect(whole.count == 12)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<10_000 {
      var chunks: [[UInt8]] = []
      var position = 0
      let longest = Int.random(in: 1...100, using: &random)
      while position < bytes.count {
        let end = min(bytes.count, position + Int.random(in: 0...longest, using: &random))
        chunks.append(Array(bytes[position..<end]))
        position = end
      }
      guard try events(chunks) == whole else {
        Issue.record("other events where the chunks have \(chunks.map(\.count)) bytes")
        return
      }
    }
  }

  @Test func lengthsAreLimited() throws {
    let line = "data: " + String(repeating: "x", count: 94)
    #expect(try events([Array((line + "\n\n").utf8)], limit: 100).count == 1)
    #expect(throws: LineSplitter.LineTooLong.self) { try events([Array((line + "y\n\n").utf8)], limit: 100) }
    #expect(throws: LineSplitter.LineTooLong.self) { try events([Array(line.utf8), [0x78]], limit: 100) }
    #expect(throws: LineSplitter.LineTooLong.self) { try events([Array("\(line)\n\(line)\n\n".utf8)], limit: 100) }
    #expect(throws: LineSplitter.LineTooLong.self) {
      try events(Array(repeating: Array(":xxxxxxxxx".utf8), count: 11), limit: 100)
    }
  }
}
