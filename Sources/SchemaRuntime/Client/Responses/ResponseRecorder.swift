/// Takes note of the last success.
actor ResponseRecorder {
  /// Takes note of it as well: who asked for the response around what asks here.
  private let outer: ResponseRecorder?
  /// The request and the head of its response; nil where there was no success yet.
  private(set) var exchange: Exchange?

  /// Takes note for somebody, within what others take note of.
  init(within outer: ResponseRecorder?) { self.outer = outer }

  /// The head of the response; nil where there was no success yet.
  var head: ResponseHead? { exchange?.head }

  /// Takes note of a success; its body is not kept.
  func record(_ exchange: Exchange) async {
    let head = exchange.withoutBody
    self.exchange = head
    await outer?.record(head)
  }
}
