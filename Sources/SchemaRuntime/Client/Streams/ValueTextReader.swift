/// Reads the values in a body as text.
struct ValueTextReader {
  /// Where the values come from.
  let source: StreamSource
  /// How the values are told apart.
  let framing: ValueFraming
  /// Gives the chunks of the body; nil after the last.
  private var chunks: HTTPBody.AsyncIterator?
  /// Cuts the chunks into lines.
  private var lines: LineSplitter
  /// Reads events where the values are their data.
  private var events: EventReader?
  /// The record of a sequence that has begun; nil where the body is no sequence as far as is known.
  private var record: JSONSequenceRecord?
  /// How many values there were.
  private(set) var count = 0

  /// Starts reading.
  init(_ source: StreamSource, _ framing: ValueFraming) {
    self.source = source
    self.framing = framing
    lines = LineSplitter(.lineFeed, limit: source.connection.elementLimit)
    if framing == .events {
      events = EventReader(
        ServerSentEvents(source: source, reconnection: nil, terminators: [Array("[DONE]".utf8)])
      )
    } else {
      chunks = source.body.makeAsyncIterator()
    }
  }

  /// The next value; nil at the end.
  mutating func next() async throws -> [UInt8]? {
    if framing == .events { return try await nextEvent() }
    do {
      while chunks != nil {
        while let line = try lines.next({ Array($0) }) {
          if let text = try take(line) { return text }
        }
        if let chunk = try await chunks?.next() { lines.append(chunk) } else { chunks = nil }
      }
      return try last()
    } catch is LineSplitter.LineTooLong {
      chunks = nil
      throw source.failure(count + 1, .tooLong(limit: source.connection.elementLimit))
    } catch {
      chunks = nil
      throw error
    }
  }

  /// The data of the next event; nil at a terminator.
  private mutating func nextEvent() async throws -> [UInt8]? {
    guard let event = try await events?.next(), events?.isTerminator(event.data) == false else { return nil }
    count += 1
    return event.data
  }

  /// Takes in a line; the value that it is or ends.
  private mutating func take(_ line: [UInt8]) throws -> [UInt8]? {
    if framing == .lines, record == nil, line.first != JSONSequenceRecord.separator {
      return Self.isBlank(line) ? nil : found(line)
    }
    // A line of a sequence can hold the start of the next record only where the former lacks its end.
    var record = record ?? JSONSequenceRecord()
    // Held but once, so that it can grow where it stands.
    self.record = nil
    defer { self.record = record }
    for byte in line {
      if byte == JSONSequenceRecord.separator, !record.isBlank { throw source.failure(count + 1, .cut) }
      record.append(byte)
    }
    record.append(UInt8(ascii: "\n"))
    guard record.isComplete else {
      guard record.bytes.count <= source.connection.elementLimit else { throw LineSplitter.LineTooLong() }
      return nil
    }
    defer { record = JSONSequenceRecord() }
    return found(record.bytes)
  }

  /// What stands before the end without a line feed; nil for nothing.
  ///
  /// - Throws: `StreamFailure` where it is no whole value.
  private mutating func last() throws -> [UInt8]? {
    let rest = lines.partial
    lines = LineSplitter(.lineFeed, limit: 0)
    let isInRecord = framing == .sequence || rest.first == JSONSequenceRecord.separator || record?.isBlank == false
    if isInRecord {
      var record = record ?? JSONSequenceRecord()
      self.record = nil
      for byte in rest { record.append(byte) }
      if record.isBlank { return nil }
      // What has an end of its own is whole without a line feed (RFC 7464, section 2.4).
      guard record.endsItself, (try? JSONValue(parsing: record.bytes)) != nil else {
        throw source.failure(count + 1, .cut)
      }
      return found(record.bytes)
    }
    guard !Self.isBlank(rest) else { return nil }
    guard (try? JSONValue(parsing: rest)) != nil else { throw source.failure(count + 1, .cut) }
    return found(rest)
  }

  /// Counts a value.
  private mutating func found(_ text: [UInt8]) -> [UInt8] {
    count += 1
    return text
  }

  /// Whether a line holds nothing but white space.
  private static func isBlank(_ line: [UInt8]) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}
