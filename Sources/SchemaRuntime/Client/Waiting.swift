/// A value that one task waits for and another provides; only the first counts.
actor Waiting<Value: Sendable> {
  /// What was provided.
  private var result: Result<Value, any Error>?
  /// Who waits.
  private var continuation: CheckedContinuation<Value, any Error>?

  /// Provides the value, or an error.
  func finish(_ result: Result<Value, any Error>) {
    guard self.result == nil else { return }
    self.result = result
    continuation?.resume(with: result)
    continuation = nil
  }

  /// The value, as soon as it is there; to be asked for once.
  func value() async throws -> Value {
    if let result { return try result.get() }
    return try await withCheckedThrowingContinuation { continuation = $0 }
  }
}
