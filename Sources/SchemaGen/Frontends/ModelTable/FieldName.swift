import SchemaSource

/// The name of a field in a table's cell, without what tables put around it.
struct FieldName {
  /// The dotted name as it stands there.
  var line: PageLine
  /// The name as a path, without the marks before it.
  var path: String
  /// How deep marks before the name, such as `>` or `├─`, put it below the rows above.
  var depth = 0
  /// Whether marks at the name call the field required; nil where there are none.
  var isRequired: Bool?

  /// Marks that put a name below the one above, in the order in which they are looked for.
  private static let marks = [
    "&nbsp;&nbsp;", "&emsp;", "&gt;", "├──", "├─", "└──", "└─", "|--", "|-", ">", "＞", "»", "└", "├", "↳", "→", "--",
    "+ ", "- ",
    "· ", "— ",
  ]

  /// Takes a cell; nil where it holds no name.
  init?(_ cell: PageLine) {
    var rest = CellText.plain(cell)
    var isMarked = true
    while isMarked, depth < 32 {
      isMarked = false
      for mark in Self.marks where rest.text.begins(with: mark) && rest.text.utf8.count > mark.utf8.count {
        rest = CellText.plain(rest.dropping(bytes: mark.utf8.count))
        depth += 1
        isMarked = true
        break
      }
    }
    if rest.text.begins(with: "*") {
      isRequired = true
      rest = rest.dropping(bytes: 1)
    }
    for (mark, value) in [
      ("*", true), ("(required)", true), ("(必填)", true), ("（必填）", true), (" required", true), ("(optional)", false),
      ("（可选）", false), ("(可选)", false), (" optional", false), ("?", false),
    ] where rest.text.ends(with: mark) && rest.text.utf8.count > mark.utf8.count {
      if mark == "*", rest.text.ends(with: ".*") || rest.text.ends(with: "[*") { continue }
      isRequired = value
      rest = CellText.plain(rest.prefix(bytes: rest.text.utf8.count - mark.utf8.count))
      break
    }
    // A name is a word; what stands behind it in parentheses or another line is more about it.
    if let end = rest.text.firstIndex(where: { $0 == "(" || $0 == "（" || $0 == "<" || $0 == " " }),
      end > rest.text.startIndex,
      rest.text[..<end].unicodeScalars.allSatisfy(\.isNamePart)
    {
      rest = rest.part(rest.text[..<end])
    }
    guard !rest.text.isEmpty, !rest.text.contains("`") else { return nil }
    line = rest
    path = String(rest.text).replacing("\\_", with: "_").replacing("\\[", with: "[").replacing("\\]", with: "]")
  }
}
