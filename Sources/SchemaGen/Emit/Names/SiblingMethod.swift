import SchemaIR

/// A method that does what the plain method of an operation does in another way; the raw value is what follows the
/// operation in the configuration.
enum SiblingMethod: String, CaseIterable {
  /// It answers event by event.
  case stream
  /// It gives all pages of a list.
  case pages

  /// Whether an operation has the method.
  func isNeeded(for operation: Operation) -> Bool {
    switch self {
    case .stream: operation.hasStreamSibling
    case .pages: operation.pagination != nil
    }
  }

  /// The name beside a plain method's.
  func name(of method: String) -> String {
    switch self {
    case .stream: SiblingNames.stream(of: method)
    case .pages: SiblingNames.pages(of: method)
    }
  }

  /// The same where that is taken.
  func longName(of method: String) -> String {
    switch self {
    case .stream: SiblingNames.longStream(of: method)
    case .pages: SiblingNames.longPages(of: method)
    }
  }
}
