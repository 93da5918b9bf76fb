import SchemaIR

/// What an operation's method returns and throws, chosen from the documented responses.
struct OperationOutcome {
  /// The body of the success; nil where there is none.
  let success: Content?
  /// The media types that the call asks for; nil for the runtime's own choice.
  let accept: [String]?
  /// The bodies of documented errors.
  let failures: [(status: Response.Status, content: Content)]

  init(_ operation: Operation) {
    let responses = operation.responses
    // A document that names the default response alone means the success by it.
    let successes = responses.contains { $0.status.isSuccess } ? responses.filter { $0.status.isSuccess } : []
    let candidates = successes.isEmpty ? responses.filter { $0.status == .default } : successes
    success = OperationOutcome.preferred(candidates.sorted { OperationOutcome.precedes($0.status, $1.status) })
    accept = success.flatMap { $0.mediaType == "application/json" ? nil : [$0.mediaType] }
    failures = responses.filter { !$0.status.isSuccess && (!successes.isEmpty || $0.status != .default) }
      .compactMap { response in response.contents.first { $0.coding == .json }.map { (response.status, $0) } }
  }

  /// The content that a method returns: JSON before text before bytes, of the first response that has any.
  ///
  /// A stream of events is taken only where nothing else is offered; it comes as text.
  private static func preferred(_ responses: [Response]) -> Content? {
    for codings: [Content.Coding] in [
      [.json], [.text, .urlEncoded], [.binary, .multipart], [.eventStream, .jsonLines],
    ] {
      for response in responses {
        if let content = response.contents.first(where: { codings.contains($0.coding) }) { return content }
      }
    }
    return nil
  }

  /// Exact codes in ascending order, then ranges, then the default.
  private static func precedes(_ left: Response.Status, _ right: Response.Status) -> Bool {
    rank(left) < rank(right)
  }

  /// The place of a status in the order.
  private static func rank(_ status: Response.Status) -> Int {
    switch status {
    case .code(let code): code
    case .range(let digit): 1000 + digit
    case .default: 2000
    }
  }
}
