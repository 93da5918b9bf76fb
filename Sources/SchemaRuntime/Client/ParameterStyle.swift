/// How a parameter's value becomes text (OpenAPI 3.2, section 4.12.3).
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
  /// `color=blue%09black`: Swagger 2.0's `tsv`.
  case tabDelimited
  /// `color%5BR%5D=100`, in queries.
  case deepObject
  /// `color=blue`, in cookies, without percent-encoding.
  case cookie
}
