/// Says how long ago something was, by any clock.
package struct Stopwatch: Sendable {
  /// Asks the clock.
  private let measure: @Sendable () -> Duration

  /// Starts now.
  package init(_ clock: any Clock<Duration>) { self.init(starting: clock) }

  /// Starts now.
  private init<Source: Clock>(starting clock: Source) where Source.Duration == Duration {
    let start = clock.now
    measure = { start.duration(to: clock.now) }
  }

  /// The time since the start.
  package var elapsed: Duration { measure() }
}
