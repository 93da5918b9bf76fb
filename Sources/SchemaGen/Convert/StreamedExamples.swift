import SchemaDescription
import SchemaDocument

/// Examples of streams of events whose data are texts: reading took the stream apart, here it is put together again.
enum StreamedExamples {
  /// The examples with those joined that are the events of one stream.
  static func joined(_ examples: [RawExample]) -> [RawExample] {
    var joined: [RawExample] = []
    /// The stream that is open: its name, the data of its events, and the number of the last one.
    var open: (name: String?, events: [String], number: Int)?
    func close() {
      if let stream = open { joined.append(RawExample(name: stream.name, .text(text(of: stream.events)))) }
      open = nil
    }
    for example in examples {
      guard let data = example.value.string, let (name, number) = event(example.name) else {
        close()
        joined.append(example)
        continue
      }
      if open == nil || open?.name != name || open?.number != number - 1 {
        close()
        open = (name, [], number)
      }
      open?.events.append(data)
      open?.number = number
    }
    close()
    return joined
  }

  /// The text of a stream (WHATWG HTML, section 9.2.6); a text alone stays as it is where it cannot be taken for one.
  private static func text(of events: [String]) -> String {
    let blocks = events.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    if events.count == 1, !blocks[0].contains(where: { $0.drop { $0.isWhitespace }.hasPrefix("data:") }) {
      return events[0]
    }
    return blocks.map { $0.map { "data: \($0)\n" }.joined() + "\n" }.joined()
  }

  /// What stands before `event 3` in a name, and the number; nil where the name is no event's.
  private static func event(_ name: String?) -> (name: String?, number: Int)? {
    guard let name, let space = name.lastIndex(of: " "), let number = Int(name[name.index(after: space)...]) else {
      return nil
    }
    let rest = name[..<space]
    if rest == "event" { return (nil, number) }
    return rest.hasSuffix(", event") ? (String(rest.dropLast(", event".count)), number) : nil
  }
}
