/// Lays out code as swift-format does: on one line where it fits, else one element a line.
struct Layout {
  /// The longest line, in characters.
  static let lineLength = 120

  /// How far the declaration's own text is indented in its file.
  var depth: Int

  /// Whether a line fits that stands `indent` spaces into the declaration's text.
  func fits(_ line: String, indent: Int) -> Bool {
    // Bytes are an upper bound of characters, and far cheaper to count.
    let room = Layout.lineLength - 2 * depth - indent
    return line.utf8.count <= room || line.count <= room
  }

  /// A list in brackets between what stands before and behind it on the line; only the list and `tail` are returned.
  ///
  /// - Parameters:
  ///   - items: The elements without commas.
  ///   - head: Everything on the line before the first element.
  ///   - tail: Everything behind the last one.
  ///   - indent: Where the line begins within the declaration's text.
  func list(_ items: [String], after head: String, before tail: String, indent: Int) -> String {
    let line = items.joined(separator: ", ")
    if items.isEmpty || fits(head + line + tail, indent: indent) { return line + tail }
    let margin = String(repeating: " ", count: indent)
    return "\n" + items.map { "\(margin)  \($0)" }.joined(separator: ",\n") + "\n" + margin + tail
  }

  /// The elements of an array literal, as many a line as fit, each followed by a comma where they need several lines.
  func elements(_ items: [String], after head: String, before tail: String, indent: Int) -> String {
    let single = items.joined(separator: ", ")
    if items.isEmpty || fits(head + single + tail, indent: indent) { return single + tail }
    let margin = String(repeating: " ", count: indent)
    var text = ""
    var line = ""
    for item in items {
      if line.isEmpty {
        line = item + ","
      } else if fits("\(line) \(item),", indent: indent + 2) {
        line += " \(item),"
      } else {
        text += "\n\(margin)  \(line)"
        line = item + ","
      }
    }
    return text + "\n\(margin)  \(line)\n" + margin + tail
  }

  /// A call or a declaration: `head`, its arguments in parentheses, and `tail`.
  func call(_ head: String, _ arguments: [String], tail: String = "", indent: Int) -> String {
    let head = head + "("
    return head + list(arguments, after: head, before: ")" + tail, indent: indent)
  }

  /// Two parts with a space between them, or a line break where they do not fit on one line.
  func pair(_ left: String, _ right: String, indent: Int) -> String {
    fits(left + " " + right, indent: indent)
      ? left + " " + right : left + "\n" + String(repeating: " ", count: indent + 2) + right
  }

  /// A computed property: its expression in braces on the line, or on a line of its own where it does not fit.
  func getter(_ head: String, _ expression: String, indent: Int) -> String {
    let line = "\(head) { \(expression) }"
    if fits(line, indent: indent) { return line }
    let margin = String(repeating: " ", count: indent)
    return "\(head) {\n\(margin)  \(expression)\n\(margin)}"
  }
}
