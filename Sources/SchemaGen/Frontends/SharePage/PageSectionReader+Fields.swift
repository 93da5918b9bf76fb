import SchemaDescription
import SchemaDocument
import SchemaSource

extension PageSectionReader {
  /// Takes a field with everything that belongs to it, up to the next field or section.
  mutating func takeField(_ report: inout Report) {
    guard let name = page.line(index), let (type, next) = page.type(at: index + 1), let last = page.line(next - 1)
    else {
      index += 1
      return
    }
    var field = FlatField(name: name, type: type, span: page.file.span(name.start, last.end))
    index = next
    while index < limit, !page.isField(index), takePart(of: &field, report: &report) {}
    if limit == page.elements.count, index == limit { takeCut(from: &field, report: &report) }
    settleGluedValues(of: &field, report: &report)
    field.describeValues()
    switch state {
    case .parameters(let location): contents.parameters.append((location, field))
    case .responseHeaders:
      let extent = field.extent(in: page.file)
      ignored.add(extent.start, extent.end, report: &report)
    default:
      selectResponse()
      section { $0.fields.append(field) }
    }
  }

  /// Takes the next element where it belongs to the field.
  private mutating func takePart(of field: inout FlatField, report: inout Report) -> Bool {
    switch page.elements[index] {
    case .fence, .curl: return false
    case .json(let json, let line):
      guard isText(json, line: line), !json.isTruncated else { return false }
      if let line { field.details.append(line) } else { ignored.add(json.node.span.start, json.end, report: &report) }
      index += 1
      return true
    case .line(let line):
      if let label = page.label(index) {
        if label.isFieldValue {
          index += 1
          takeValues(label, of: &field)
          return true
        }
        guard isText(label) else { return false }
      }
      index += 1
      takeWord(line, at: index - 1, of: &field)
      return true
    }
  }

  /// Whether a label within a field is an ordinary word there.
  private func isText(_ label: PageLabel) -> Bool {
    switch label {
    case .contentType, .unset, .authorization: true
    case .status: state != .schema && page.line(index)?.text.hasSuffix(")") == true
    case .schema, .responseHeaders: state != .schema && state != .responseHeaders
    default: false
    }
  }

  /// Takes a marker, a state or a line of the description.
  private func takeWord(_ line: PageLine, at index: Int, of field: inout FlatField) {
    if let isRequired = page.marker(index) {
      // What stood before the marker is the title, of a second marker it is text.
      guard field.isRequired == nil else { return field.details.append(line) }
      field.isRequired = isRequired
      field.title = field.details
      field.details = []
    } else if line.text == "已废弃" || line.text == "deprecated" || line.text == "Deprecated" {
      field.isDeprecated = true
    } else if let bounds = FieldBounds(line) {
      field.bounds.append(bounds)
    } else if !PageNoise.isButton(line.text) || line.text.utf8.count <= 4 {
      field.details.append(line)
    }
  }

  /// Takes what stands behind a caption such as `示例值:`.
  private mutating func takeValues(_ label: PageLabel, of field: inout FlatField) {
    guard index < limit, !page.isField(index) else { return }
    if label == .enumeration {
      takeEnumeration(of: &field)
      return
    }
    let value: FlatField.Value
    switch page.elements[index] {
    case .json(let json, _) where !json.isTruncated: value = .node(json.node)
    case .line(let line):
      guard page.marker(index) == nil, page.label(index).map({ !isCaption($0) }) ?? true else { return }
      value = .text(line)
    default: return
    }
    if label == .exampleValue { field.examples.append(value) } else { field.defaults.append(value) }
    index += 1
  }

  /// Whether a label cannot be a value.
  private func isCaption(_ label: PageLabel) -> Bool {
    switch label {
    case .contentType, .unset, .authorization: false
    default: true
    }
  }

  /// Takes values that nothing parts. What is known of them from elsewhere tells where they begin; otherwise they stay a
  /// part of the description.
  private func settleGluedValues(of field: inout FlatField, report: inout Report) {
    guard let line = field.gluedValues else { return }
    field.gluedValues = nil
    var known = page.texts[String(field.name.text)] ?? []
    for case .text(let value) in field.defaults + field.examples { known.insert(String(value.text)) }
    if let values = GluedValues.split(line, known: known) {
      field.enumeration = values
      return
    }
    field.details.append(line)
    report.add(
      .ignoredText,
      "nothing parts these values from each other, so that they are text of the description only",
      at: line.span(in: page.file)
    )
  }

  /// Takes the beginning of another field with which the page ends from the description before it.
  private func takeCut(from field: inout FlatField, report: inout Report) {
    guard let last = field.details.last, isName(last) || isCutType(last) else { return }
    var before = field.details.dropLast()
    if isCutType(last), let name = before.last, isName(name) {
      before = before.dropLast()
    } else if !isName(last) {
      return
    }
    // A word may end a description whose code was put on lines of its own.
    if let text = before.last?.text.unicodeScalars.last, !"。.！!？?;；".unicodeScalars.contains(text) { return }
    // Without a marker the word may be the title.
    guard !before.isEmpty || field.isRequired != nil || !field.enumeration.isEmpty || !field.bounds.isEmpty else {
      return
    }
    field.details = Array(before)
    Self.reportCut(at: last.end, in: page.file, report: &report)
  }

  /// Whether a line can be a field's name.
  private func isName(_ line: PageLine) -> Bool {
    line.text.utf8.count <= 64 && line.text.unicodeScalars.allSatisfy(\.isWordPart)
  }

  /// Whether a line is the beginning of a type's name.
  private func isCutType(_ line: PageLine) -> Bool {
    ["string", "integer", "number", "boolean", "object", "array", "enum"].contains { name in
      line.text.utf8.count < name.utf8.count && name.hasPrefix(line.text)
    }
  }

  /// Takes the values of an enumeration: one a line, or several with marks between them.
  private mutating func takeEnumeration(of field: inout FlatField) {
    if let caption = page.line(index - 1), let line = page.line(index), caption.end == line.start,
      line.text.utf8.count <= 400, page.label(index) == nil,
      line.text.unicodeScalars.allSatisfy({ $0.isNamePart || $0 == "/" || $0 == ":" || $0 == "+" })
    {
      field.gluedValues = line
      index += 1
      return
    }
    while index < limit, !page.isField(index), page.marker(index) == nil, let line = page.line(index),
      page.label(index).map({ !isCaption($0) }) ?? true
    {
      let parts = line.text.split { "、,，|;；".contains($0) || $0.unicodeScalars.allSatisfy(\.isPageSpace) }
      let values = parts.map { line.part($0) }
      guard values.allSatisfy(isEnumerationValue), !values.isEmpty else { return }
      let isList = values.count > 1
      // Words with spaces between them are a sentence unless the marks say otherwise.
      if isList, !line.text.contains(where: { "、,，|;；".contains($0) }), line.text.utf8.contains(where: { $0 >= 0x80 }) {
        return
      }
      field.enumeration += values
      index += 1
    }
  }

  /// Whether a text can be a value of an enumeration rather than a sentence.
  private func isEnumerationValue(_ line: PageLine) -> Bool {
    let isShort = line.text.utf8.count <= 64
    return isShort && !line.text.unicodeScalars.contains { "。！？：:（）()".unicodeScalars.contains($0) && $0 != ":" }
  }
}
