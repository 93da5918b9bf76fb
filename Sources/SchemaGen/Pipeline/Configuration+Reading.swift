import SchemaDocument
import SchemaLower
import SchemaSource

extension Configuration {
  /// Reads a configuration; each unknown key and each value of a wrong type is a located error in the report, and
  /// the rest is used.
  package init(reading file: SourceFile, report: inout Report) {
    self.init()
    // A file with nothing but comments is a configuration that changes nothing.
    guard file.holdsMoreThanComments else { return }
    guard let root = YAMLReader.read(file, report: &report), !root.isNull else { return }
    guard let members = root.members else {
      report.add(.invalidConfiguration, "the configuration must be a map of keys", at: root.span)
      return
    }
    for member in members {
      switch Key(rawValue: member.key) {
      case .module: module = member.identifier(report: &report)
      case .templates: templates = member.text(report: &report)
      case .prose: readsProse = member.choice(Prose.self, report: &report) != .ignore
      case .validation: validation = member.choice(ValidationPolicy.self, report: &report) ?? .off
      case .apis: readAPIs(member, report: &report)
      case nil: member.reportUnknown(Key.self, report: &report)
      }
    }
  }

  /// The keys at the top.
  private enum Key: String, CaseIterable { case module, apis, prose, templates, validation }

  /// The keys of one API.
  private enum APIKey: String, CaseIterable { case namespace, server }

  /// What to do with values listed in prose.
  private enum Prose: String, CaseIterable { case read, ignore }

  /// Reads the settings of all APIs.
  private mutating func readAPIs(_ member: Member, report: inout Report) {
    guard let members = member.map(report: &report) else { return }
    for api in members {
      var settings = APISettings(span: api.keySpan)
      for setting in api.map(report: &report) ?? [] {
        switch APIKey(rawValue: setting.key) {
        case .namespace: settings.namespace = setting.identifier(report: &report)
        case .server: settings.server = setting.url(report: &report)
        case nil: setting.reportUnknown(APIKey.self, report: &report)
        }
      }
      apis[api.key] = settings
    }
  }

  /// Whether a text can be a module or a namespace: a Swift identifier, keywords aside.
  package static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= 200 else { return false }
    return (first == "_" || first.properties.isXIDStart)
      && text.unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue) && text != "_"
  }
}

extension Member {
  /// The members of a value that must be a map; null counts as an empty one.
  fileprivate func map(report: inout Report) -> [Member]? {
    if value.isNull { return [] }
    if let members = value.members { return members }
    report.add(.invalidConfiguration, "`\(key)` must be a map of keys", at: value.span)
    return nil
  }

  /// A value that must be a text that is not empty.
  fileprivate func text(report: inout Report) -> String? {
    if let text = value.string, !text.isEmpty { return text }
    report.add(.invalidConfiguration, "`\(key)` must be a text", at: value.span)
    return nil
  }

  /// A value that must be a Swift identifier.
  fileprivate func identifier(report: inout Report) -> String? {
    guard let text = text(report: &report) else { return nil }
    if Configuration.isIdentifier(text) { return text }
    report.add(.invalidConfiguration, "`\(key)` must be a Swift identifier", at: value.span)
    return nil
  }

  /// A value that must be an absolute HTTP URL; without a slash at its end.
  fileprivate func url(report: inout Report) -> String? {
    guard var text = text(report: &report) else { return nil }
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    guard let scheme, text.count > scheme.count, !text.contains(where: \.isWhitespace) else {
      report.add(.invalidConfiguration, "`\(key)` must be a URL that begins with http:// or https://", at: value.span)
      return nil
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  /// A value that must be one of a few words.
  fileprivate func choice<Choice>(_ type: Choice.Type, report: inout Report) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    if let choice = value.string.flatMap(Choice.init(rawValue:)) { return choice }
    let words = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    report.add(.invalidConfiguration, "`\(key)` must be \(words)", at: value.span)
    return nil
  }

  /// Reports that no key has this name.
  fileprivate func reportUnknown<Key>(_ type: Key.Type, report: inout Report)
  where Key: RawRepresentable<String> & CaseIterable {
    let known = Key.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    report.add(
      .invalidConfiguration,
      "unknown key `\(key)`",
      at: keySpan,
      notes: [Diagnostic.Note("the keys here are \(known)")]
    )
  }
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
