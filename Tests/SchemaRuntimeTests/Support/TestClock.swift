import Foundation

/// A clock that goes on only when it is told to, or at once whenever somebody sleeps.
final class TestClock: Clock, @unchecked Sendable {
  /// A time since the clock was made.
  struct Instant: InstantProtocol {
    /// The time.
    var offset: Duration = .zero

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  /// Somebody who sleeps.
  private struct Sleeper {
    /// Until when.
    let deadline: Instant
    /// Wakes them.
    let continuation: CheckedContinuation<Void, any Error>
  }

  /// Guards all that changes.
  private let lock = NSLock()
  /// The time.
  private var time = Instant()
  /// Who sleeps.
  private var sleepers: [Int: Sleeper] = [:]
  /// Whose sleep was cancelled before it began.
  private var cancelled: Set<Int> = []
  /// The number of the next sleeper.
  private var next = 0
  /// How long others wanted to sleep.
  private var durations: [Duration] = []
  /// Whether nobody has to wait.
  private let isInstant: Bool

  /// Makes a clock.
  init(isInstant: Bool = false) { self.isInstant = isInstant }

  var now: Instant { lock.withLock { time } }
  var minimumResolution: Duration { .zero }

  /// How long others wanted to sleep, in the order in which they did.
  var sleeps: [Duration] { lock.withLock { durations } }

  /// How many sleep now.
  var sleeperCount: Int { lock.withLock { sleepers.count } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let number = lock.withLock {
      durations.append(time.duration(to: deadline))
      if isInstant { time = max(time, deadline) }
      next += 1
      return next
    }
    if isInstant { return await Task.yield() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isOver = lock.withLock {
          if cancelled.remove(number) != nil { return true }
          guard time < deadline else { return true }
          sleepers[number] = Sleeper(deadline: deadline, continuation: continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      let sleeper = lock.withLock {
        if sleepers[number] == nil { cancelled.insert(number) }
        return sleepers.removeValue(forKey: number)
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
    try Task.checkCancellation()
  }

  /// Goes on and wakes whose time has come.
  func advance(by duration: Duration) {
    let due = lock.withLock {
      time = time.advanced(by: duration)
      let due = sleepers.filter { $0.value.deadline <= time }
      for number in due.keys { sleepers[number] = nil }
      return due.values
    }
    for sleeper in due { sleeper.continuation.resume() }
  }

  /// Waits until so many sleep.
  func waitForSleepers(_ count: Int) async {
    while sleeperCount < count { await Task.yield() }
  }
}
