/// Writes nodes as YAML that readers of version 1.1 and of 1.2 take for the same values, without recursion.
struct YAMLWriter: ~Copyable {
  /// An array or object that is not written to its end.
  private enum Frame {
    /// The rest of an array.
    case array(ArraySlice<Node>)
    /// The rest of an object.
    case object(ArraySlice<Member>)
  }

  /// Words that some reader takes for no string (YAML 1.1, boolean, null and merge types), in lower case.
  private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

  /// The text of a node.
  static func text(of node: Node) -> String {
    let writer = YAMLEventWriter()
    var frames: [Frame] = []
    begin(node, writer, &frames)
    while let frame = frames.popLast() {
      switch frame {
      case .array(var rest):
        guard let node = rest.popFirst() else {
          writer.endSequence()
          continue
        }
        frames.append(.array(rest))
        begin(node, writer, &frames)
      case .object(var rest):
        guard let member = rest.popFirst() else {
          writer.endMapping()
          continue
        }
        frames.append(.object(rest))
        let style = style(of: member.key)
        writer.scalar(member.key, style == .literal ? .doubleQuoted : style)
        begin(member.value, writer, &frames)
      }
    }
    return writer.finish()
  }

  /// Writes a scalar or the beginning of an array or object.
  private static func begin(_ node: Node, _ writer: borrowing YAMLEventWriter, _ frames: inout [Frame]) {
    switch node.value {
    case .null: writer.scalar("null", .plain)
    case .boolean(let boolean): writer.scalar(boolean ? "true" : "false", .plain)
    case .number(let number): writer.scalar(number, .plain)
    case .string(let string): writer.scalar(string, style(of: string))
    case .array(let elements):
      writer.beginSequence(isEmpty: elements.isEmpty)
      frames.append(.array(elements[...]))
    case .object(let members):
      writer.beginMapping(isEmpty: members.isEmpty)
      frames.append(.object(members.withoutDuplicates[...]))
    }
  }

  /// The style in which a string is read back as the same string, by every reader.
  static func style(of text: String) -> YAMLEventWriter.Style {
    var hasLineBreak = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": hasLineBreak = true
      case "\u{9}", "\u{20}"..."\u{7E}", "\u{A0}"..."\u{2027}", "\u{202A}"..."\u{D7FF}", "\u{E000}"..."\u{FEFE}",
        "\u{FF00}"..."\u{FFFD}":
        continue
      default: return .doubleQuoted
      }
    }
    if hasLineBreak { return isBlock(text) ? .literal : .doubleQuoted }
    return isPlain(text) ? .plain : text.utf8.contains(UInt8(ascii: "\t")) ? .doubleQuoted : .singleQuoted
  }

  /// Whether a text of several lines stands as it is in a literal block (YAML 1.2.2, section 8.1.2): its first line shows
  /// the indentation, and it ends with at most one line break.
  private static func isBlock(_ text: String) -> Bool {
    guard let first = text.utf8.first, first > 0x20, !text.hasSuffix("\n\n") else { return false }
    // A line of white space alone would be cut, or be taken for indentation.
    return text.utf8.split(separator: 0x0A).allSatisfy { line in line.contains { $0 > 0x20 } && line.first != 0x09 }
  }

  /// Whether a text of one line needs no quotes: it begins with a letter and is no word that means something else.
  /// Which marks within it need quotes the library knows.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.last != 0x20 else { return false }
    switch first {
    case "a"..."z", "A"..."Z", "$", "/", "_", "^", "(", "\u{A1}"...: break
    default: return false
    }
    return !text.utf8.contains(0x09) && (text.utf8.count > 5 || !reserved.contains(text.lowercased()))
  }
}
