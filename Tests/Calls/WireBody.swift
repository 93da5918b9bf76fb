import SchemaRuntime

/// The body of a response as it came, read without any model.
struct WireBody {
  /// What the body is by its media type.
  private enum Content {
    case json
    case lines
    case events
    case other
  }

  private let bytes: [UInt8]
  private let content: Content
  private let terminators: [String]

  init(_ answer: WireRecorder.Answer, terminators: [String]) {
    bytes = answer.bytes
    self.terminators = terminators
    let type = answer.mediaType
    let isSequence =
      ["jsonl", "ndjson", "json-seq", "jsonlines"].contains(where: type.hasSuffix) || type.hasSuffix("stream+json")
      || type.hasSuffix("json-stream")
    content = type == "text/event-stream" ? .events : isSequence ? .lines : type.hasSuffix("json") ? .json : .other
  }

  /// What tells a result from the body.
  func differences(to result: CallResult) -> [String] {
    do {
      switch result {
      case .nothing: return []
      case .json(.string(let text)) where text == self.text: return []
      case .json(let value): return RoundTrip.differences(from: try JSONValue(parsing: bytes), to: value)
      case .string(let text): return text == self.text ? [] : ["the text is not the one that came"]
      case .data(let data): return data == bytes ? [] : ["\(data.count) bytes are not the \(bytes.count) that came"]
      case .sequence(let values):
        let elements = self.elements
        guard elements.count == values.count else { return ["\(values.count) elements are not \(elements.count)"] }
        return zip(elements, values).enumerated().flatMap { index, pair in
          Self.differences(pair.0, pair.1).map { "element \(index + 1): \($0)" }
        }
      }
    } catch {
      return ["the body is no JSON: \(error)"]
    }
  }

  /// What tells a documented body from the one that came.
  func differences(toDocumented values: [JSONValue]) -> [String] {
    switch content {
    case .json:
      guard let value = values.first else { return [] }
      guard let own = try? JSONValue(parsing: bytes) else { return ["the body is no JSON"] }
      return RoundTrip.differences(from: value, to: own)
    case .events, .lines:
      let elements = self.elements
      guard elements.count == values.count else { return ["\(elements.count) elements, not \(values.count)"] }
      return zip(elements, values).enumerated().flatMap { index, pair in
        Self.differences(pair.0, pair.1).map { "element \(index + 1): \($0)" }
      }
    case .other:
      // Forms are compared as bytes alone: a document shows them as objects.
      guard let text = values.first?.stringValue else { return [] }
      return text == self.text ? [] : ["the body is not the documented text"]
    }
  }

  /// What tells a value from the text of an element; a text that is no JSON is a string.
  private static func differences(_ text: String, _ value: JSONValue) -> [String] {
    if value.stringValue == text { return [] }
    guard let own = try? JSONValue(parsing: text) else { return ["expected \(text), found \(value)"] }
    return RoundTrip.differences(from: own, to: value)
  }

  /// The body as text.
  private var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The texts of the elements of a sequence.
  private var elements: [String] {
    if content == .lines { return text.split { $0 == "\n" || $0 == "\u{1E}" }.map(String.init) }
    var elements: [String] = []
    for event in text.split(separator: "\n\n") {
      let data = event.split(separator: "\n").filter { $0.hasPrefix("data:") }.map { line in
        let rest = line.dropFirst(5)
        return rest.hasPrefix(" ") ? rest.dropFirst() : rest
      }.joined(separator: "\n")
      if terminators.contains(data) { break }
      if !data.isEmpty { elements.append(data) }
    }
    return elements
  }
}
