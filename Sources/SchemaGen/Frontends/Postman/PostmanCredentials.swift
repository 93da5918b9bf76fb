import SchemaDocument

/// Finds the credentials of whoever made a collection before anything of it is read.
struct PostmanCredentials {
  /// What was found.
  var redaction = Redaction()
  /// The names of variables that stand where credentials do.
  private(set) var variables: Set<String> = []
  /// What an `auth` object holds besides credentials, in lower case.
  private static let harmless: Set<String> = [
    "key", "in", "type", "algorithm", "realm", "qop", "scope", "granttype", "grant_type", "addtokento", "tokenname",
    "headerprefix", "region", "service", "signaturemethod", "version", "username", "client_authentication",
    "challengealgorithm", "redirect_uri", "callbackurl", "authurl", "accesstokenurl", "audience", "resource",
  ]

  /// Looks at a part of a collection and all that is in it.
  mutating func learn(_ node: Node, key: String = "") {
    switch node.value {
    case .object(let members):
      if key == "auth" { return learn(auth: node) }
      if key == "url" { node["raw"].map { learn(address: $0) } }
      learn(pair: node)
      for member in members { learn(member.value, key: member.key) }
    case .array(let elements):
      for element in elements {
        if key == "cookie", let value = element["value"] { learn(credential: value) }
        learn(element, key: key)
      }
    case .string(let text):
      switch key {
      case "url", "request": learn(address: node)
      case "header":
        for line in text.split(separator: "\n") {
          let parts = line.split(separator: ":", maxSplits: 1)
          if parts.count == 2 { learn(named: String(parts[0].trimmed), String(parts[1].trimmed), at: node) }
        }
      default: break
      }
    case .null, .boolean, .number: break
    }
  }

  /// Looks at a key with its value: a header, a value of a query or a form, a variable.
  private mutating func learn(pair node: Node) {
    guard let value = node["value"], let text = value.string else { return }
    if node["type"]?.string == "secret" { learn(credential: value) }
    guard let name = (node["key"] ?? node["name"] ?? node["id"])?.string else { return }
    learn(named: name, text, at: value)
  }

  /// Looks at a value and what it is called.
  private mutating func learn(named name: String, _ text: String, at node: Node) {
    redaction.learn(header: name, value: text, at: node.span)
    if Credential.isSecret(name) || name.lowercased() == "cookie" { addVariables(in: text) }
  }

  /// Looks at an address.
  private mutating func learn(address node: Node) {
    guard let text = node.string, let url = PostmanURL(text, variables: PostmanVariables()) else { return }
    redaction.learn(userInfo: url.userInfo, query: url.query, at: node.span)
    if let userInfo = url.userInfo { addVariables(in: userInfo) }
    for (name, value) in url.query where Credential.isSecret(BodyReader.decoded(name)) { addVariables(in: value) }
  }

  /// Looks at how a request authenticates: a list of keys and values, or an object as version 2.0 has it.
  private mutating func learn(auth node: Node, name: String = "") {
    switch node.value {
    case .string: if !Self.harmless.contains(name.lowercased()) { learn(credential: node) }
    case .array(let elements):
      for element in elements {
        if let key = element["key"]?.string, let value = element["value"] { learn(auth: value, name: key) }
      }
    case .object(let members): for member in members { learn(auth: member.value, name: member.key) }
    case .null, .boolean, .number: break
    }
  }

  /// Takes note of a credential, or of the variables that hold it.
  private mutating func learn(credential node: Node) {
    guard let text = node.string else { return }
    redaction.learn(text, at: node.span)
    addVariables(in: text)
  }

  /// Takes note of the variables in a text; a base URL is none that needs hiding.
  private mutating func addVariables(in text: String) {
    var rest = text[...]
    while let start = rest.firstByteOffset(of: "{{") {
      rest = rest.dropping(bytes: start + 2)
      guard let end = rest.firstByteOffset(of: "}}") else { return }
      variables.insert(String(rest.prefix(bytes: end).trimmed))
      rest = rest.dropping(bytes: end + 2)
    }
  }
}
