/// Says how long ago something was, by any clock.
struct Stopwatch: Sendable {
  /// Asks the clock.
  private let measure: @Sendable () -> Duration

  /// Starts now.
  init(_ clock: any Clock<Duration>) { self.init(starting: clock) }

  /// Starts now.
  private init<Source: Clock>(starting clock: Source) where Source.Duration == Duration {
    let start = clock.now
    measure = { start.duration(to: clock.now) }
  }

  /// The time since the start.
  var elapsed: Duration { measure() }
}
