/// What a client is told about its next calls by `with` and by the runtime itself.
struct CallOptions: Sendable {
  /// Header fields, which replace all others of the same name.
  var headers: [(name: String, value: String)] = []
  /// The idempotency key.
  var idempotencyKey: IdempotencyKey?
  /// The base URL, also for operations that have one of their own.
  var server: Server?
  /// The URL of another page, which replaces path and query.
  var link: PageLink?
  /// Takes note of the head of each success.
  var recorder: ResponseRecorder?
}
