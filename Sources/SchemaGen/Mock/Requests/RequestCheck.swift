import HTTPTypes
import SchemaDescription
import SchemaLower
import SchemaRuntime

/// Checks requests of one operation against the document.
struct RequestCheck {
  /// Headers that are no parameters, whatever a document says (OpenAPI 3.1, section 4.8.12.2).
  private static let reservedHeaders: Set<String> = ["accept", "content-type", "authorization"]

  private let operation: OperationDescription
  private let index: Int
  private let rules: OperationRules
  private let book: RuleBook
  private let flattener: SchemaFlattener
  private(set) var faults: [RequestFault] = []

  /// Checks requests of the operation with a position in the description.
  init(
    _ operation: OperationDescription,
    _ index: Int,
    _ rules: OperationRules,
    _ book: RuleBook,
    _ flattener: SchemaFlattener
  ) {
    self.operation = operation
    self.index = index
    self.rules = rules
    self.book = book
    self.flattener = flattener
  }

  /// Checks everything but the body.
  mutating func checkParameters(_ target: RequestTarget, path: [String: String], _ headers: HTTPFields) {
    let cookies = RequestCookies(headers).parameters
    for (position, parameter) in operation.parameters.enumerated() {
      let part: RequestFault.Part =
        switch parameter.location {
        case .path: .path
        case .query, .querystring: .query
        case .header: .header
        case .cookie: .cookie
        }
      if part == .header, Self.reservedHeaders.contains(parameter.name.lowercased()) { continue }
      let rule = rules.names[.parameter(operation: index, index: position)]
      let reader = ParameterReader(parameter, flattener)
      let found = check(parameter, part, rule, reader) { reader in
        switch parameter.location {
        case .path: try path[parameter.name].map { try reader.path($0) }
        case .header: try HTTPField.Name(parameter.name).flatMap { headers[$0] }.map { try reader.header($0) }
        case .query: try reader.value(among: target.query, others: otherNames(than: parameter))
        case .cookie: try reader.value(among: cookies, others: otherNames(than: parameter))
        case .querystring: try target.queryText.map { try reader.query(String($0)) }
        }
      }
      faults += found
    }
  }

  /// What is wrong with a parameter's value, which a function takes from a reader.
  ///
  /// `a` is a text, and a list of one as well: what may be both is right where it is right as either.
  private func check(
    _ parameter: ParameterDescription,
    _ part: RequestFault.Part,
    _ rule: String?,
    _ reader: ParameterReader,
    value: (inout ParameterReader) throws -> JSONValue?
  ) -> [RequestFault] {
    var faults: [RequestFault] = []
    for var reader in [reader, reader.asScalar()].compactMap(\.self) {
      var wrong: [RequestFault] = []
      do {
        if let value = try value(&reader) {
          wrong =
            rule.map { book[$0].violations(of: value) }?.map { RequestFault(part, name: parameter.name, $0) } ?? []
        } else if parameter.isRequired, part != .path {
          // The route itself holds every parameter that the path has.
          wrong = [RequestFault(part, name: parameter.name, "the parameter is missing")]
        }
      } catch let error as UnreadableValue {
        wrong = [RequestFault(part, name: parameter.name, "expected \(error.expected)")]
      } catch {
        wrong = [RequestFault(part, name: parameter.name, "\(error)")]
      }
      if wrong.isEmpty { return [] }
      if faults.isEmpty { faults = wrong }
    }
    return faults
  }

  /// Checks the body, and returns it as a value where it is JSON or a form.
  ///
  /// - Throws: `Problem` where the body's media type is none of the documented ones.
  mutating func checkBody(_ bytes: [UInt8], _ headers: HTTPFields) throws -> JSONValue? {
    guard let body = operation.requestBody, !body.contents.isEmpty else { return nil }
    let field = headers[.contentType].map(HeaderValue.init)
    if bytes.isEmpty, field == nil || field.map({ RequestBodyReader.readsContent(of: $0.value.lowercased()) }) == true {
      if body.isRequired, !allowsEmpty(field.map { [$0.value.lowercased()] } ?? body.contents.map(\.mediaType)) {
        faults.append(RequestFault(.body, "the body is missing"))
      }
      return nil
    }
    let position = try Self.content(for: field, of: body)
    let content = body.contents[position]
    // Bytes in a media type of JSON are no JSON.
    if content.kind == .binary { return nil }
    var reader = RequestBodyReader(content, flattener)
    do {
      let contentType = field ?? HeaderValue(content.mediaType)
      let kind = MediaTypeKind(contentType.value.lowercased())
      let isForm = kind == .urlEncoded || kind == .multipart
      var values = try reader.values(bytes, contentType)
      if let name = rules.names[.requestBody(operation: index, content: position)] {
        let rule = book[name]
        var wrong = values.flatMap(rule.violations)
        // As with parameters: what may be a text and a list is right where it is right as either.
        for field in isForm && !wrong.isEmpty ? reader.fieldsOfTwoKinds() : [] {
          var other = reader.readingScalar(field)
          let read = try other.values(bytes, contentType)
          let found = read.flatMap(rule.violations)
          if found.count < wrong.count { (reader, values, wrong) = (other, read, found) }
        }
        faults += wrong.map { RequestFault(.body, $0) }
      }
      return [.json, .urlEncoded, .multipart].contains(kind) ? values.first : nil
    } catch let error as UnreadableValue {
      faults.append(RequestFault(.body, "expected \(error.expected)"))
    }
    return nil
  }

  /// Whether no bytes are a body in one of the media types: a form without fields is one, JSON is not.
  private func allowsEmpty(_ mediaTypes: [String]) -> Bool {
    mediaTypes.contains { [.text, .binary, .urlEncoded].contains(MediaTypeKind($0)) }
  }

  /// The documented content of a request's media type.
  ///
  /// - Throws: `Problem` where there is none.
  static func content(for field: HeaderValue?, of body: BodyDescription) throws -> Int {
    let names = body.contents.map(\.mediaType)
    guard let sent = field?.value.lowercased(), !sent.isEmpty else { return 0 }
    if let index = names.firstIndex(of: sent) { return index }
    let type = sent.prefix { $0 != "/" }
    if let index = names.firstIndex(where: { $0 == "\(type)/*" }) { return index }
    if let index = names.firstIndex(where: { $0.isEmpty || $0.hasPrefix("*") }) { return index }
    // Of JSON under two names, as of text, the document and the client mean the same.
    let kind = MediaTypeKind(sent)
    if kind != .binary, let index = names.firstIndex(where: { MediaTypeKind($0) == kind }) { return index }
    let known = names.map { "`\($0)`" }.joined(separator: ", ")
    throw Problem(415, "Unsupported Media Type", "the body is `\(sent)`, the document has \(known)")
  }

  /// The names of the other parameters at the same place.
  private func otherNames(than parameter: ParameterDescription) -> Set<String> {
    Set(operation.parameters.lazy.filter { $0.location == parameter.location && $0.name != parameter.name }.map(\.name))
  }
}
