/// The text of a stream of server-sent events (WHATWG HTML, section 9.2), as documents show one.
struct EventStreamText {
  /// One event.
  struct Event {
    /// The text of the `event` field; nil where there is none.
    var name: String?
    /// The text of the `id` field; nil where there is none.
    var id: String?
    /// The `data` lines, without those that hold nothing.
    var data: [String] = []
  }

  /// The events in order; those without data are left out.
  private(set) var events: [Event] = []
  /// The data that end the stream and hold nothing else, for example `[DONE]`; nil where the stream just ends.
  private(set) var terminator: String?

  /// The `data` lines of each event.
  var blocks: [[String]] { events.map(\.data) }

  /// Takes a text apart.
  init(_ text: String) {
    var event = Event()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r", "\r\n"].contains($0) }) {
      let line = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
      if line.isEmpty {
        close(&event)
      } else if line.hasPrefix("data:") {
        let value = String(line.dropFirst("data:".count).drop { $0 == " " })
        if value == "[DONE]" {
          terminator = value
        } else if !value.allSatisfy(\.isWhitespace) {
          event.data.append(value)
        }
      } else if line.hasPrefix("event:") {
        if !event.data.isEmpty || event.name != nil { close(&event) }
        let name = String(line.dropFirst("event:".count).drop { $0 == " " })
        event.name = name.isEmpty ? nil : name
      } else if line.hasPrefix("id:") {
        if !event.data.isEmpty { close(&event) }
        event.id = String(line.dropFirst("id:".count).drop { $0 == " " })
      }
    }
    close(&event)
  }

  /// Ends an event.
  private mutating func close(_ event: inout Event) {
    if !event.data.isEmpty { events.append(event) }
    event = Event()
  }
}
