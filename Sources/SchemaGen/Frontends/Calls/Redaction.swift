import SchemaDescription
import SchemaDocument
import SchemaSource

/// Hides the credentials of whoever kept some calls, wherever they are repeated.
struct Redaction {
  /// The credentials that are known.
  private(set) var secrets = Secrets()
  /// The first credential that was seen.
  private(set) var firstPlace: SourceSpan?

  init() {}

  /// Takes note of a value that was sent or received as a credential; what stands for a value is none.
  mutating func learn(_ value: String, at span: SourceSpan) {
    guard !value.isEmpty else { return }
    switch FieldKind(value) {
    case .placeholder: return
    case .string: if Self.isStandIn(value) { return }
    case .integer, .number, .boolean: break
    }
    firstPlace = firstPlace ?? span
    secrets.add(span)
    // Numbers and single words of that kind stand for other things, too.
    guard FieldKind(value) == .string else { return }
    secrets.add(value)
    secrets.add(PathText.withoutPercentEscapes(value))
  }

  /// Takes note of a header that authenticates, and of cookies.
  mutating func learn(header name: String, value: String, at span: SourceSpan) {
    let key = name.lowercased()
    if key == "cookie" || key == "set-cookie" {
      learn(cookies: value, at: span)
    } else if Credential.scheme(ofHeader: name, value: value, at: span) != nil || Credential.isSecret(name) {
      learn(value, at: span)
      // The scheme of a credential is a word before it: `Bearer …`.
      if let space = value.firstIndex(of: " ") { learn(String(value[value.index(after: space)...]), at: span) }
    }
  }

  /// Takes note of the values in the text of a cookie header.
  private mutating func learn(cookies text: String, at span: SourceSpan) {
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { learn(String(pair[1]), at: span) }
    }
  }

  /// Takes note of a value whose name says that it is a credential.
  mutating func learn(named name: String, value: String, at span: SourceSpan) {
    if Credential.isSecret(name) { learn(value, at: span) }
  }

  /// Takes note of what an address holds: a password before its host, and credentials in its query.
  mutating func learn(userInfo: String?, query: [(name: String, value: String)], at span: SourceSpan) {
    if let userInfo {
      firstPlace = firstPlace ?? span
      secrets.add(span)
      let password = userInfo.split(separator: ":", maxSplits: 1).last.map(String.init) ?? userInfo
      learn(password, at: span)
    }
    for (name, value) in query where Credential.isSecret(BodyReader.decoded(name)) {
      learn(value, at: span)
      learn(BodyReader.decoded(value), at: span)
    }
  }

  /// Takes note of the credentials that some calls send or receive in their bodies.
  mutating func learn(_ calls: [RecordedCall]) {
    for call in calls {
      for field in call.query + call.headers + call.cookies + (call.body?.fields ?? []) {
        learn(named: field.name, value: field.value, at: field.span)
      }
      for body in [call.body] + call.responses.map(\.body) {
        for example in body?.examples ?? [] { learn(example.value) }
      }
    }
  }

  /// Takes note of the members of a value whose names say that they are credentials.
  private mutating func learn(_ node: Node, name: String? = nil) {
    switch node.value {
    case .string(let text): if let name { learn(named: name, value: text, at: node.span) }
    case .array(let elements): for element in elements { learn(element, name: name) }
    case .object(let members): for member in members { learn(member.value, name: member.key) }
    case .null, .boolean, .number: break
    }
  }

  /// Whether a text is what people write where a credential goes: `YOUR_API_KEY`, `xxxxxxxx`, `sk-...`.
  private static func isStandIn(_ text: String) -> Bool {
    if text == Secrets.placeholder || text.contains("...") || text.contains("***") { return true }
    let lower = text.lowercased()
    return lower.contains("your") || lower.contains("xxxx") || Set(lower).count == 1
  }

  /// Whether a text is a credential or holds one among other words.
  func isSecret(_ text: String) -> Bool { secrets.isWithin(text) }

  /// Tells that credentials are left out, and hands them to the report, so that none of its excerpts shows them.
  func tell(_ report: inout Report) {
    guard let firstPlace else { return }
    report.secrets.formUnion(secrets)
    report.add(
      .ignoredText,
      "credentials are left out: they become authentication, and no example shows them",
      at: firstPlace
    )
  }
}
