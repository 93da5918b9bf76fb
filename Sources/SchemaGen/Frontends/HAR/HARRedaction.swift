import SchemaDescription
import SchemaDocument
import SchemaSource

/// Hides the credentials of whoever made a recording, wherever they are repeated.
struct HARRedaction {
  /// What stands in the place of a secret.
  static let placeholder = "redacted"
  /// Texts that are shorter, in bytes, are no secrets by themselves.
  private static let leastLength = 8
  /// What stands between the words of a text, the JSON of another text included.
  private static let separators: Set<Character> = [
    ";", ",", "&", "\"", "'", "<", ">", "(", ")", "[", "]", "{", "}", "\\", "?",
  ]
  /// Values that were sent or received as credentials.
  private var secrets: Set<String> = []
  /// The first credential that was seen.
  private(set) var firstSecret: SourceSpan?

  init() {}

  /// Takes note of the credentials in the headers, the cookies and the query of an entry.
  mutating func learn(_ entry: Node) {
    for message in [entry["request"], entry["response"]] {
      for header in message?["headers"]?.elements ?? [] {
        guard let name = header["name"]?.string, let value = header["value"]?.string else { continue }
        let key = name.lowercased()
        if key == "cookie" || key == "set-cookie" {
          learn(cookies: value, at: header.span)
        } else if Credential.scheme(ofHeader: name, value: value, at: header.span) != nil || Credential.isSecret(name) {
          add(value, at: header.span)
          if let space = value.firstIndex(of: " ") { add(String(value[value.index(after: space)...]), at: header.span) }
        }
      }
      for cookie in message?["cookies"]?.elements ?? [] {
        if let value = cookie["value"]?.string { add(value, at: cookie.span) }
      }
    }
    if let node = entry["request"]?["url"], let text = node.string, let url = EndpointURL(text) {
      for (name, value) in url.query where Credential.isSecret(BodyReader.decoded(name)) {
        add(BodyReader.decoded(value), at: node.span)
      }
    }
  }

  /// Takes note of the values in the text of a cookie header.
  private mutating func learn(cookies text: String, at span: SourceSpan) {
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { add(String(pair[1]), at: span) }
    }
  }

  /// Takes note of one value.
  private mutating func add(_ value: String, at span: SourceSpan) {
    firstSecret = firstSecret ?? span
    guard value.utf8.count >= Self.leastLength, FieldKind(value) == .string else { return }
    secrets.insert(value)
    secrets.insert(PathText.withoutPercentEscapes(value))
  }

  /// Whether a text was sent or received as a credential, or holds one among other words.
  func isSecret(_ text: String) -> Bool {
    guard !secrets.isEmpty, text.utf8.count >= Self.leastLength else { return false }
    if secrets.contains(text) { return true }
    for piece in text.split(whereSeparator: { $0.isWhitespace || Self.separators.contains($0) }) {
      if secrets.contains(String(piece)) { return true }
      for mark in ["=", ":"] as [Character] {
        guard let position = piece.firstIndex(of: mark) else { continue }
        if secrets.contains(String(piece[piece.index(after: position)...])) { return true }
      }
    }
    return false
  }

  /// A value with its secrets replaced: texts that are credentials elsewhere, and those whose names say so.
  mutating func redacted(_ node: Node, name: String? = nil) -> Node {
    var node = node
    switch node.value {
    case .string(let text):
      guard !text.isEmpty, isSecret(text) || name.map({ Credential.isSecret($0) }) == true else { return node }
      firstSecret = firstSecret ?? node.span
      node.value = .string(Self.placeholder)
    case .array(let elements): node.value = .array(elements.map { redacted($0, name: name) })
    case .object(var members):
      for index in members.indices { members[index].value = redacted(members[index].value, name: members[index].key) }
      node.value = .object(members)
    case .null, .boolean, .number: break
    }
    return node
  }

  /// A body with its secrets replaced; a text that holds one is no example.
  mutating func redact(_ body: inout CallBody) {
    body.examples = body.examples.compactMap { example in
      if let text = example.value.string, isSecret(text) {
        firstSecret = firstSecret ?? example.value.span
        return nil
      }
      return RawExample(name: example.name, redacted(example.value))
    }
    guard var fields = body.fields else { return }
    for index in fields.indices where Credential.isSecret(fields[index].name) || isSecret(fields[index].value) {
      fields[index].isSecret = true
      firstSecret = firstSecret ?? fields[index].span
    }
    body.fields = fields
  }
}
