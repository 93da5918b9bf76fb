/// The text of a stream of server-sent events (WHATWG HTML, section 9.2), as documents show one.
struct EventStreamText {
  /// The `data` lines of each event, without those that hold nothing or `[DONE]`; events without any are left out.
  private(set) var blocks: [[String]] = []

  /// Takes a text apart.
  init(_ text: String) {
    var block: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r", "\r\n"].contains($0) }) {
      let line = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
      if line.isEmpty {
        close(&block)
      } else if line.hasPrefix("data:") {
        let value = String(line.dropFirst("data:".count).drop { $0 == " " })
        if value != "[DONE]", !value.allSatisfy(\.isWhitespace) { block.append(value) }
      } else if line.hasPrefix("event:") || line.hasPrefix("id:") {
        close(&block)
      }
    }
    close(&block)
  }

  /// Ends an event.
  private mutating func close(_ block: inout [String]) {
    if !block.isEmpty { blocks.append(block) }
    block = []
  }
}
