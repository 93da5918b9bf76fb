/// What a generated client's calls took beside those by hand.
struct Comparison: Codable {
  /// The calls of the generated client.
  var ours: Measurement
  /// Those by hand.
  var theirs: Measurement
  /// Calls a second, as a multiple of those by hand: the median of the turns.
  var rate: Double
  /// Processor time, as a multiple of that by hand: the median of the turns.
  var processor: Double

  /// Puts the turns together, each with the same number of calls.
  init(_ turns: [(ours: Measurement, theirs: Measurement)]) {
    ours = Self.middle(turns.map(\.ours))
    theirs = Self.middle(turns.map(\.theirs))
    rate = turns.map { $0.ours.rate / $0.theirs.rate }.sorted()[turns.count / 2]
    processor = turns.map { $0.ours.processorSeconds / $0.theirs.processorSeconds }.sorted()[turns.count / 2]
  }

  /// A measurement with the middle ones of many times.
  private static func middle(_ measurements: [Measurement]) -> Measurement {
    var result = measurements[0]
    result.seconds = measurements.map(\.seconds).sorted()[measurements.count / 2]
    result.processorSeconds = measurements.map(\.processorSeconds).sorted()[measurements.count / 2]
    return result
  }
}
