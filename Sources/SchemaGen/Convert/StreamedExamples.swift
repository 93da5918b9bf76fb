import SchemaDescription
import SchemaDocument

/// Examples of streams of events whose data are texts: reading took the stream apart, here it is put together again.
enum StreamedExamples {
  /// The examples with those joined that are the events of one stream.
  static func joined(_ examples: [RawExample]) -> [RawExample] {
    var joined: [RawExample] = []
    /// The stream that is open: its name, its text, and the number of its last event.
    var open: (name: String?, text: String, number: Int)?
    func close() {
      if let stream = open { joined.append(RawExample(name: stream.name, .text(stream.text))) }
      open = nil
    }
    for example in examples {
      guard let data = example.value.string, let (name, number) = event(example.name) else {
        close()
        joined.append(example)
        continue
      }
      if open?.name != name || open?.number != number - 1 {
        close()
        open = (name, "", number)
      }
      open?.number = number
      for line in data.split(separator: "\n", omittingEmptySubsequences: false) { open?.text += "data: \(line)\n" }
      open?.text += "\n"
    }
    close()
    return joined
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
