import CLibYAML
import SchemaSource

/// The events that libyaml finds in a text.
struct YAMLEventStream: ~Copyable {
  /// The parser of the library, which must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event that was read last.
  private let event: UnsafeMutablePointer<yaml_event_t>
  /// The bytes that are read.
  private let range: Range<Int>
  /// The file that spans name.
  private let file: FileID
  /// The text that is read.
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the scalars that the library counts begin.
  private let offsets: ScalarOffsets

  /// Begins at the start of a range of valid UTF-8, which must outlive the stream and hold no byte order mark.
  init(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, file: FileID) {
    self.text = text
    self.range = range
    self.file = file
    offsets = ScalarOffsets(text, range: range)
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    // It fails only where there is no memory, and then its first event is an error.
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress.map { $0 + range.lowerBound }, range.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Reads the next event and returns it; it stays valid until the next call.
  mutating func next() throws(YAMLFailure) -> UnsafePointer<yaml_event_t> {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
    return UnsafePointer(event)
  }

  /// The byte range of the event, without the white space at its end.
  func span(of event: UnsafePointer<yaml_event_t>) -> SourceSpan {
    let startMark = event.pointee.start_mark.index
    let start = offsets.offset(of: startMark)
    let endMark = event.pointee.end_mark.index
    if startMark == endMark { return SourceSpan(file: file, start: start, end: start) }
    var end = offsets.offset(of: endMark)
    while end > start, [0x20, 0x0A, 0x0D, 0x09].contains(text[end - 1]) { end -= 1 }
    return SourceSpan(file: file, start: start, end: end)
  }

  /// What the library says about an error, at its place.
  private func failure() -> YAMLFailure {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "not enough memory"
    if state.error == YAML_READER_ERROR {
      let offset = min(range.lowerBound + state.problem_offset, range.upperBound)
      let digits = String(max(0, state.problem_value), radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      return YAMLFailure("\(problem), found U+\(code)", at: scalarSpan(at: offset))
    }
    let place = scalarSpan(at: offsets.offset(of: state.problem_mark.index))
    if place.end > place.start, text[place.start] == 0x09 {
      return YAMLFailure("found a tab where YAML allows only spaces", at: place)
    }
    guard let context = state.context.map({ String(cString: $0) }) else { return YAMLFailure(problem, at: place) }
    let begin = scalarSpan(at: offsets.offset(of: state.context_mark.index))
    let notes = begin == place ? [] : [Diagnostic.Note("\(context) that begins here", at: begin)]
    return YAMLFailure("\(problem) \(context)", at: place, notes: notes)
  }

  /// The span of the scalar at a byte offset, empty at the end of the text.
  private func scalarSpan(at offset: Int) -> SourceSpan {
    let length = offset < range.upperBound ? UTF8Scan.sequenceLength(in: text, at: offset, to: range.upperBound) : 0
    return SourceSpan(file: file, start: offset, end: offset + length)
  }
}
