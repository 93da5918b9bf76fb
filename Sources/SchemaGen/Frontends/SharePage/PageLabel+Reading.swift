import SchemaDescription

extension PageLabel {
  /// The label that a whole line is, nil where it is none.
  static func whole(_ line: Substring) -> PageLabel? {
    guard let (label, length) = prefix(of: line) else { return nil }
    return length == line.utf8.count || label == .footer ? label : nil
  }

  /// The label with which a line begins and how many bytes it takes; what follows must be something that pages glue to
  /// labels.
  static func prefix(of text: Substring) -> (label: PageLabel, length: Int)? {
    let heading = text.drop { $0 == "#" || $0 == "*" }.trimmed
    let offset = text.utf8.distance(from: text.startIndex, to: heading.startIndex)
    // `**Request**` closes its emphasis as well.
    var plain = heading
    if offset > 0 { while plain.hasSuffix("*") { plain = plain.dropLast() } }
    if plain.utf8.count <= 64, let label = PageLabelTable.label(ofWhole: plain.trimmed) {
      return (label, text.utf8.count)
    }
    guard let (label, length) = prefixOfHeading(heading) else { return nil }
    return (label, offset + length)
  }

  /// What labels begin with that may have something behind them; statuses look after themselves.
  private static let openings = PhraseTable(
    PageLabelTable.footers + PageLabelTable.values.map(\.text) + PageLabelTable.glued.map(\.text)
      + ["Body", "示例", "Example", "内容格式", "Content", "HTTP", "Status Code"]
      + ["application/", "text/", "multipart/", "image/", "audio/", "video/", "font/"]
  )

  /// The same without the marks of a Markdown heading.
  private static func prefixOfHeading(_ text: Substring) -> (label: PageLabel, length: Int)? {
    // Most lines are no labels, and their first words show it.
    guard openings.begins(text) else { return status(text) }
    if let footer = footer(text) { return (footer, text.utf8.count) }
    if let body = body(text) { return body }
    if let (caption, label) = PageLabelTable.values.first(where: { text.begins(with: $0.text) }) {
      return (label, caption.utf8.count)
    }
    if let status = status(text) { return status }
    if let format = contentFormat(text) { return format }
    if let name = exampleName(text) { return (.examples(name: name.isEmpty ? nil : name), text.utf8.count) }
    if let (caption, label) = PageLabelTable.glued.first(where: { text.begins(with: $0.text) }) {
      let rest = withoutButtons(text.dropping(bytes: caption.utf8.count))
      if rest.isEmpty || canFollow(rest) {
        return (label, text.utf8.distance(from: text.startIndex, to: rest.startIndex))
      }
    }
    if let example = ["示例", "Example"].first(where: { text.begins(with: $0) }) {
      let rest = text.dropping(bytes: example.utf8.count).trimmed
      if rest.begins(with: "{") || rest.begins(with: "[{") { return (.examples(name: nil), example.utf8.count) }
    }
    if let (name, length) = MediaTypeName.prefix(of: text) {
      let rest = withoutButtons(text.dropping(bytes: length))
      if rest.isEmpty || canFollow(rest) {
        return (.contentType(name), text.utf8.distance(from: text.startIndex, to: rest.startIndex))
      }
    }
    return nil
  }

  /// `Body 参数application/json必填`, with or without spaces and buttons.
  private static func body(_ text: Substring) -> (label: PageLabel, length: Int)? {
    guard let caption = PageLabelTable.bodies.first(where: { text.begins(with: $0) }) else { return nil }
    var rest = withoutButtons(text.dropping(bytes: caption.utf8.count))
    if rest.begins(with: "(") || rest.begins(with: "（") { rest = rest.dropFirst().trimmed }
    var mediaType: String?
    var isRequired: Bool?
    if let (name, length) = MediaTypeName.prefix(of: rest) {
      mediaType = name
      rest = withoutButtons(rest.dropping(bytes: length))
    }
    if rest.begins(with: ")") || rest.begins(with: "）") { rest = rest.dropFirst().trimmed }
    if let (marker, value) = PageLabelTable.markers.first(where: { rest.begins(with: $0.text) }) {
      isRequired = value
      rest = withoutButtons(rest.dropping(bytes: marker.utf8.count))
    }
    guard rest.isEmpty || mediaType != nil || isRequired != nil || canFollow(rest) else { return nil }
    return (
      .body(mediaType: mediaType, isRequired: isRequired),
      text.utf8.distance(from: text.startIndex, to: rest.startIndex)
    )
  }

