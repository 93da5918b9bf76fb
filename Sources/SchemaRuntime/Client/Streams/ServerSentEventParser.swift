/// Reads a `text/event-stream` (WHATWG HTML, sections 9.2.5 and 9.2.6), however its bytes are cut into chunks.
struct ServerSentEventParser {
  /// Cuts the chunks into lines.
  private var lines: LineSplitter
  /// How many bytes the data of an event may have.
  private let limit: Int
  /// Whether the first line is still to come, which may start with a byte order mark.
  private var isAtStart = true
  /// The data of the event so far, each line with a line feed.
  private var data: [UInt8] = []
  /// The name of the event so far; empty for none.
  private var name = ""
  /// The last identifier of the stream.
  private(set) var lastID = ""
  /// How long to wait before the stream is asked for again, as the stream last said.
  private(set) var retry: Duration?

  /// Makes a parser.
  ///
  /// - Parameter limit: how many bytes a line and the data of an event may have.
  init(limit: Int) {
    self.limit = limit
    lines = LineSplitter(.any, limit: limit)
  }

  /// Whether the stream must not end here: an event has begun and its end has not come.
  var isInsideEvent: Bool {
    !data.isEmpty || lines.partial.first.map { $0 != UInt8(ascii: ":") } ?? false
  }

  /// The data of the event that has begun, without the line that has.
  var unfinishedData: ArraySlice<UInt8> { data.dropLast() }

  /// Goes on with the next chunk; all events of the former one must have been taken.
  mutating func append(_ chunk: [UInt8]) { lines.append(chunk) }

  /// A parser for the same stream over another connection.
  var restarted: ServerSentEventParser {
    var parser = ServerSentEventParser(limit: limit)
    (parser.lastID, parser.retry) = (lastID, retry)
    return parser
  }

  /// The next event that is whole; nil where the rest of it has not come yet.
  ///
  /// - Throws: `LineSplitter.LineTooLong`.
  mutating func next() throws -> RawEvent? {
    var lines = lines
    defer { self.lines = lines }
    self.lines = LineSplitter(.any, limit: 0)
    while let isDispatch = try lines.next({ try read(line: $0) }) {
      if isDispatch, let event = dispatch() { return event }
    }
    return nil
  }

  /// Takes in a line; true for the empty line, which ends an event.
  private mutating func read(line: UnsafeBufferPointer<UInt8>) throws -> Bool {
    var line = line
    if isAtStart {
      isAtStart = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = UnsafeBufferPointer(rebasing: line.dropFirst(3)) }
    }
    guard !line.isEmpty else { return true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      try read(field: line, value: UnsafeBufferPointer(start: nil, count: 0))
      return false
    }
    guard colon > 0 else { return false }
    let start = colon + 1 < line.count && line[colon + 1] == UInt8(ascii: " ") ? colon + 2 : colon + 1
    try read(
      field: UnsafeBufferPointer(rebasing: line[..<colon]),
      value: UnsafeBufferPointer(rebasing: line[start...])
    )
    return false
  }

  /// Takes in a field.
  private mutating func read(field: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) throws {
    if field.elementsEqual("data".utf8) {
      guard data.count + value.count < limit else { throw LineSplitter.LineTooLong() }
      data.append(contentsOf: value)
      data.append(UInt8(ascii: "\n"))
    } else if field.elementsEqual("event".utf8) {
      name = String(decoding: value, as: UTF8.self)
    } else if field.elementsEqual("id".utf8) {
      if !value.contains(0) { lastID = String(decoding: value, as: UTF8.self) }
    } else if field.elementsEqual("retry".utf8) {
      let isNumber = !value.isEmpty && value.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      if isNumber, let number = Int64(String(decoding: value, as: UTF8.self)) { retry = .milliseconds(number) }
    }
  }

  /// Ends an event; nil where it has no data.
  private mutating func dispatch() -> RawEvent? {
    defer { (data, name) = ([], "") }
    guard !data.isEmpty else { return nil }
    data.removeLast()
    return RawEvent(name: name.isEmpty ? "message" : name, data: data, id: lastID, retry: retry)
  }
}
