/// What is known of an event of a stream while its data is decoded.
struct EventData: Sendable {
  /// The event's name; `message` where the server gave none.
  let name: String
  /// The data in UTF-8, as it came.
  let bytes: [UInt8]

  /// The data as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
