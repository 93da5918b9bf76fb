import SchemaDescription

/// The requests that the server sends to places which an earlier request names (OpenAPI 3.1, section 4.8.18).
struct CallbackTable {
  /// Operations by what they are called and whose they are.
  private(set) var operations: [OperationDescription.Kind: [OperationDescription]] = [:]
  /// What the callbacks of each operation are called, in order.
  private(set) var kinds: [String: [OperationDescription.Kind]] = [:]
  /// The callbacks that several operations have, each with the key of its component.
  private(set) var shared: [OperationDescription.Kind: String] = [:]
  /// The callbacks that are written.
  var written: Set<OperationDescription.Kind> = []
  /// The components.
  var components = ObjectBuilder()

  init(_ all: [OperationDescription]) {
    for operation in all {
      guard case .callback(_, let owner) = operation.kind else { continue }
      if operations[operation.kind] == nil { kinds[owner, default: []].append(operation.kind) }
      operations[operation.kind, default: []].append(operation)
    }
    var names = ComponentName()
    for reference in all.flatMap(\.sharedCallbacks) where shared[reference.original] == nil {
      guard operations[reference.original] != nil else { continue }
      shared[reference.original] = names.key(for: reference.name, else: "Callback")
    }
  }
}
