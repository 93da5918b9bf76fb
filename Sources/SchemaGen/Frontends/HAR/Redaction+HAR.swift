import SchemaDocument

extension Redaction {
  /// Takes note of the credentials in the address, the headers and the cookies of an entry.
  mutating func learn(entry: Node) {
    for message in [entry["request"], entry["response"]] {
      for header in message?["headers"]?.elements ?? [] {
        guard let name = header["name"]?.string, let node = header["value"], let value = node.string else { continue }
        learn(header: name, value: value, at: node.span)
      }
      for cookie in message?["cookies"]?.elements ?? [] {
        if let node = cookie["value"], let value = node.string { learn(value, at: node.span) }
      }
    }
    for field in entry["request"]?["queryString"]?.elements ?? [] {
      guard let name = field["name"]?.string, let node = field["value"], let value = node.string else { continue }
      learn(named: name, value: value, at: node.span)
    }
    if let node = entry["request"]?["url"], let text = node.string, let url = EndpointURL(text) {
      learn(userInfo: url.userInfo, query: url.query, at: node.span)
    }
  }
}
