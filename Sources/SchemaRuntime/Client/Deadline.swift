/// Runs functions no longer than they may take.
enum Deadline {
  /// The function's result, or an error where it took too long; the function is cancelled then.
  static func run<Result: Sendable>(
    within limit: Duration,
    by clock: any Clock<Duration>,
    else error: any Error,
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await clock.sleep(for: limit)
        throw error
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw error }
      return first
    }
  }
}
