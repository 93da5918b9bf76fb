import NIOCore

/// The bodies that never change.
enum Texts {
  /// An item.
  static let item = ByteBuffer(string: itemText(7))

  /// A hundred items.
  static let list = ByteBuffer(
    string: #"{"items":["# + (0..<100).map(itemText).joined(separator: ",") + #"],"next":"c-100"}"#
  )

  /// An answer of a language model.
  static let completion = ByteBuffer(
    string: """
      {"id":"cmpl-8fd3a01","object":"chat.completion","created":1785412800,"model":"large-2","choices":[{"index":0,\
      "message":{"role":"assistant","content":"Paris is the capital of France.\\n\\nIt lies on the Seine, has a little \
      more than two million inhabitants, and \\"Paris\\" is what its people call it too."},"logprobs":null,\
      "finishReason":"stop"}],"usage":{"promptTokens":42,"completionTokens":64,"totalTokens":106}}
      """
  )

  /// An item with a number.
  private static func itemText(_ number: Int) -> String {
    """
    {"id":"item-\(number)","name":"Lamp \(number)","price":\(number).95,"inStock":\(number % 3 > 0),\
    "tags":["light","brass","series \(number % 7)"],"size":{"width":\(120 + number),"height":340},\
    "description":"A lamp for the desk, with a switch in its cord.","sold":\(number * 31)}
    """
  }
}
