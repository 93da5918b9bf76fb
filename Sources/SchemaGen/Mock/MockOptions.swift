/// How a mock behaves beyond what the documents say.
package struct MockOptions: Sendable {
  /// What made values depend on.
  package var seed: UInt64 = 0
  /// The pause before each event of a stream.
  package var delay = Duration.zero
  /// How long each response takes, from and to.
  package var latency: ClosedRange<Duration> = .zero ... .zero
  /// The part of all responses that are faults, from 0 to 1.
  package var failRate = 0.0
  /// How many bytes of a request are looked at: 64 MiB.
  package var bodyLimit = 64 << 20

  package init() {}
}
