/// Which status codes a documented response stands for (OpenAPI 3.1, section 4.8.16).
public enum StatusPattern: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// One code, for example 429.
  case code(Int)
  /// All codes that start with a digit, for example 4 for 400 to 499.
  case range(Int)
  /// All codes that no other pattern stands for.
  case `default`

  /// Stands for one code: `404` is `.code(404)`.
  public init(integerLiteral value: Int) { self = .code(value) }

  /// How exactly the pattern names the code, the higher the more exactly; nil where it does not stand for the code.
  func precision(for status: Int) -> Int? {
    switch self {
    case .code(let code): code == status ? 2 : nil
    case .range(let digit): digit == status / 100 ? 1 : nil
    case .default: 0
    }
  }
}
