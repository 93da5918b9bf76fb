/// Makes names of methods that do what others do in another way.
enum SiblingNames {
  /// The first words of names that say no more than that something is called.
  private static let plainVerbs = [
    "add", "ask", "call", "compute", "create", "do", "execute", "fetch", "generate", "get", "invoke", "list", "make",
    "new", "open", "perform", "post", "predict", "produce", "put", "query", "read", "request", "run", "send", "start",
    "submit",
  ]

  /// First words that say what a method does.
  static let verbs = Set(
    plainVerbs + [
      "approve", "archive", "cancel", "check", "clear", "close", "confirm", "copy", "count", "delete", "disable",
      "download", "edit", "enable", "export", "find", "import", "insert", "load", "lock", "login", "logout", "merge",
      "modify", "move", "patch", "publish", "refresh", "reject", "remove", "rename", "replace", "reset", "resolve",
      "restore", "resume", "retrieve", "revoke", "save", "search", "set", "show", "stop", "subscribe", "sync", "update",
      "upload", "upsert", "validate", "verify", "watch", "write",
    ]
  )

  /// The name of the method whose answer comes event by event: `createChat` → `streamChat`, `chat` → `streamChat`,
  /// `create` → `stream`.
  static func stream(of name: String) -> String {
    if name.hasPrefix("stream") { return name + "Events" }
    if plainVerbs.contains(name) { return "stream" }
    for verb in plainVerbs where name.hasPrefix(verb) {
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

  /// The name of the method that gives a text: `getReport` → `getReportText`.
  static func text(of name: String) -> String { name + "Text" }

  /// The same where that is taken.
  static func longText(of name: String) -> String { name + "AsText" }

  /// The name of the method that gives bytes: `getReport` → `getReportBytes`.
  static func bytes(of name: String) -> String { name + "Bytes" }

  /// The same where that is taken.
  static func longBytes(of name: String) -> String { name + "AsBytes" }
}