  /// `示例`, `示例1`, `Examples`, `Example 2`: the number, nil where the text is none of these.
  private static func exampleName(_ text: Substring) -> String? {
    for caption in ["示例", "Examples", "Example"] where text.begins(with: caption) {
      let rest = text.dropping(bytes: caption.utf8.count).trimmed
      if rest.isEmpty { return "" }
      if rest.utf8.count <= 3, rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return String(text) }
    }
    return nil
  }

  /// A line of the footer.
  private static func footer(_ text: Substring) -> PageLabel? {
    guard let start = PageLabelTable.footers.first(where: { text.begins(with: $0) }) else { return nil }
    let rest = text.dropping(bytes: start.utf8.count).trimmed
    return rest.utf8.count < 60 ? .footer : nil
  }

  /// `内容格式: JSONapplication/json`: the media type.
  private static func contentFormat(_ text: Substring) -> (label: PageLabel, length: Int)? {
    let captions = ["内容格式", "Content Type", "Content-Type :", "Content-Type:", "Content type"]
    guard let caption = captions.first(where: { text.begins(with: $0) }) else { return nil }
    var rest = text.dropping(bytes: caption.utf8.count).trimmed
    if caption.hasPrefix("Content-Type"), !rest.contains("/") { return nil }
    rest = rest.drop { $0 == ":" || $0 == "：" }.trimmed
    for format in ["JSON", "XML", "HTML", "Raw", "Binary", "Text", "MsgPack", "Event Stream", "EventStream"]
    where rest.begins(with: format) {
      rest = rest.dropping(bytes: format.utf8.count).trimmed
      break
    }
    guard let (name, length) = MediaTypeName.prefix(of: rest) else { return nil }
    let end = text.utf8.distance(from: text.startIndex, to: rest.startIndex) + length
    return (.contentType(name), end)
  }

  /// What pages glue behind a label.
  private static func canFollow(_ rest: Substring) -> Bool {
    if MediaTypeName.prefix(of: rest) != nil || PageNoise.isLanguages(rest) { return true }
    if GluedField.prefix(of: rest, hasMarkerBehind: false) != nil || FieldType.prefix(of: rest) != nil { return true }
    if rest.begins(with: "{") || rest.begins(with: "[") { return true }
    return opensLabel(rest)
  }

  /// Whether a text begins with the words of a label, whatever follows them.
  private static func opensLabel(_ text: Substring) -> Bool {
    let text = text.drop { $0 == "#" }.trimmed
    let isWhole = text.utf8.count <= 64 && PageLabelTable.label(ofWhole: text) != nil
    return isWhole
      || PageLabelTable.glued.contains { text.begins(with: $0.text) }
      || PageLabelTable.values.contains { text.begins(with: $0.text) }
      || text.begins(with: "示例") || PageLabelTable.bodies.contains { text.begins(with: $0) }
      || status(text) != nil || contentFormat(text) != nil || footer(text) != nil
  }

  /// A text without the words of buttons at its beginning.
  private static func withoutButtons(_ text: Substring) -> Substring {
    var rest = text.trimmed
    while let button = ["生成代码", "Generate Code", "Generate code"].first(where: { rest.begins(with: $0) }) {
      rest = rest.dropping(bytes: button.utf8.count).trimmed
    }
    return rest
  }
}
