import SchemaDescription
import SchemaDocument
import SchemaSource

/// Puts together the values of an enumeration and the names and descriptions that extensions give them.
struct EnumerationReader {
  /// The values of `enum`.
  private var nodes: [Node] = []
  /// Values with names and descriptions of their own: `[{value, name, description}]`.
  private var described: [RawEnumValue] = []
  /// Names in the order of the values.
  private var names: [String?] = []
  /// Descriptions in the order of the values.
  private var descriptions: [String?] = []
  /// Names by value.
  private var namesByValue: [String: String] = [:]
  /// Descriptions by value.
  private var descriptionsByValue: [String: String] = [:]

  /// Reads one keyword of the schema.
  mutating func read(_ keyword: SchemaKeyword, _ member: Member, report: inout Report) {
    switch keyword {
    case .enumeration:
      nodes = report.elements(of: member)
      if member.value.elements?.isEmpty == true {
        report.add(.unexpectedValue, "'enum' lists no value; any value is allowed here", at: member.value.span)
      }
    case .enumVariableNames, .enumNames: read(member, into: &names, or: &namesByValue, report: &report)
    case .enumDescriptions, .enumDescriptionsCamelCase:
      read(member, into: &descriptions, or: &descriptionsByValue, report: &report)
    case .apifoxEnum, .apidogEnum:
      for entry in report.elements(of: member) {
        guard let value = entry["value"] else {
          report.add(.unexpectedValue, "an entry of '\(member.key)' must have a 'value'", at: entry.span)
          continue
        }
        described.append(
          RawEnumValue(value, name: filled(entry["name"]), description: filled(entry["description"]))
        )
      }
    case .apifox, .apidog:
      guard let legacy = member.value.members?.last(where: { $0.key == "enumDescriptions" }) else { return }
      read(legacy, into: &descriptions, or: &descriptionsByValue, report: &report)
    default: break
    }
  }

  /// The values, in the order of `enum`; those of the extension alone where the schema has no `enum`.
  var values: [RawEnumValue] {
    if nodes.isEmpty { return described }
    let byValue = Dictionary(described.map { (Self.text($0.value), $0) }, uniquingKeysWith: { $1 })
    return nodes.enumerated().map { position, node in
      let text = Self.text(node)
      let own = byValue[text]
      return RawEnumValue(
        node,
        name: own?.name ?? namesByValue[text] ?? (names.indices.contains(position) ? names[position] : nil),
        description: own?.description ?? descriptionsByValue[text]
          ?? (descriptions.indices.contains(position) ? descriptions[position] : nil)
      )
    }
  }

  /// Reads texts that stand in the order of the values or, in an object, under them.
  private func read(
    _ member: Member,
    into list: inout [String?],
    or table: inout [String: String],
    report: inout Report
  ) {
    if let members = member.value.members {
      for entry in members { table[entry.key] = filled(entry.value) }
    } else {
      list = report.elements(of: member).map(filled)
    }
  }

  /// The text of a node, nil where it is blank or no string.
  private func filled(_ node: Node?) -> String? {
    guard let text = node?.string, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }

  /// A value as the extensions spell it: `1` and `"1"` are the same.
  private static func text(_ node: Node) -> String { node.string ?? node.jsonText() }
}
