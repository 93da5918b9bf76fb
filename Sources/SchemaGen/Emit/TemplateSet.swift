import Mustache

/// The texts of everything that is emitted, parsed once.
package struct TemplateSet: Sendable {
  /// What is wrong with a template that was to replace a built-in one.
  package struct Failure: Error, Hashable, CustomStringConvertible {
    /// The template's file name.
    package var file: String
    /// The one-based line where it went wrong; nil where the whole file is meant.
    package var line: Int?
    /// Lower case, no full stop.
    package var message: String

    package var description: String { file + (line.map { ":\($0)" } ?? "") + ": " + message }
  }

  /// The names of all templates; each is a file `<name>.mustache`.
  package enum Name: String, CaseIterable, Sendable {
    case file, structure, tuple, enumeration, closedEnumeration, union, alias
    case client, clientGroup, operation, requestBody, responseCases, servers, tests, calls, webhooks, rules

    /// The text that is used unless another one replaces it.
    package var builtIn: String {
      let bytes =
        switch self {
        case .file: PackageResources.file_mustache
        case .structure: PackageResources.structure_mustache
        case .tuple: PackageResources.tuple_mustache
        case .enumeration: PackageResources.enumeration_mustache
        case .closedEnumeration: PackageResources.closedEnumeration_mustache
        case .union: PackageResources.union_mustache
        case .alias: PackageResources.alias_mustache
        case .client: PackageResources.client_mustache
        case .clientGroup: PackageResources.clientGroup_mustache
        case .operation: PackageResources.operation_mustache
        case .requestBody: PackageResources.requestBody_mustache
        case .responseCases: PackageResources.responseCases_mustache
        case .servers: PackageResources.servers_mustache
        case .rules: PackageResources.rules_mustache
        case .tests: PackageResources.tests_mustache
        case .calls: PackageResources.calls_mustache
        case .webhooks: PackageResources.webhooks_mustache
        }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private let library: MustacheLibrary

  /// The built-in templates.
  package init() {
    do {
      try self.init(overrides: [:])
    } catch {
      preconditionFailure("a built-in template is broken: \(error)")
    }
  }

  /// The built-in templates with some of them replaced: texts by the template's name, with or without `.mustache`.
  package init(overrides: [String: String]) throws(Failure) {
    var texts: [Name: (file: String, text: String)] = [:]
    for name in Name.allCases { texts[name] = ("\(name.rawValue).mustache", name.builtIn) }
    for (file, text) in overrides.sorted(by: { $0.key < $1.key }) {
      let stem = file.hasSuffix(".mustache") ? String(file.dropLast(".mustache".count)) : file
      guard let name = Name(rawValue: stem) else {
        let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(file: file, line: nil, message: "no template has this name; the names are \(known)")
      }
      texts[name] = (file, text)
    }
    var library = MustacheLibrary()
    for name in Name.allCases {
      guard let (file, text) = texts[name] else { continue }
      library.register(try TemplateSet.parse(text, file: file), named: name.rawValue)
    }
    self.library = library
  }

  /// The text that a template makes of a view.
  func render(_ view: any MustacheParent, with name: Name) -> String {
    library.render(view, withTemplate: name.rawValue) ?? ""
  }

  /// Parses one template as plain text: nothing in it is escaped as HTML would be.
  private static func parse(_ text: String, file: String) throws(Failure) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text.replacing("\r\n", with: "\n"))
    } catch let error as MustacheTemplate.ParserError {
      throw Failure(file: file, line: max(1, error.context.lineNumber - 1), message: reason(error.error))
    } catch {
      throw Failure(file: file, line: nil, message: reason(error))
    }
  }

  /// What a parser's error means.
  private static func reason(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "the end of a section names another section than its begin"
    case .unfinishedName: "a tag is not closed"
    case .expectedSectionEnd: "a section is not closed"
    case .invalidSetDelimiter: "the tag that sets the delimiters is malformed"
    case .transformAppliedToInheritanceSection: "a block cannot have a transform"
    case .illegalTokenInsideInheritSection: "only blocks may stand in an inherited partial"
    case .textInsideInheritSection: "only blocks may stand in an inherited partial, and no text"
    case .invalidConfigVariableSyntax: "the pragma is malformed"
    case .unrecognisedConfigVariable: "the pragma is not known"
    case nil: "the template ends in the middle of a tag"
    }
  }
}
