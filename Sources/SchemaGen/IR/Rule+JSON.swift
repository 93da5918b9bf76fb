extension Rule {
  /// The rule as a schema in compact JSON.
  package var json: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Writes the rule as a schema.
  private func write(to text: inout String) {
    if isNever { return text += "false" }
    if keywords.isEmpty { return text += "true" }
    Self.list(keywords, "{", "}", to: &text) { keyword, text in
      Self.quote(keyword.name, to: &text)
      text += ":"
      keyword.argument.write(to: &text)
    }
  }

  /// Writes brackets around elements with commas between them.
  fileprivate static func list<Element>(
    _ elements: [Element],
    _ open: String,
    _ close: String,
    to text: inout String,
    _ write: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      write(element, &text)
    }
    text += close
  }

  /// Writes a JSON string.
  package static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        text += "\\"
        text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension Rule.Argument {
  /// Writes the argument as JSON.
  fileprivate func write(to text: inout String) {
    switch self {
    case .json(let json): text += json
    case .reference(let string), .text(let string): Rule.quote(string, to: &text)
    case .names(let names): Rule.list(names, "[", "]", to: &text) { Rule.quote($0, to: &$1) }
    case .anchors(let entries):
      Rule.list(entries, "{", "}", to: &text) { entry, text in
        Rule.quote(entry.key, to: &text)
        text += ":"
        Rule.quote(entry.value, to: &text)
      }
    case .dependencies(let entries):
      Rule.list(entries, "{", "}", to: &text) { entry, text in
        Rule.quote(entry.key, to: &text)
        text += ":"
        Rule.Argument.names(entry.value).write(to: &text)
      }
    case .rule(let rule): text += rule.json
    case .rules(let rules): Rule.list(rules, "[", "]", to: &text) { $1 += $0.json }
    case .table(let entries):
      Rule.list(entries, "{", "}", to: &text) { entry, text in
        Rule.quote(entry.key, to: &text)
        text += ":" + entry.value.json
      }
    }
  }
}
