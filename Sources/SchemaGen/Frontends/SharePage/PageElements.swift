import SchemaDocument
import SchemaSource

/// The elements of a page, their glued lines cut apart, with what is known of each.
struct PageElements {
  /// The page's file.
  let file: SourceFile
  /// The elements in order.
  let elements: [PageElement]
  /// The label that each element is, nil where it is none.
  let labels: [PageLabel?]
  /// The texts that the page's values and commands have, by their keys.
  let texts: [String: Set<String>]
  /// For each element the index of the next one that opens a section, the count of elements where there is none.
  private let sections: [Int]

  /// Reads a page.
  init(_ page: PageText, report: inout Report) {
    file = page.file
    let scanned = PageScanner.elements(of: page, report: &report)
    var texts: [String: Set<String>] = [:]
    for element in scanned {
      switch element {
      case .json(let json, _): Self.collect(json.node, into: &texts)
      case .curl(let curl):
        curl.json.map { Self.collect($0, into: &texts) }
        for header in curl.headers { texts[header.name, default: []].insert(header.value) }
        for field in curl.fields { texts[field.name, default: []].insert(field.value) }
        for (name, value) in curl.url.flatMap({ EndpointURL($0.text) })?.query ?? [] {
          texts[name, default: []].insert(value)
        }
      case .line, .fence: break
      }
    }
    self.texts = texts
    let splitter = LineSplitter(keys: Self.headers.union(texts.keys))
    var elements: [PageElement] = []
    for (index, element) in scanned.enumerated() {
      guard case .line(let line) = element else {
        elements.append(element)
        continue
      }
      let next = index + 1 < scanned.count ? scanned[index + 1].line : nil
      elements += splitter.split(line, next: next).map { .line($0) }
    }
    self.elements = elements
    labels = elements.map { $0.line.flatMap { PageLabel.whole($0.text) } }
    var sections = Array(repeating: elements.count, count: elements.count + 1)
    for index in elements.indices.reversed() {
      sections[index] = labels[index]?.isSection == true ? index : sections[index + 1]
    }
    self.sections = sections
  }

  /// Headers that pages list, in their usual spelling.
  private static let headers: Set<String> = [
    "Accept", "Accept-Language", "Authorization", "Content-Type", "User-Agent", "X-API-Key", "X-Api-Key", "x-api-key",
    "X-Request-Id",
  ]

  /// The line of an element, nil where it is none or there is no such element.
  func line(_ index: Int) -> PageLine? { elements.indices.contains(index) ? elements[index].line : nil }

  /// The label of an element, nil where it is none or there is no such element.
  func label(_ index: Int) -> PageLabel? { labels.indices.contains(index) ? labels[index] : nil }

  /// The next section's label at or behind an element.
  func nextSection(from index: Int) -> PageLabel? { label(sections[min(max(0, index), elements.count)]) }

  /// Whether a line is the word for a required or optional field: true or false, nil where it is neither.
  func marker(_ index: Int) -> Bool? {
    guard let line = line(index) else { return nil }
    return PageLabelTable.markers.first { line.text == $0.text }?.isRequired
  }

  /// The type that begins at an element, joined over lines where it was split, and the index behind it.
  func type(at index: Int) -> (type: FieldType, next: Int)? {
    guard let line = line(index), line.text.utf8.count < 200 else { return nil }
    var joined = String(line.text)
    for next in (index + 1)...(index + 3) {
      guard let more = self.line(next), let first = more.text.utf8.first, more.text.utf8.count < 100,
        [UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "]")].contains(first)
      else { break }
      joined += more.text
      if let type = FieldType.whole(joined[...]) { return (type, next + 1) }
    }
    return FieldType.whole(line.text).map { ($0, index + 1) }
  }

  /// Whether a field begins at an element: a name with a type behind it.
  func isField(_ index: Int) -> Bool {
    guard let line = line(index), let (_, next) = type(at: index + 1), marker(index) == nil else { return false }
    let scalars = line.text.unicodeScalars
    guard line.text.utf8.count <= 128, label(index)?.isFieldValue != true else { return false }
    // Of `value`, `file`, `file`, `required` the second is a name that looks like a type.
    if marker(next) == nil, next == index + 2, let (_, end) = type(at: index + 2), marker(end) != nil { return false }
    if scalars.allSatisfy({ $0.isNamePart || $0 == ":" || $0 == "*" }) {
      return scalars.last != ":" && scalars.last != "."
    }
    // A name in another script needs the marker as a witness.
    let isWord = scalars.allSatisfy { $0.properties.isAlphabetic || $0.isNamePart }
    return isWord && line.text.count <= 40 && marker(next) != nil
  }

  /// Adds the keys of all objects in a value, and the texts that they have.
  private static func collect(_ node: Node, into texts: inout [String: Set<String>]) {
    node.members?.forEach { member in
      if let text = member.value.string { texts[member.key, default: []].insert(text) }
      if texts[member.key] == nil { texts[member.key] = [] }
      collect(member.value, into: &texts)
    }
    node.elements?.forEach { collect($0, into: &texts) }
  }
}
