import Foundation

/// Counts finished documents over all threads. `@unchecked`: the lock guards the count.
final class Counter: @unchecked Sendable {
  private let total: Int
  private let progress: Generator.Progress?
  private let lock = NSLock()
  private var done = 0

  init(total: Int, progress: Generator.Progress?) {
    self.total = total
    self.progress = progress
  }

  /// Counts one more, and tells.
  func step() {
    guard let progress else { return }
    lock.withLock {
      done += 1
      progress(done, total)
    }
  }
}
