import SchemaDocument
import SchemaSource

extension Report {
  /// Extensions of Apifox that say nothing of what is generated, or that are read beside another key.
  private static let knownExtensions: Set<String> = [
    "ignore-properties", "overrides", "folder", "status", "name", "maintainer", "mock",
  ]

  /// Says, for those who ask, that an extension of Apifox or Apidog is not known.
  mutating func noteUnknownApifox(_ member: Member) {
    guard member.key.hasPrefix("x-api"), let name = Self.apifoxName(of: member.key),
      !Self.knownExtensions.contains(name)
    else { return }
    let message = "the extension '\(member.key)' is not known and left out"
    add(Diagnostic(.ignoredText, message, at: member.keySpan, severity: .note))
  }

  /// The name of an extension without the tool's: `folder` of `x-apifox-folder`; nil where it is another tool's.
  static func apifoxName(of key: String) -> String? {
    for prefix in ["x-apifox-", "x-apidog-"] where key.hasPrefix(prefix) { return String(key.dropFirst(prefix.count)) }
    return nil
  }
}
