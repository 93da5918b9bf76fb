import SchemaDocument
import SchemaSource

/// Reads the events of a stream that a document shows as an example.
enum EventExamples {
  /// The data of the events that hold JSON; whatever holds none is reported.
  static func nodes(in text: String, at span: SourceSpan, report: inout Report) -> [Node] {
    var nodes: [Node] = []
    for block in EventStreamText(text).blocks {
      var trial = Report()
      // Pages lose the blank lines between events: each line is one of its own then.
      if let node = JSONReader.readEmbedded(block.joined(separator: "\n"), at: span, report: &trial) {
        nodes.append(node)
      } else {
        let lines = block.map { JSONReader.readEmbedded($0, at: span, report: &trial) }
        if lines.contains(where: { $0 == nil }) {
          report.add(.unreadableExample, "an event of this stream is no JSON", at: span)
        }
        nodes += lines.compactMap { $0 }
      }
    }
    return nodes
  }
}
