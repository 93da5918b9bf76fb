/// How a parameter's value becomes text (OpenAPI 3.1, section 4.8.12.3).
public enum ParameterStyle: String, Hashable, Sendable, CaseIterable {
  /// `color=blue`, in queries and cookies.
  case form
  /// `blue`, in paths and headers.
  case simple
  /// `.blue`, in paths.
  case label
  /// `;color=blue`, in paths.
  case matrix
  /// `color=blue%20black`, in queries.
  case spaceDelimited
  /// `color=blue%7Cblack`, in queries.
  case pipeDelimited
  /// `color%5BR%5D=100`, in queries.
  case deepObject
}
