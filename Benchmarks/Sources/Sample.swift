/// The durations of repeated runs of one piece of work, in seconds.
struct Sample {
  private var seconds: [Double] = []

  /// The middle one of the durations.
  var median: Double { seconds.sorted()[seconds.count / 2] }
  /// The shortest duration.
  var minimum: Double { seconds.min() ?? 0 }
  /// How often the work ran.
  var count: Int { seconds.count }

  /// Runs `work` once to warm up and then `count` times.
  static func take(_ count: Int, _ work: () throws -> Void) rethrows -> Sample {
    var sample = Sample()
    try work()
    let clock = ContinuousClock()
    for _ in 0..<count {
      let duration = try clock.measure(work)
      let parts = duration.components
      sample.seconds.append(Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
    }
    return sample
  }
}
