import SchemaEmit
import SchemaIR

extension EmittedCall {
  /// The exact codes of the documented successes, the usual one first.
  var successStatuses: [Int] {
    operation.successes.compactMap { if case .code(let code) = $0.status { code } else { nil } }
  }

  /// The media types that the call gives its caller.
  var mediaTypes: Set<String> {
    switch form {
    case .stream: Set([operation.eventStream?.mediaType].compactMap(\.self))
    case .plain, .pages: Set(operation.accepted)
    case .text: Set(operation.alternative(.text).map { operation.accepted(for: $0) } ?? [])
    case .bytes: Set(operation.alternative(.binary).map { operation.accepted(for: $0) } ?? [])
    }
  }
}
