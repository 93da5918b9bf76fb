import SchemaDocument

extension PageContents.Response {
  /// Decides which of the tables describe the events of the response and which its one body.
  ///
  /// A heading that names the stream has said so already. Other tables go to what their names are found in: a page may
  /// show the fields of an event, a value that comes without streaming and the events all below one heading.
  mutating func settleStream() {
    guard var stream else { return }
    guard stream.mediaType != nil else {
      // Without an event a heading alone makes no stream.
      section.rows += stream.rows
      section.examples += stream.examples
      self.stream = nil
      return
    }
    if stream.rows.isEmpty, !stream.examples.isEmpty {
      let events = Self.names(in: stream.examples)
      let plain = Self.names(in: section.examples)
      var kept: [FieldRow] = []
      for table in tables() {
        let names = Set(table.map(\.field.name.text).map { Self.bare($0) })
        let found = names.intersection(events).count
        let isOfEvents =
          section.examples.isEmpty ? found * 2 >= names.count : found > names.intersection(plain).count
        if isOfEvents { stream.rows += table } else { kept += table }
      }
      section.rows = kept
    }
    let isAlone = section.rows.isEmpty && section.examples.isEmpty && section.root == nil
    if isAlone || section.mediaType == "text/event-stream" {
      // Events under another media type: the stream is what really comes back.
      section.rows += stream.rows
      section.examples += stream.examples
      section.mediaType = stream.mediaType
      self.stream = nil
    } else {
      self.stream = stream
    }
  }

  /// The rows of the response's one body, parted where an example or the events stand between them.
  private func tables() -> [[FieldRow]] {
    let marks = ((stream?.examples ?? []) + section.examples).map(\.node.span.start).sorted()
    var tables: [[FieldRow]] = []
    var last: Int?
    var place = 0
    for row in section.rows {
      while place < marks.count, marks[place] < row.field.name.start { place += 1 }
      if place == last { tables[tables.count - 1].append(row) } else { tables.append([row]) }
      last = place
    }
    return tables
  }

  /// The names of all members of some examples, at any depth.
  private static func names(in examples: [PageContents.Example]) -> Set<String> {
    var names: Set<String> = []
    var open = examples.map(\.node)
    while let node = open.popLast() {
      for member in node.members ?? [] {
        names.insert(member.key)
        open.append(member.value)
      }
      open += node.elements ?? []
    }
    return names
  }

  /// The last part of a name as a page writes it: `content` of `choices[].delta.content`, `tags` of `tags[]`.
  private static func bare(_ name: Substring) -> String {
    let parts = name.split { ".[]>".contains($0) }.filter { !$0.allSatisfy { $0.isNumber || $0 == "*" } }
    return String(parts.last ?? name)
  }
}
