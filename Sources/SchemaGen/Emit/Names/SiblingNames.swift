/// Makes names of methods that do what others do in another way.
enum SiblingNames {
  /// The first words of names that say no more than that something is called.
  private static let verbs = [
    "add", "ask", "call", "compute", "create", "do", "execute", "fetch", "generate", "get", "invoke", "list", "make",
    "new",
    "open", "perform", "post", "predict", "produce", "put", "query", "read", "request", "run", "send", "start",
    "submit",
  ]

  /// The name of the method whose answer comes event by event: `createChat` → `streamChat`, `chat` → `streamChat`.
  static func stream(of name: String) -> String {
    if name.hasPrefix("stream") { return name + "Events" }
    for verb in verbs where name.hasPrefix(verb) {
      let rest = name.dropFirst(verb.count)
      guard let first = rest.first, first.isUppercase || first == "_" else { continue }
      return "stream" + rest
    }
    return longStream(of: name)
  }

  /// The same where that is taken: `streamCreateChat`.
  static func longStream(of name: String) -> String { "stream" + name.prefix(1).uppercased() + name.dropFirst() }

  /// The name of the method that gives all pages: `listPets` → `listPetsPages`.
  static func pages(of name: String) -> String { name + "Pages" }

  /// The same where that is taken.
  static func longPages(of name: String) -> String { name + "PageSequence" }
}
