import SchemaDescription
import SchemaDocument
import SchemaSource

extension OperationWriter {
  /// Adds the requests that the server sends to places which this operation's request names; those that several
  /// operations have are components.
  mutating func addCallbacks(of operation: OperationDescription, to object: inout ObjectBuilder) {
    guard operation.kind == .call else { return }
    let label = operation.id ?? "\(operation.method) \(operation.path)"
    var map = ObjectBuilder()
    for kind in callbacks.kinds[label] ?? [] {
      guard case .callback(let name, _) = kind else { continue }
      if callbacks.shared[kind] != nil {
        map.add(name, reference(to: kind))
      } else if callbacks.written.insert(kind).inserted {
        map.add(name, items(of: callbacks.operations[kind] ?? []) { $0.path }.node)
      }
    }
    for reference in operation.sharedCallbacks where callbacks.shared[reference.original] != nil {
      map.add(reference.name, self.reference(to: reference.original))
    }
    object.add("callbacks", object: map)
  }

  /// The reference to a callback that several operations have, which is written the first time.
  private mutating func reference(to kind: OperationDescription.Kind) -> Node {
    let key = callbacks.shared[kind] ?? ""
    if callbacks.written.insert(kind).inserted {
      let node = items(of: callbacks.operations[kind] ?? []) { $0.path }.node
      callbacks.components.add(key, node)
    }
    return .object(["$ref": .text("#/components/callbacks/\(key)")])
  }

  /// Says which callbacks are not written, as no operation that is written has them, and which requests stand in a place
  /// that other tools do not look at.
  mutating func tellUnwritten(of description: APIDescription) {
    for operation in description.operations {
      switch operation.kind {
      case .call: continue
      case .webhook where bodies.schemas.form == .v3_0:
        let notes = [SchemaWriter.advice(ConvertedKey.webhooks)]
        let message = "webhooks are no part of OpenAPI 3.0"
        bodies.schemas.report.add(.unsupportedFeature, message, at: operation.span, notes: notes)
      case .webhook: continue
      case .callback(let name, _):
        guard !callbacks.written.contains(operation.kind) else { continue }
        let message = "the callback '\(name)' is left out with the operation that it belongs to"
        let diagnostic = Diagnostic(.unsupportedFeature, message, at: operation.span, severity: .note)
        bodies.schemas.report.add(diagnostic)
      }
    }
  }
}
