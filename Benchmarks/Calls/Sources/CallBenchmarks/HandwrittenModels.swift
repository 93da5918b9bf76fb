/// The models as somebody writes them who needs no more than Foundation's coders.
enum Handwritten {
  /// An item.
  struct Item: Codable, Sendable {
    var id: String
    var name: String
    var price: Double
    var inStock: Bool
    var tags: [String]
    var size: Size
    var description: String?
    var sold: Int?
  }

  /// A width and a height.
  struct Size: Codable, Sendable {
    var width: Int
    var height: Int
  }

  /// Items.
  struct ItemList: Codable, Sendable {
    var items: [Item]
    var next: String?
  }

  /// A message.
  struct Message: Codable, Sendable {
    var role: String
    var content: String
  }

  /// A question.
  struct CompletionRequest: Codable, Sendable {
    var model: String
    var messages: [Message]
    var temperature: Double?
    var maxTokens: Int?
    var stop: [String]?
  }

  /// An answer.
  struct Completion: Codable, Sendable {
    var id: String
    var created: Int
    var model: String
    var choices: [Choice]
    var usage: Usage?
  }

  /// One of the answers.
  struct Choice: Codable, Sendable {
    var index: Int
    var message: Message
    var finishReason: String?
  }

  /// What an answer cost.
  struct Usage: Codable, Sendable {
    var promptTokens: Int
    var completionTokens: Int
    var totalTokens: Int
  }

  /// The body of an error.
  struct Problem: Codable, Sendable {
    var message: String
  }

  /// An answer that is no success.
  struct Failure: Error {
    var status: Int
    var problem: Problem?
  }

  /// A time.
  struct Moment: Codable, Sendable {
    var sent: Int
  }
}
