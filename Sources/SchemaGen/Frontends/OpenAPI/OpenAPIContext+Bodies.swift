import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads a request body (OpenAPI 3.1, section 4.8.13).
  func requestBody(of member: Member) -> BodyDescription? {
    guard let node = resolve(member.value, as: "request body"), let members = node.uniqueMembers else { return nil }
    var body = BodyDescription(isRequired: false, contents: [], span: member.keySpan)
    for part in members {
      switch part.key {
      case "required": body.isRequired = report.flag(of: part) ?? false
      case "description": body.description = report.filledText(of: part)
      case "content": body.contents = contents(of: part)
      default: break
      }
    }
    return body
  }

  /// Reads responses (OpenAPI 3.1, section 4.8.16) in the document's order.
  func responses(of member: Member) -> [ResponseDescription] {
    var responses: [ResponseDescription] = []
    var statuses: Set<ResponseStatus> = []
    for entry in members(of: member) {
      guard let status = status(of: entry), let response = response(of: entry, status: status) else { continue }
      if statuses.insert(status).inserted {
        responses.append(response)
      } else {
        report.add(.duplicateKey, "the status \(entry.key) is there twice, the first one is used", at: entry.keySpan)
      }
    }
    return responses
  }

  /// The statuses that a key of `responses` stands for; nil, with a diagnostic, where it stands for none.
  private func status(of entry: Member) -> ResponseStatus? {
    let key = entry.key
    if key == "default" { return .default }
    let bytes = Array(key.utf8)
    if bytes.count == 3, let first = bytes.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) {
      if let code = Int(key) { return .code(code) }
      if key.hasSuffix("XX") || key.hasSuffix("xx") { return .range(Int(first - UInt8(ascii: "0"))) }
    }
    if key.hasPrefix("x-") {
      guard let digit = key.dropFirst(2).first, digit.isNumber else { return nil }
      report.add(.unsupportedFeature, "another response of the same status, '\(key)', is left out", at: entry.keySpan)
    } else {
      report.add(.unexpectedValue, "'\(key)' is no status code; the response is left out", at: entry.keySpan)
    }
    return nil
  }

  /// Reads one response (OpenAPI 3.1, section 4.8.17).
  private func response(of entry: Member, status: ResponseStatus) -> ResponseDescription? {
    guard let node = resolve(entry.value, as: "response"), let members = node.uniqueMembers else { return nil }
    var response = ResponseDescription(status: status, contents: [], span: entry.keySpan)
    for part in members {
      switch part.key {
      case "description": response.description = report.filledText(of: part)
      case "content": response.contents = contents(of: part)
      case "headers", "links": addNote("'\(part.key)' of a response are not carried into the output", for: part)
      default: break
      }
    }
    return response
  }

  /// Reads the media types of a body (OpenAPI 3.1, section 4.8.14).
  func contents(of member: Member) -> [MediaTypeDescription] {
    var contents: [MediaTypeDescription] = []
    var mediaTypes: Set<String> = []
    for entry in members(of: member) where !entry.key.hasPrefix("x-") {
      guard let node = resolve(entry.value, as: "media type"), let members = node.uniqueMembers else { continue }
      var content = MediaTypeDescription(mediaType: Self.bareMediaType(entry.key), span: entry.keySpan)
      guard mediaTypes.insert(content.mediaType).inserted else {
        report.add(.unsupportedFeature, "another body in \(content.mediaType) is left out", at: entry.keySpan)
        continue
      }
      var examples: [RawExample] = []
      for part in members {
        switch part.key {
        case "schema": content.schema = schema(of: part)
        case "example": examples.insert(RawExample(part.value), at: 0)
        case "examples": examples += self.examples(of: part)
        case "encoding": addNote("'encoding' is not carried into the output", for: part)
        default: break
        }
      }
      for example in examples { content.examples += read(example, of: content) }
      contents.append(content)
    }
    return contents
  }

  /// A media type in lower case and without parameters: `application/json` of `Application/JSON; charset=utf-8`.
  private static func bareMediaType(_ text: String) -> String {
    let bare = text.prefix { $0 != ";" }.lowercased()
    return String(bare.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Says, for those who ask, that a filled member is left out.
  private func addNote(_ message: String, for member: Member) {
    guard member.value.members?.isEmpty == false else { return }
    report.add(Diagnostic(.unsupportedFeature, message, at: member.keySpan, severity: .note))
  }
}
