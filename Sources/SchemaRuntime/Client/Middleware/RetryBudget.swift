/// How many requests of a client may be sent again, so that a server that is down is not asked even more often than usual.
///
/// Each request puts a part of a retry in, each retry takes one out.
public actor RetryBudget {
  /// How many retries the budget holds at most.
  private let capacity: Double
  /// What a request puts in.
  private let deposit: Double
  /// How many retries the budget holds.
  private var balance: Double

  /// Makes a budget, which is full.
  ///
  /// - Parameters:
  ///   - ratio: how many retries there may be for each request, in the long run.
  ///   - reserve: how many there may be at once after a quiet time.
  public init(ratio: Double = 0.1, reserve: Int = 10) {
    deposit = max(ratio, 0)
    capacity = Double(max(reserve, 0))
    balance = capacity
  }

  /// A request is sent for the first time.
  func deposited() { balance = min(balance + deposit, capacity) }

  /// Whether a request may be sent again.
  func withdraw() -> Bool {
    guard balance >= 1 else { return false }
    balance -= 1
    return true
  }
}
