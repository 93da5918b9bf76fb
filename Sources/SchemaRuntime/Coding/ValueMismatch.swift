/// A value that is not what a model expects; the underlying error of the runtime's `DecodingError`s.
public struct ValueMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place, for example `choices[0].message.content`; empty for the whole document.
  public let keyPath: String
  /// What the model expects, for example `a string`.
  public let expected: String
  /// What stands there, for example `null`; `nothing` where the key is missing.
  public let found: String

  /// Makes an error.
  init(path: [any CodingKey], expected: String, found: String) {
    keyPath = KeyPathText.text(path)
    self.expected = expected
    self.found = found
  }

  /// Takes apart any error of a decoder, also of Foundation's; nil where it is another error.
  init?(_ error: any Error) {
    guard let error = error as? DecodingError else { return nil }
    switch error {
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      self =
        (context.underlyingError as? ValueMismatch)
        ?? ValueMismatch(path: context.codingPath, expected: "\(type)", found: context.debugDescription)
    case .keyNotFound(let key, let context):
      self =
        (context.underlyingError as? ValueMismatch)
        ?? ValueMismatch(path: context.codingPath + [key], expected: "a value", found: "nothing")
    case .dataCorrupted(let context):
      self =
        (context.underlyingError as? ValueMismatch)
        ?? ValueMismatch(path: context.codingPath, expected: "a valid value", found: context.debugDescription)
    @unknown default:
      return nil
    }
  }

  /// The place, what was expected and what was found.
  public var description: String {
    "\(keyPath.isEmpty ? "the value" : keyPath): expected \(expected), found \(found)"
  }
}
