import SchemaDocument
import SchemaSource

/// Reads the small parts of a collection: texts, and lists of keys and values.
struct PostmanFields {
  /// What was found wrong so far.
  var report: Report

  /// A description, which is a text or an object with the text in it.
  mutating func description(_ node: Node?) -> String? {
    guard let node, !node.isNull else { return nil }
    if node.members != nil { return node["content"].flatMap { description($0) } }
    guard let text = node.string else {
      report.addUnexpected(node, "a description", "a string or an object with a 'content'")
      return nil
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// A text that is not blank; `name` says whose.
  mutating func text(_ node: Node?, _ name: String) -> String? {
    guard let node, !node.isNull else { return nil }
    guard let text = node.string ?? node.number ?? node.boolean.map({ $0 ? "true" : "false" }) else {
      report.addUnexpected(node, name, "a string")
      return nil
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// The elements of an array; `name` says of which.
  mutating func elements(_ node: Node?, _ name: String) -> [Node] {
    guard let node, !node.isNull else { return [] }
    if let elements = node.elements { return elements }
    report.addUnexpected(node, name, "an array")
    return []
  }

  /// The members of an object; `name` says of which. Nil where it is none.
  mutating func object(_ node: Node?, _ name: String) -> [Member]? {
    guard let node, !node.isNull else { return nil }
    if let members = node.uniqueMembers { return members }
    report.addUnexpected(node, name, "an object")
    return nil
  }

  /// A list of keys and values; `name` says what one of them is.
  mutating func fields(_ node: Node?, _ list: String, _ name: String) -> [CallField] {
    elements(node, list).compactMap { field($0, name) }
  }

  /// The headers of a message: a list, or one text with a header on each line.
  mutating func headers(_ node: Node?) -> [CallField] {
    guard let node, let text = node.string else { return fields(node, "the headers", "a header") }
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let name = parts.first?.trimmed, !name.isEmpty else { return nil }
      return CallField(String(name), parts.count > 1 ? String(parts[1].trimmed) : "", at: node.span)
    }
  }

  /// One key with its value.
  mutating func field(_ node: Node, _ name: String) -> CallField? {
    guard node.members != nil else {
      report.addUnexpected(node, name, "an object with a 'key'")
      return nil
    }
    guard let keyNode = node["key"] ?? node["id"] ?? node["name"], let key = text(keyNode, "the key of \(name)") else {
      return nil
    }
    var field = CallField(key, value(node["value"], of: name), at: node.span)
    field.description = description(node["description"])
    if let flag = node["disabled"], !flag.isNull {
      if flag.boolean == nil { report.addUnexpected(flag, "'disabled'", "true or false") }
      field.isLeftOut = flag.boolean ?? false
    }
    markRequired(&field)
    return field
  }

  /// The variables of a collection, a folder or an environment.
  mutating func variables(_ node: Node?) -> [PostmanVariables.Variable] {
    elements(node, "the variables").compactMap { element in
      guard element.members != nil else {
        report.addUnexpected(element, "a variable", "an object with a 'key'")
        return nil
      }
      if element["enabled"]?.boolean == false || element["disabled"]?.boolean == true { return nil }
      guard let name = text(element["key"] ?? element["id"] ?? element["name"], "the key of a variable") else {
        return nil
      }
      return PostmanVariables.Variable(
        name: name,
        value: value(element["value"], of: "a variable"),
        description: description(element["description"]),
        isSecret: element["type"]?.string == "secret" || Credential.isSecret(name),
        span: element.span
      )
    }
  }

  /// The text of a value; numbers and truth values as they are spelled.
  private mutating func value(_ node: Node?, of name: String) -> String {
    guard let node, !node.isNull else { return "" }
    if let text = node.string ?? node.number ?? node.boolean.map({ $0 ? "true" : "false" }) { return text }
    report.addUnexpected(node, "the value of \(name)", "a string")
    return ""
  }

  /// Notices what tools write before the description of a value that must be there.
  private func markRequired(_ field: inout CallField) {
    let mark = "(Required)"
    guard let text = field.description, text.hasPrefix(mark) else { return }
    field.isRequired = true
    let rest = String(text.dropFirst(mark.count)[...].trimmed)
    field.description = rest.isEmpty ? nil : rest
  }
}
