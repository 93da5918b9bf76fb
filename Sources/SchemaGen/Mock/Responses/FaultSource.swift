import Foundation

/// Says how long responses take and which are faults, in an order that the seed decides. `@unchecked`: the lock guards
/// the random numbers.
final class FaultSource: @unchecked Sendable {
  private let options: MockOptions
  private let lock = NSLock()
  private var random: SeededGenerator

  /// Starts with the seed of the options.
  init(_ options: MockOptions) {
    self.options = options
    random = SeededGenerator(seed: options.seed, for: "faults")
  }

  /// Makes a response late, or a fault of it.
  func apply(to response: inout MockResponse) {
    lock.withLock {
      let bounds = (options.latency.lowerBound, options.latency.upperBound)
      response.latency = bounds.0 + (bounds.1 - bounds.0) * Double.random(in: 0...1, using: &random)
      guard options.failRate > 0, Double.random(in: 0..<1, using: &random) < options.failRate else { return }
      let latency = response.latency
      // Nothing breaks in the middle of nothing.
      let kinds = if case .none = response.body { 1..<4 } else { 0..<4 }
      switch Int.random(in: kinds, using: &random) {
      case 0: response.breaks = true
      case 1: response = Problem(500, "Internal Server Error", Self.detail).response
      case 2: response = Problem(502, "Bad Gateway", Self.detail).response
      default:
        response = Problem(503, "Service Unavailable", Self.detail).response
        response.headers[.retryAfter] = "1"
      }
      response.latency = latency
    }
  }

  private static let detail = "a fault that the mock was asked for"
}
