/// What comes back with one status.
package struct Response: Sendable {
  /// Which status codes the response stands for.
  package enum Status: Hashable, Sendable {
    case code(Int)
    case range(Int)
    case `default`

    /// Whether the operation succeeded: 2xx.
    package var isSuccess: Bool {
      switch self {
      case .code(let code): (200..<300).contains(code)
      case .range(let digit): digit == 2
      case .default: false
      }
    }
  }

  package var status: Status
  package var documentation: String?
  /// The structure of the documented headers, whose keys are the headers' names; nil where there are none.
  package var headers: TypeRef?
  /// Empty where the response has no body.
  package var contents: [Content]

  package init(status: Status, documentation: String? = nil, contents: [Content]) {
    self.status = status
    self.documentation = documentation
    self.contents = contents
  }
}
