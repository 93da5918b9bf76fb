import HTTPTypes

/// What the mock answers.
package struct MockResponse: Sendable {
  /// The content.
  package enum Body: Sendable {
    case none
    case bytes([UInt8])
    /// Pieces that are sent one after another, each after a pause.
    case stream([[UInt8]], pause: Duration)
  }

  /// The status code.
  package var status: Int
  package var headers = HTTPFields()
  package var body = Body.none
  /// How long to wait before anything is sent.
  package var latency = Duration.zero
  /// Whether the connection breaks in the middle of the body.
  package var breaks = false
  /// What to tell whoever runs the mock; nil for nothing.
  package var remark: String?

  package init(status: Int) { self.status = status }

  /// All bytes of the body.
  package var bytes: [UInt8] {
    switch body {
    case .none: []
    case .bytes(let bytes): bytes
    case .stream(let pieces, _): pieces.flatMap(\.self)
    }
  }
}
