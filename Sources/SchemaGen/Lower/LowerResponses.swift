import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers what comes back with one status.
  mutating func lower(
    _ response: ResponseDescription,
    of operation: Int,
    position: Int,
    role: OperationRole,
    label: String
  ) -> Response {
    let hasOnlyXML =
      response.status.lowered.isSuccess && response.contents.allSatisfy { MediaTypeKind.isXML($0.mediaType) }
    let contents = response.contents.enumerated().map { index, content in
      let place = Place(
        parent: nil,
        hint: .operation(operation, self.role(of: content, in: response, as: role)),
        path: "\(label) response",
        span: content.span
      )
      let slot = ExampleSlot.response(operation: operation, response: position, content: index)
      return lower(content, at: place, slot: slot, isOnly: hasOnlyXML)
    }
    var lowered = Response(status: response.status.lowered, documentation: response.description, contents: contents)
    lowered.headers = lowerHeaders(of: response, hint: .operation(operation, .headers(of: role)), label: label)
    return lowered
  }

  /// What the type of a response's body in one media type is to the operation.
  func role(of content: MediaTypeDescription, in response: ResponseDescription, as role: OperationRole) -> OperationRole
  {
    switch MediaTypeKind(content.mediaType) {
    case .eventStream where role == .response: .event
    case .eventStream, .jsonLines: response.contents.count > 1 ? .element(of: role) : role
    default: role
    }
  }

  /// What the responses are to their operation: the success with the smallest code is the one that names are made for
  /// without its code, and so are others that carry the same.
  func roles(of responses: [ResponseDescription]) -> [OperationRole] {
    let successes = responses.filter { $0.status.lowered.isSuccess && !$0.contents.isEmpty }
    let first = successes.min { ($0.status.lowered.number ?? 0) < ($1.status.lowered.number ?? 0) }
    return responses.map { response in
      let status = response.status.lowered
      guard status.isSuccess, let number = status.number else { return .failure(status: status.number) }
      guard let first, first.status != response.status, !response.contents.isEmpty else { return .response }
      return response.carriesSame(as: first) ? .response : .success(status: number)
    }
  }

  /// Says which documented successes and media types callers cannot get.
  mutating func tellLostResponses() {
    for (index, operation) in description.operations.enumerated() where operation.kind == .call {
      tellLostResponses(of: api.operations[index], as: operation)
    }
  }

  /// Says which documented successes and media types a caller of one operation cannot get.
  private mutating func tellLostResponses(of operation: Operation, as described: OperationDescription) {
    let accepted = Set(
      operation.accepted + (operation.hasStreamSibling ? operation.acceptedInStream : [])
        + operation.alternatives.flatMap { operation.accepted(for: $0) }
    )
    for response in described.responses where response.status.lowered.isSuccess {
      for content in response.contents where !accepted.contains(content.mediaType) && !content.mediaType.isEmpty {
        let isTold = MediaTypeKind.isXML(content.mediaType) && content.schema?.isComposed ?? false
        guard !isTold, MediaTypeKind(content.mediaType) != .eventStream else { continue }
        let message = "`\(described.label)` does not ask for its response in \(content.mediaType), which is left out"
        let severity = content.isOfItsOwn(among: response.contents) ? Severity.warning : .note
        report.add(Diagnostic(.unsupportedFeature, message, at: content.span, severity: severity))
      }
    }
  }
}

extension ResponseDescription {
  /// Whether the bodies have the same schemas and are coded alike.
  fileprivate func carriesSame(as other: ResponseDescription) -> Bool {
    contents.count == other.contents.count
      && zip(contents, other.contents).allSatisfy { first, second in
        guard first.kind == second.kind else { return false }
        guard let schema = first.schema, let known = second.schema else {
          return first.schema == nil && second.schema == nil
        }
        return schema.saysSame(as: known)
      }
  }
}

extension ResponseStatus {
  /// The same statuses in the IR.
  var lowered: Response.Status {
    switch self {
    case .code(let code): .code(code)
    case .range(let digit): .range(digit)
    case .default: .default
    }
  }
}

extension Response.Status {
  /// The code, or the first of a range; nil for the default.
  fileprivate var number: Int? {
    switch self {
    case .code(let code): code
    case .range(let digit): digit * 100
    case .default: nil
    }
  }
}
