/// Lets so many through in a time, and so many at once after a quiet time; the others wait in their order.
actor TokenBucket {
  /// How many may pass at once.
  private let capacity: Int
  /// How long it takes until one more may pass.
  private let interval: Duration
  /// Waits.
  private let clock: any Clock<Duration>
  /// Measures the time since the bucket was made.
  private let watch: Stopwatch
  /// When the bucket will be, or was, full, if nobody else takes from it.
  private var isFullAt: Duration = .zero

  /// Makes a bucket, which is full.
  init(capacity: Int, interval: Duration, clock: any Clock<Duration>) {
    self.capacity = capacity
    self.interval = interval
    self.clock = clock
    watch = Stopwatch(clock)
  }

  /// Returns once one more may pass.
  ///
  /// - Throws: `CancellationError`; the place is given back then.
  func take() async throws {
    let now = watch.elapsed
    isFullAt = max(isFullAt, now) + interval
    let wait = isFullAt - now - interval * capacity
    guard wait > .zero else { return }
    do {
      try await clock.sleep(for: wait)
    } catch {
      isFullAt -= interval
      throw error
    }
  }
}
