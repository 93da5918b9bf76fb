/// Takes note of the last success.
actor ResponseRecorder {
  /// The request and the head of its response; nil where there was no success yet.
  private(set) var exchange: Exchange?

  /// The head of the response; nil where there was no success yet.
  var head: ResponseHead? { exchange?.head }

  /// Takes note of a success; its body is not kept.
  func record(_ exchange: Exchange) { self.exchange = exchange.withoutBody }
}
