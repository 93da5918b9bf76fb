/// What a scenario took.
struct Measurement: Codable {
  /// How many calls, events, streams or bytes.
  var count: Int
  /// Seconds by the clock.
  var seconds: Double
  /// Seconds of processor time.
  var processorSeconds: Double
  /// The most memory that the process has held at a time, in bytes.
  var peakBytes: Int
  /// How long single things took, in seconds, shortest first.
  var latencies: [Double] = []

  /// How many a second.
  var rate: Double { Double(count) / seconds }
  /// Seconds of processor time for each.
  var processorSecondsEach: Double { processorSeconds / Double(count) }
  /// How long the thing in the middle took, in seconds.
  var medianLatency: Double { latencies.isEmpty ? 0 : latencies[latencies.count / 2] }
  /// How long all but a twentieth took at most, in seconds.
  var lateLatency: Double { latencies.isEmpty ? 0 : latencies[latencies.count * 19 / 20] }
}
