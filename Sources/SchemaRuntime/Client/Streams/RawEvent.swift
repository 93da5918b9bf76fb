/// An event whose data is not text yet.
struct RawEvent: Equatable {
  /// The event's name; `message` where the server gave none.
  var name: String
  /// The data in UTF-8, as it came.
  var data: [UInt8]
  /// The last identifier that the stream has given so far.
  var id: String
  /// How long to wait before the stream is asked for again, as the stream last said.
  var retry: Duration?

  /// The event for people.
  var event: ServerSentEvent {
    ServerSentEvent(event: name, data: String(decoding: data, as: UTF8.self), id: id, retry: retry)
  }
}
