import Foundation
import HTTPTypes
import SchemaDescription
import SchemaDocument
import SchemaLower
import SchemaRuntime
import SchemaSource

/// One API as a server of its documented examples.
package struct MockAPI: Sendable {
  /// The name of the API.
  package let name: String
  /// What the documents say.
  package let description: APIDescription
  /// The paths of the servers, each without a slash at its end, the first one's first.
  let bases: [String]
  private let rules: OperationRules
  private let book: RuleBook
  private let security: SecurityCheck
  let samples: SampleStore

  /// Prepares an API; what its documents contradict themselves in is reported.
  package init(_ description: APIDescription, name: String, seed: UInt64, report: inout Report) {
    self.name = name
    var description = description
    UndocumentedStreams.add(to: &description)
    self.description = description
    rules = OperationRules(description, report: &report)
    book = RuleBook(rules.book)
    security = SecurityCheck(description)
    samples = SampleStore(description, rules, book, seed: seed)
    var bases: [String] = []
    for server in description.servers {
      let base = Self.path(of: server.url)
      if !bases.contains(base) { bases.append(base) }
    }
    self.bases = bases.isEmpty ? [""] : bases
  }

  /// The operations that a client calls, each with the paths at which it is answered, the documented ones first.
  var routes: [(operation: Int, method: String, paths: [String])] {
    description.operations.indices.compactMap { index in
      let operation = description.operations[index]
      guard operation.kind == .call else { return nil }
      let own = operation.servers.map { Self.path(of: $0.url) }
      var paths = (own.isEmpty ? bases : own).map { $0 + operation.path }
      if !paths.contains(operation.path) { paths.append(operation.path) }
      return (index, operation.method, paths)
    }
  }

  /// Whether the body of a request is needed to answer it; what is only bytes is not.
  func readsBody(_ index: Int, _ headers: HTTPFields) -> Bool {
    guard let body = description.operations[index].requestBody, !body.contents.isEmpty else { return false }
    guard let type = headers[.contentType] else { return true }
    return RequestBodyReader.readsContent(of: HeaderValue(type).value.lowercased())
  }

  /// Answers a request for an operation.
  ///
  /// - Throws: `Problem` where the request is not what the document asks for.
  func response(
    _ index: Int,
    _ request: HTTPRequest,
    _ target: RequestTarget,
    path: [String: String],
    body: [UInt8],
    options: MockOptions
  ) throws -> MockResponse {
    let operation = description.operations[index]
    if let problem = security.problem(operation, request.headerFields, query: target.query) { throw problem }
    var check = RequestCheck(operation, index, rules, book, samples.flattener)
    check.checkParameters(target, path: path, request.headerFields)
    let value = try check.checkBody(body, request.headerFields)
    if !check.faults.isEmpty {
      let count = check.faults.count == 1 ? "one thing is" : "\(check.faults.count) things are"
      throw Problem(400, "Bad Request", "\(count) not as the document says", faults: check.faults)
    }
    let asked = target.query.first { $0.name == "stream" }.flatMap { Bool($0.value) }
    return try answer(index, request, value, isStreamed: value?["stream"]?.boolValue ?? asked, options)
  }

  /// Chooses and writes the answer to a request that is as it should be.
  private func answer(
    _ index: Int,
    _ request: HTTPRequest,
    _ value: JSONValue?,
    isStreamed: Bool?,
    _ options: MockOptions
  ) throws -> MockResponse {
    let operation = description.operations[index]
    var preferences = Preferences(request.headerFields)
    var remark: String?
    if let example = preferences.example,
      !operation.responses.contains(where: { response in
        response.contents.contains { ResponseChoice.has(example, $0) }
      })
    {
      // What cannot be done is ignored (RFC 7240, section 2); whoever runs the mock is told.
      remark = "no example of this operation is called \"\(example)\""
      preferences = preferences.withoutExample
    }
    let choice = try ResponseChoice.choose(
      operation,
      wanted: preferences.status,
      example: preferences.example,
      isStreamed: isStreamed,
      accepted: AcceptedMedia(request.headerFields)
    )
    guard let choice else {
      guard let status = preferences.status else {
        var response = MockResponse(status: 204)
        response.remark = "the document has no response of this operation"
        return response
      }
      var response = Problem(status, "Undocumented", "the document has no response \(status) of this operation")
        .response
      response.headers[.preferenceApplied] = "status=\(status)"
      return response
    }
    var response = MockResponse(status: choice.status)
    response.remark = remark
    addHeaders(of: choice, operation: index, to: &response)
    if let position = choice.content {
      let content = operation.responses[choice.response].contents[position]
      let name = preferences.example ?? exampleName(for: value, operation)
      let written = BodyWriter(pause: options.delay).write(
        example(name, of: content, choice, index),
        as: content.mediaType,
        kind: content.kind
      )
      response.headers[.contentType] = written.contentType
      response.body = written.body
      if content.kind == .binary, DocumentedExample.examples(of: content).isEmpty {
        response.body = .bytes(samples.file(of: written.contentType, for: "\(operation.method) \(operation.path)"))
      }
    }
    var applied: [String] = []
    if let status = preferences.status { applied.append("status=\(status)") }
    if let example = preferences.example { applied.append("example=\"\(example.escapedForHeader)\"") }
    if !applied.isEmpty { response.headers[.preferenceApplied] = applied.joined(separator: ", ") }
    return response
  }

  /// The values of the example with a name; of the first one without such a name, or of one that is made.
  private func example(
    _ name: String?,
    of content: MediaTypeDescription,
    _ choice: ResponseChoice,
    _ operation: Int
  ) -> [RawExample] {
    let examples = DocumentedExample.examples(of: content)
    if let name, let named = examples.first(where: { $0.name == name }) { return named.values }
    let written = examples.filter { !$0.values.contains { $0.value.isSkeleton } }
    if let first = written.first { return first.values }
    let place = OperationRules.Place.response(
      operation: operation,
      response: choice.response,
      content: choice.content ?? 0
    )
    let made = samples.values(of: content, at: place)
    return made.isEmpty ? examples.first?.values ?? [] : made
  }

  /// The name of the documented request that a body is: the response of that name belongs to it.
  private func exampleName(for value: JSONValue?, _ operation: OperationDescription) -> String? {
    guard let value, let contents = operation.requestBody?.contents else { return nil }
    for example in contents.flatMap(\.examples) {
      guard let name = example.name, let other = try? JSONValue(parsing: example.value.jsonText()) else { continue }
      if other == value { return name }
    }
    return nil
  }

  /// Adds the documented headers of a response.
  private func addHeaders(of choice: ResponseChoice, operation: Int, to response: inout MockResponse) {
    for header in description.operations[operation].responses[choice.response].headers {
      guard let name = HTTPField.Name(header.name), name != .contentType, name != .contentLength else { continue }
      let place = "\(operation) \(choice.response) \(header.name)"
      guard let text = samples.header(header, for: place), HTTPField.isValidValue(text) else { continue }
      response.headers[name] = text
    }
  }

  /// The path of a server's URL, without a slash at its end.
  private static func path(of url: String) -> String {
    var rest = url[...]
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...].drop { $0 != "/" } }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest.removeLast() }
    return rest.isEmpty || rest.hasPrefix("/") ? String(rest) : "/" + rest
  }
}

extension HTTPField.Name {
  /// `Preference-Applied` (RFC 7240, section 3).
  static let preferenceApplied = HTTPField.Name("Preference-Applied")!
}

extension String {
  /// The text as a quoted string of a header can hold it.
  fileprivate var escapedForHeader: String {
    String(
      unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 && $0 != "\"" && $0 != "\\" && $0.value != 0x7F }
        .map(Character.init)
    )
  }
}
