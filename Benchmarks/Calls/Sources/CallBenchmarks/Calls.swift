/// The calls that are measured, each as a generated client and as code written by hand makes it.
protocol Calls: Sendable {
  /// A small answer; how long its name is.
  func getItem() async throws -> Int
  /// A large answer; how many items it has.
  func listItems() async throws -> Int
  /// A question and its answer; how long that is.
  func createCompletion() async throws -> Int
}

extension Calls {
  /// Makes a call of a kind.
  func make(_ kind: CallKind) async throws -> Int {
    switch kind {
    case .getItem: try await getItem()
    case .listItems: try await listItems()
    case .createCompletion: try await createCompletion()
    }
  }
}
