public import SchemaRuntime

/// A call with arguments as a document has them, and what must come of it.
public struct DocumentedCall: Codable, Sendable {
  /// What must come back.
  public enum Outcome: Codable, Sendable {
    /// A success.
    case success
    /// A documented error, whose body has a type.
    case typedError
    /// A documented error of which nothing but the status is known.
    case error
  }

  /// A documented response in one media type.
  public struct Answer: Codable, Sendable {
    /// The status: `200`, `2XX` or `default`.
    public var status: String
    /// The media type; empty for a response without a body.
    public var mediaType: String
    /// The documented bodies: one value each, or of a sequence its values.
    public var examples: [[JSONValue]]

    /// Makes a response.
    public init(status: String, mediaType: String, examples: [[JSONValue]]) {
      self.status = status
      self.mediaType = mediaType
      self.examples = examples
    }
  }

  /// For people: the call and how it is made.
  public var label: String
  /// What the table of calls knows it by.
  public var name: String
  /// What the call is given.
  public var arguments = CallArguments()
  /// What the `Prefer` field says (RFC 7240); nil for none.
  public var preference: String?
  /// What must come back.
  public var outcome: Outcome
  /// The status that must come back; nil where that is the server's choice.
  public var status: Int?
  /// The body that must come back; nil where any that is documented will do.
  public var wanted: [JSONValue]?
  /// All documented responses of the operation.
  public var answers: [Answer]
  /// What the data of the event is that ends a stream.
  public var terminators: [String]

  /// Makes a call.
  public init(
    label: String,
    name: String,
    outcome: Outcome = .success,
    answers: [Answer],
    terminators: [String] = ["[DONE]"]
  ) {
    self.label = label
    self.name = name
    self.outcome = outcome
    self.answers = answers
    self.terminators = terminators
  }

  /// The documented responses for what came back: exact codes before ranges before the default one.
  func answers(status: Int, mediaType: String) -> [Answer]? {
    for text in ["\(status)", "\(status / 100)XX", "default"] {
      let fitting = answers.filter { $0.status == text }
      guard !fitting.isEmpty else { continue }
      let exact = fitting.filter { $0.mediaType == mediaType }
      return exact.isEmpty ? fitting.filter { $0.mediaType.contains("*") || $0.mediaType.isEmpty } : exact
    }
    return nil
  }
}
