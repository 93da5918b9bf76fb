/// A line on the terminal that says how far reading is.
struct Progress: Sendable {
  /// Runs with fewer documents are over before anyone could read the line.
  private static let smallest = 10

  private let isShown: Bool

  /// Shows nothing where nobody watches or where there are few documents.
  init(documents: Int, isWanted: Bool) {
    isShown = isWanted && documents > Self.smallest && Terminal.isInteractive
  }

  /// Shows a state; the line is overwritten by the next one.
  func show(_ done: Int, of total: Int) {
    if isShown { Terminal.write(error: "\r\u{1B}[Kreading documents: \(done) of \(total)") }
  }

  /// Removes the line.
  func clear() {
    if isShown { Terminal.write(error: "\r\u{1B}[K") }
  }
}
