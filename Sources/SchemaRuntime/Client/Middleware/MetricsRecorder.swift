/// Hears of requests.
public protocol MetricsRecorder: Sendable {
  /// A response's head has come, or none will; must not wait.
  func record(_ metrics: RequestMetrics)
}
