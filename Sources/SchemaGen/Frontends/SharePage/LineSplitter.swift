/// Cuts lines into which a page's flattening has glued several: labels, fields, markers and values.
struct LineSplitter {
  /// The labels before which a line is cut, then the markers behind which a field's name is looked for.
  private static let phrases = PhraseTable(PageLabelTable.cuts + PageLabelTable.markers.map(\.text))

  /// Keys that occur in the page's JSON: they tell where a glued name begins.
  private let keys: Set<String>

  /// Takes the keys that are known to name fields.
  init(keys: Set<String>) { self.keys = keys }

  /// The parts of a line, in order; `next` is the line behind it.
  func split(_ line: PageLine, next: PageLine?) -> [PageLine] {
    let hasMarkerBehind =
      next.map { line in
        // The rest of a type that was split stands before the marker: `array⏎[string]`.
        let isTypeEnd =
          line.text.begins(with: "[") && line.text.hasSuffix("]")
          || line.text.begins(with: "<") && line.text.hasSuffix(">")
        return isTypeEnd || PageLabelTable.markers.contains { line.text == $0.text }
      } ?? false
    var parts: [PageLine] = []
    var rest = line
    var cuts = cutOffsets(in: line)
    while !rest.text.isEmpty {
      if let (label, length) = PageLabel.prefix(of: rest.text), label != .footer {
        let total = rest.text.utf8.count
        // A label that is a whole line may be a field's name: the reader decides.
        parts.append(rest.prefix(bytes: length))
        rest = length >= total ? rest.dropping(bytes: total) : rest.dropping(bytes: length)
        continue
      }
      if let field = GluedField.prefix(of: rest.text, hasMarkerBehind: hasMarkerBehind) {
        parts.append(rest.prefix(bytes: field.nameLength))
        parts.append(rest.prefix(bytes: field.typeEnd).dropping(bytes: field.nameLength))
        let marker = rest.prefix(bytes: field.end).dropping(bytes: field.typeEnd)
        if !marker.text.isEmpty { parts.append(marker) }
        rest = rest.dropping(bytes: field.end)
        continue
      }
      guard let cut = nextCut(in: rest, cuts: &cuts) else {
        parts.append(rest)
        break
      }
      parts.append(rest.prefix(bytes: cut - rest.start))
      rest = rest.dropping(bytes: cut - rest.start)
    }
    return parts.filter { !$0.text.isEmpty }
  }

  /// The first offset in the file at which something new begins within a line.
  private func nextCut(in rest: PageLine, cuts: inout ArraySlice<Int>) -> Int? {
    while let cut = cuts.first {
      cuts = cuts.dropFirst()
      guard cut > rest.start, cut < rest.end else { continue }
      let tail = rest.text.dropping(bytes: cut - rest.start)
      if PageLabel.prefix(of: tail) != nil { return cut }
      if GluedField.prefix(of: tail, hasMarkerBehind: false) != nil { return cut }
    }
    return nil
  }

  /// Where something new may begin: before labels, and before the names of glued fields.
  private func cutOffsets(in line: PageLine) -> ArraySlice<Int> {
    var offsets: [Int] = []
    for (offset, phrase) in Self.phrases.matches(in: line.text) {
      if phrase < PageLabelTable.cuts.count {
        offsets.append(offset)
      } else {
        offsets += nameOffsets(in: line.text, before: offset)
      }
    }
    return offsets.map { $0 + line.start }.sorted()[...]
  }

  /// Where the name of a field may begin whose marker stands at an offset.
  private func nameOffsets(in text: Substring, before marker: Int) -> [Int] {
    let head = text.prefix(bytes: marker)
    let scalars = head.unicodeScalars
    var index = scalars.endIndex
    // A name and a type are short: what lies further back is something else.
    var budget = 160
    var hasBrackets = false
    while index > scalars.startIndex, budget > 0 {
      let before = scalars.index(before: index)
      let scalar = scalars[before]
      if "]}>".unicodeScalars.contains(scalar) { hasBrackets = true }
      let isTypePart = hasBrackets && "{}<>|".unicodeScalars.contains(scalar)
      guard scalar.isNamePart || scalar.isPageSpace || isTypePart else { break }
      index = before
      budget -= 1
    }
    let run = head[index...]
    let start = head.utf8.distance(from: head.startIndex, to: index)
    var offsets: [Int] = []
    // `array [object {2}]` holds spaces, so the name may begin at any of the words.
    for word in run.split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.isPageSpace) }).suffix(8) {
      let offset = run.utf8.distance(from: run.startIndex, to: word.startIndex)
      offsets.append(start + offset + knownName(in: word))
    }
    return offsets
  }

  /// How many bytes precede the longest known key within a run such as `tts-1-hdinputstring`.
  private func knownName(in run: Substring) -> Int {
    var best = 0
    var length = 0
    for type in ["string", "integer", "number", "boolean", "null", "file", "object", "array", "enum", "any"] {
      for end in run.byteOffsets(of: type) where end > 0 {
        let name = run.prefix(bytes: end)
        if keys.contains(String(name)) { return 0 }
        for start in 1..<max(1, min(end, 80)) where length < end - start {
          let tail = name.utf8.dropFirst(start)
          guard let text = String(tail), keys.contains(text) else { continue }
          (best, length) = (start, end - start)
        }
      }
    }
    return best
  }
}
