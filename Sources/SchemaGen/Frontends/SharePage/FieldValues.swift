import SchemaDescription
import SchemaDocument
import SchemaSource

/// Turns the values that a page prints for a field into JSON of the field's type.
struct FieldValues {
  /// The page's file.
  let file: SourceFile
  /// The type of the field.
  let type: FieldType

  /// A value as JSON; nil, with a diagnostic, where it cannot be one of the field.
  func node(_ value: FlatField.Value, report: inout Report) -> Node? {
    switch value {
    case .node(let node): node
    case .text(let line): node(line, report: &report)
    }
  }

  /// A line as JSON; nil, with a diagnostic, where it cannot be a value of the field.
  func node(_ line: PageLine, report: inout Report) -> Node? {
    let span = line.span(in: file)
    let text = HTMLEntities.decode(line.text)
    let types = scalars(of: type)
    if text == "null", types.contains(.null) || !types.contains(.string) { return Node(.null, at: span) }
    if types.contains(.string) || types.contains(.file) || types.isEmpty && !isStructured(type) {
      return Node(.string(unquoted(text)), at: span)
    }
    var trial = Report()
    if let node = JSONReader.readEmbedded(text, at: span, report: &trial), fits(node) { return node }
    report.add(.unreadableExample, "'\(text)' is no value of the field's type", at: span)
    return nil
  }

  /// Whether a value can stand in the field, or contradicts its type in a way that examples are trusted with.
  private func fits(_ node: Node) -> Bool {
    switch node.value {
    case .null, .boolean, .number: !isStructured(type)
    case .string: true
    case .array, .object: isStructured(type)
    }
  }

  /// The scalar types among the alternatives, and those of an enumeration.
  private func scalars(of type: FieldType) -> Set<RawType> {
    var result: Set<RawType> = []
    for kind in type.kinds {
      switch kind {
      case .scalar(let name, _): result.insert(name)
      case .enumeration(let base): result.formUnion(base.map { scalars(of: $0) } ?? [.string])
      case .object, .array, .map, .model, .any: continue
      }
    }
    return result
  }

  /// Whether the type has objects or arrays among its alternatives.
  private func isStructured(_ type: FieldType) -> Bool {
    type.kinds.contains {
      switch $0 {
      case .object, .array, .map, .model: true
      case .scalar, .enumeration, .any: false
      }
    }
  }

  /// A text without the quotes that are no part of it.
  private func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }
}
