extension Operation {
  /// What a call of the operation gives, chosen from the documented responses.
  package enum Outcome: Sendable {
    /// Nothing to speak of.
    case nothing
    /// One body, whatever the status.
    case content(Content)
    /// One body in JSON, or that there is none, by a status that says so: 204 or 205.
    case optional(Content)
    /// One of several, which the status tells: each success with its body, nil where it has none.
    case cases([(status: Response.Status, content: Content?)])

    /// Whether the status tells what comes back.
    package var hasCases: Bool { if case .cases = self { true } else { false } }
  }

  /// What a plain call gives: JSON before text before bytes before what comes bit by bit.
  package var outcome: Outcome { outcome(prefersStream: false) }

  /// What a call gives that asks for a stream where one is documented, else as a plain one.
  package var streamOutcome: Outcome { outcome(prefersStream: true) }

  /// What a call gives, of each success the body that it prefers.
  private func outcome(prefersStream: Bool) -> Outcome {
    let chosen = successes.map { response in
      let coding = prefersStream ? stream?.coding : nil
      let elements = coding.flatMap { coding in response.contents.first { $0.coding == coding } }
      return (status: response.status, content: elements ?? Self.preferred(response.contents))
    }
    guard let first = chosen.lazy.compactMap(\.content).first else { return .nothing }
    let empty = chosen.filter { $0.content == nil }
    if !empty.isEmpty, empty.allSatisfy({ $0.status.saysNothingComes }),
      chosen.allSatisfy({ $0.content.map { $0.isAlike(first) } ?? true })
    {
      // Without a body, a stream is one without elements.
      if first.coding.isSequence { return .content(first) }
      if first.coding == .json { return .optional(first) }
    }
    if chosen.allSatisfy({ $0.content.map { $0.isAlike(first) } ?? false }) { return .content(first) }
    return .cases(chosen)
  }

  /// The media types that a plain call accepts, in order.
  package var accepted: [String] {
    // What carries the same in another media type will do as well.
    mediaTypes(
      successes.flatMap { response in
        Self.preferred(response.contents).map { chosen in response.contents.filter { $0.isAlike(chosen) } } ?? []
      }
    )
  }

  /// The media types that a call for a stream accepts, in order.
  package var acceptedInStream: [String] {
    guard case .cases(let cases) = streamOutcome else { return stream.map { [$0.mediaType] } ?? [] }
    return mediaTypes(cases.compactMap(\.content))
  }

  /// The media types of some bodies, each once.
  private func mediaTypes(_ contents: [Content]) -> [String] {
    var known: Set<String> = []
    return contents.map(\.mediaType).filter { !$0.isEmpty && known.insert($0).inserted }
  }

  /// The event stream that a success may be; nil where none is documented.
  package var eventStream: Content? {
    successes.lazy.flatMap(\.contents).first { $0.coding == .eventStream }
  }

  /// The values one after another that a success may be; nil where none are documented.
  package var valueStream: Content? {
    successes.lazy.flatMap(\.contents).first { $0.coding == .jsonLines }
  }

  /// What comes bit by bit of a success: events, else values one after another; nil where neither is documented.
  package var stream: Content? { eventStream ?? valueStream }

  /// Whether a plain call is answered by a stream of events.
  package var isAnsweredByEvents: Bool {
    switch outcome {
    case .nothing: false
    case .content(let content), .optional(let content): content.coding == .eventStream
    case .cases(let cases): cases.contains { $0.content?.coding == .eventStream }
    }
  }

  /// Whether another method than the plain one gives the stream.
  package var hasStreamSibling: Bool { streaming != nil && stream != nil && !isAnsweredByEvents }

  /// What a success may be as well, coded so; nil where it may not.
  package func alternative(_ coding: Content.Coding) -> Content? { alternatives.first { $0.coding == coding } }

  /// The media types that a call for one of the alternatives accepts, in order.
  package func accepted(for alternative: Content) -> [String] {
    mediaTypes(successes.flatMap(\.contents).filter { $0.isAlike(alternative) })
  }

  /// The bodies of documented errors, in JSON where that is documented, else as text.
  package var failures: [(status: Response.Status, content: Content)] {
    errors.compactMap { response in Self.failure(response).map { (response.status, $0) } }
  }

  /// The statuses of documented errors of whose bodies there is no type, in the document's order.
  package var bodilessFailures: [Response.Status] { errors.filter { Self.failure($0) == nil }.map(\.status) }

  /// The documented responses that are no success, and of which a caller hears.
  private var errors: [Response] {
    let isDefaultSuccess = successes.contains { $0.status == .default }
    return responses.filter { response in
      switch response.status {
      case .code(let code): code >= 300
      case .range(let digit): digit >= 3
      case .default: !isDefaultSuccess
      }
    }
  }

  /// The body that an error is read in; nil where there is none that has a type.
  private static func failure(_ response: Response) -> Content? {
    response.contents.first { $0.coding == .json } ?? response.contents.first { $0.coding == .text }
  }

  /// The successes: exact codes in ascending order, then ranges. A document that names the default response alone means
  /// the success by it.
  package var successes: [Response] {
    let named = responses.filter(\.status.isSuccess)
    guard named.isEmpty else { return named.sorted { $0.status.rank < $1.status.rank } }
    return responses.filter { $0.status == .default }
  }

  /// The media type that a response is read in.
  private static func preferred(_ contents: [Content]) -> Content? {
    contents.min { rank($0.coding) < rank($1.coding) }
  }

  /// The place of a coding among those that a response may have.
  private static func rank(_ coding: Content.Coding) -> Int {
    switch coding {
    case .json: 0
    case .text, .urlEncoded: 1
    case .binary, .multipart: 2
    case .jsonLines: 3
    case .eventStream: 4
    }
  }
}

extension Content {
  /// Whether a response in this form gives the caller the same type as another.
  fileprivate func isAlike(_ other: Content) -> Bool {
    switch (coding, other.coding) {
    case (.json, .json): type == other.type
    case (.jsonLines, .jsonLines), (.eventStream, .eventStream): type == other.type
    case (.text, .text), (.text, .urlEncoded), (.urlEncoded, .text), (.urlEncoded, .urlEncoded): true
    case (.binary, .binary), (.binary, .multipart), (.multipart, .binary), (.multipart, .multipart): true
    default: false
    }
  }
}

extension Content.Coding {
  /// Whether values come one after another.
  package var isSequence: Bool { self == .eventStream || self == .jsonLines }
}

extension Response.Status {
  /// Whether the status itself says that there is no body (RFC 9110, sections 15.3.5 and 15.3.6).
  fileprivate var saysNothingComes: Bool { self == .code(204) || self == .code(205) }

  /// The place of a status in the order.
  fileprivate var rank: Int {
    switch self {
    case .code(let code): code
    case .range(let digit): 1000 + digit
    case .default: 2000
    }
  }
}
