import SchemaIR

/// What a method of the client does with its operation; the raw value is what follows the operation in the configuration.
package enum MethodForm: String, CaseIterable, Sendable {
  /// It gives the answer.
  case plain
  /// It gives the answer event by event, where the plain method does not.
  case stream
  /// It gives all pages of a list.
  case pages
  /// It gives the text that the answer may be, where the plain method gives something else.
  case text
  /// It gives the bytes that the answer may be, where the plain method gives something else.
  case bytes

  /// The forms beside the plain one.
  static let siblings = allCases.filter { $0 != .plain }

  /// Whether an operation has the method.
  func isNeeded(for operation: Operation) -> Bool {
    switch self {
    case .plain: true
    case .stream: operation.hasStreamSibling
    case .pages: operation.pagination != nil
    case .text: operation.alternative(.text) != nil
    case .bytes: operation.alternative(.binary) != nil
    }
  }

  /// The name beside a plain method's.
  func name(of method: String) -> String {
    switch self {
    case .plain: method
    case .stream: SiblingNames.stream(of: method)
    case .pages: SiblingNames.pages(of: method)
    case .text: SiblingNames.text(of: method)
    case .bytes: SiblingNames.bytes(of: method)
    }
  }

  /// The same where that is taken.
  func longName(of method: String) -> String {
    switch self {
    case .plain: method
    case .stream: SiblingNames.longStream(of: method)
    case .pages: SiblingNames.longPages(of: method)
    case .text: SiblingNames.longText(of: method)
    case .bytes: SiblingNames.longBytes(of: method)
    }
  }
}
