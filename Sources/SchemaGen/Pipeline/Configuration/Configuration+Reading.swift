import SchemaDocument
import SchemaEmit
import SchemaSource

extension Configuration {
  /// Reads a configuration; each unknown key, each key that is there twice and each value of a wrong type is a located
  /// error in the report, and the rest is used.
  package init(reading file: SourceFile, report: inout Report) {
    self.init()
    // A file with nothing but comments is a configuration that changes nothing.
    guard file.holdsMoreThanComments else { return }
    var found = Report()
    let root = YAMLReader.read(file, report: &found)
    for var diagnostic in found.diagnostics {
      // In a document the last of two keys counts; here nobody can mean both.
      if diagnostic.id == .duplicateKey { diagnostic.severity = .error }
      report.add(diagnostic)
    }
    guard let root, !root.isNull else { return }
    guard let members = root.members else {
      report.add(.invalidConfiguration, "the configuration must be a map of keys", at: root.span)
      return
    }
    _ = Key.read(members, into: &self, ConfigurationTable.keys, within: root.span, &report)
  }

  /// Whether a text can be a module or a namespace: a Swift identifier, keywords aside.
  package static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= 200 else { return false }
    return (first == "_" || first.properties.isXIDStart)
      && text.unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue) && text != "_"
  }

  /// Whether Swift keeps a word for itself, so that no module can be called so.
  package static func isKeyword(_ text: String) -> Bool { SwiftKeywords.contains(anyOf: text) }
}

extension SourceFile {
  /// Whether any line holds something else than white space and a comment.
  fileprivate var holdsMoreThanComments: Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return false }
      return first != UInt8(ascii: "#")
    }
  }
}
