import SchemaDescription

/// A documented response and the one of its media types that is sent.
struct ResponseChoice {
  /// The status code that is sent.
  let status: Int
  /// The position of the response.
  let response: Int
  /// The position of the media type; nil for a response without a body.
  let content: Int?

  /// Chooses among the documented responses.
  ///
  /// - Parameters:
  ///   - wanted: the status that the client prefers.
  ///   - example: the name of the example that the client prefers.
  ///   - isStreamed: whether the request asks for a stream; nil where it says nothing.
  /// - Throws: `Problem` where the client accepts none of the media types of a success.
  /// - Returns: nil where the document has no such response.
  static func choose(
    _ operation: OperationDescription,
    wanted: Int?,
    example: String?,
    isStreamed: Bool?,
    accepted: AcceptedMedia
  ) throws -> ResponseChoice? {
    let candidates = try candidates(operation, wanted: wanted, example: example)
    guard let (index, status) = candidates.first else { return nil }
    let response = operation.responses[index]
    guard !response.contents.isEmpty, ![204, 205, 304].contains(status) else {
      return ResponseChoice(status: status, response: index, content: nil)
    }
    var order = Array(response.contents.indices)
    if let example {
      let named = order.filter { has(example, response.contents[$0]) }
      if !named.isEmpty { order = named }
    }
    if let isStreamed {
      let kinds = response.contents.map(\.kind)
      let stream = kinds.contains(.eventStream) ? MediaTypeKind.eventStream : .jsonLines
      let fitting = order.filter { (kinds[$0] == stream) == isStreamed }
      // A client that asks for a stream in the body rarely says so in `Accept`.
      if let first = fitting.first, isStreamed {
        return ResponseChoice(status: status, response: index, content: first)
      }
      if !fitting.isEmpty { order = fitting }
    }
    let rated = order.map { (position: $0, quality: accepted.quality(of: response.contents[$0].mediaType)) }
    let best = rated.reduce(rated[0]) { $1.quality > $0.quality ? $1 : $0 }
    guard best.quality > 0 || !(200..<300).contains(status) else {
      let known = response.contents.map { "`\($0.mediaType)`" }.joined(separator: ", ")
      throw Problem(406, "Not Acceptable", "the document has the response in \(known), which `Accept` leaves out")
    }
    return ResponseChoice(status: status, response: index, content: best.position)
  }

  /// The responses that may be sent, the best one first, each with its status.
  private static func candidates(
    _ operation: OperationDescription,
    wanted: Int?,
    example: String?
  ) throws -> [(index: Int, status: Int)] {
    let responses = operation.responses
    if let wanted {
      let order: [ResponseStatus] = [.code(wanted), .range(wanted / 100), .default]
      return order.compactMap { status in responses.firstIndex { $0.status == status }.map { ($0, wanted) } }
    }
    if let example, let index = responses.firstIndex(where: { $0.contents.contains { has(example, $0) } }) {
      return [(index, code(responses[index].status))]
    }
    let successes = responses.indices.filter { (200..<300).contains(code(responses[$0].status)) }.sorted {
      (rank(responses[$0].status), $0) < (rank(responses[$1].status), $1)
    }
    return (successes + responses.indices).map { ($0, code(responses[$0].status)) }
  }

  /// The status code that is sent for a documented one.
  private static func code(_ status: ResponseStatus) -> Int {
    switch status {
    case .code(let code): (200..<1000).contains(code) ? code : 200
    case .range(let digit): (2...9).contains(digit) ? digit * 100 : 200
    case .default: 200
    }
  }

  /// Where a success stands among others.
  private static func rank(_ status: ResponseStatus) -> Int {
    switch status {
    case .code(let code): code
    case .range: 1000
    case .default: 2000
    }
  }

  /// Whether a media type has an example with a name.
  static func has(_ name: String, _ content: MediaTypeDescription) -> Bool {
    DocumentedExample.examples(of: content).contains { $0.name == name }
  }
}
