import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads a request body (OpenAPI 3.1, section 4.8.13).
  func requestBody(of member: Member) -> BodyDescription? {
    guard let node = resolve(member.value, as: "request body"), let members = node.uniqueMembers else { return nil }
    var body = BodyDescription(isRequired: false, contents: [], span: member.keySpan)
    body.sharedName = sharedName(of: member.value)
    for part in members {
      switch part.key {
      case "required": body.isRequired = report.flag(of: part) ?? false
      case "description": body.description = report.filledText(of: part)
      case "content": body.contents = contents(of: part)
      default: readOther(part, into: &body.extensions)
      }
    }
    return body
  }

  /// Reads responses (OpenAPI 3.1, section 4.8.16) in the document's order.
  func responses(of member: Member) -> [ResponseDescription] {
    var responses: [ResponseDescription] = []
    var positions: [ResponseStatus: Int] = [:]
    for entry in members(of: member) {
      guard let status = status(of: entry), var response = response(of: entry, status: status) else { continue }
      let name = Self.alternativeName(of: entry.key)
      response.description = response.description ?? name
      if let position = positions[status], name != nil {
        responses[position].add(response)
      } else if positions[status] == nil {
        positions[status] = responses.count
        responses.append(response)
      } else {
        report.add(.duplicateKey, "the status \(entry.key) is there twice, the first one is used", at: entry.keySpan)
      }
    }
    return responses
  }

  /// The statuses that a key of `responses` stands for; nil, with a diagnostic, where it stands for none.
  func status(of entry: Member) -> ResponseStatus? {
    let key = entry.key
    if key == "default" { return .default }
    let bytes = Array(key.utf8.prefix(4))
    if bytes.count == 3, let first = bytes.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) {
      if let code = Int(key) { return .code(code) }
      if key.hasSuffix("XX") || key.hasSuffix("xx") { return .range(Int(first - UInt8(ascii: "0"))) }
    }
    if key.hasPrefix("x-") {
      return Self.alternativeName(of: key) == nil ? nil : Int(key.dropFirst(2).prefix(3)).map { .code($0) }
    }
    // For example `200 OK`, or `Default`.
    if key.lowercased() == "default" || bytes.count > 3 && !(0x30...0x39).contains(bytes[3]),
      let known = key.lowercased() == "default" ? .default : Int(key.prefix(3)).map({ ResponseStatus.code($0) })
    {
      report.add(.unexpectedValue, "'\(key)' is no status code; it is read as \(known.text)", at: entry.keySpan)
      return known
    }
    report.add(.unexpectedValue, "'\(key)' is no status code; the response is left out", at: entry.keySpan)
    return nil
  }

  /// What Apifox calls a further response of one status, which it writes as `x-200:Name`; nil for any other key.
  private static func alternativeName(of key: String) -> String? {
    guard key.hasPrefix("x-"), Int(key.dropFirst(2).prefix(3)) != nil, key.dropFirst(5).first == ":" else { return nil }
    let name = Substring(key.dropFirst(6)).trimmed
    return name.isEmpty ? nil : String(name)
  }

  /// Reads one response (OpenAPI 3.1, section 4.8.17).
  private func response(of entry: Member, status: ResponseStatus) -> ResponseDescription? {
    guard let node = resolve(entry.value, as: "response") else { return nil }
    let sharedName = sharedName(of: entry.value)
    // What stands beside a reference counts for this place alone.
    let isShared = node.span != entry.value.span && entry.value.members?.count == 1
    if isShared, var known = sharedResponses[node.span] {
      known.status = status
      known.span = entry.keySpan
      known.sharedName = sharedName
      return known
    }
    guard let members = node.uniqueMembers else { return nil }
    var response = ResponseDescription(status: status, contents: [], span: entry.keySpan)
    response.sharedName = sharedName
    for part in members {
      switch part.key {
      case "description": response.description = report.filledText(of: part) ?? response.description
      case "summary", ConvertedKey.summary:
        response.summary = report.filledText(of: part)
        response.description = response.description ?? response.summary
      case "x-apifox-name", "x-apidog-name":
        response.description = response.description ?? report.filledText(of: part)
        response.extensions.append(part)
      case "content": response.contents = contents(of: part)
      case "headers": response.headers = headers(of: part)
      case "links": response.links = links(of: part)
      default: readOther(part, into: &response.extensions)
      }
    }
    if isShared { sharedResponses[node.span] = response }
    return response
  }

  /// Reads the media types of a body (OpenAPI 3.1, section 4.8.14).
  func contents(of member: Member) -> [MediaTypeDescription] {
    var contents: [MediaTypeDescription] = []
    var mediaTypes: Set<String> = []
    for entry in members(of: member) where !entry.key.hasPrefix("x-") {
      guard let node = resolve(entry.value, as: "media type"), let members = node.uniqueMembers else { continue }
      var content = MediaTypeDescription(mediaType: Self.bareMediaType(entry.key), span: entry.keySpan)
      tellMediaTypeParameters(of: entry.key, at: entry.keySpan)
      if content.mediaType != entry.key { content.spelling = entry.key }
      guard mediaTypes.insert(content.mediaType).inserted else {
        report.add(.unsupportedFeature, "another body in \(content.mediaType) is left out", at: entry.keySpan)
        continue
      }
      var examples: [RawExample] = []
      for part in members {
        switch part.key {
        case "schema": content.schema = content.schema ?? wholeSchema(of: part, &content)
        case "itemSchema": content.schema = itemSchema(of: part, &content) ?? content.schema
        case "example": examples.insert(RawExample(part.value), at: 0)
        case "examples": examples += self.examples(of: part, external: &content.externalExamples)
        case "encoding": content.fields = fields(of: part, of: content.mediaType)
        case "x-speakeasy-sse-sentinel":
          content.terminators = report.filledText(of: part).map { [$0] } ?? []
          readOther(part, into: &content.extensions)
        case "prefixEncoding", "itemEncoding": addNote("'\(part.key)' is not carried into the output", for: part)
        default: readOther(part, into: &content.extensions)
        }
      }
      for example in examples { content.examples += read(example, of: content) }
      contents.append(content)
    }
    return contents
  }

  /// Reads how a form's properties are sent (OpenAPI 3.1, section 4.8.15).
  private func fields(of member: Member, of mediaType: String) -> [FieldDescription] {
    var fields: [FieldDescription] = []
    for entry in report.members(of: member) {
      var field = FieldDescription(property: entry.key, span: entry.keySpan)
      for part in report.members(of: entry) {
        switch part.key {
        case "contentType":
          guard let text = report.filledText(of: part) else { continue }
          field.mediaType = Self.bareMediaType(text)
          if field.mediaType != text { field.spelling = text }
          tellMediaTypeParameters(of: text, at: part.value.span)
        case "style", ConvertedKey.style:
          field.style = report.filledText(of: part).flatMap { ParameterStyle(rawValue: $0) }
          if field.style == nil { report.addUnexpected(part.value, "'style'", "the name of a style") }
        case "explode": field.explode = report.flag(of: part)
        case "allowReserved": field.allowsReserved = report.flag(of: part) ?? false
        case "headers" where MediaTypeKind(mediaType) == .multipart: field.headers = headers(of: part)
        case "headers":
          var trial = Report()
          swap(&report, &trial)
          field.headers = headers(of: part)
          swap(&report, &trial)
          noteUncarried("'headers' of a field are not carried into the output", for: part)
        case "encoding": addNote("'\(part.key)' of a field is not carried into the output", for: part)
        default: readOther(part, into: &field.extensions)
        }
      }
      fields.append(field)
    }
    return fields
  }

  /// A media type in lower case and without parameters: `application/json` of `Application/JSON; charset=utf-8`.
  static func bareMediaType(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x2A...0x39, 0x61...0x7A, UInt8(ascii: "_"): true
      default: false
      }
    }
    if isBare { return text }
    let bare = text.prefix { $0 != ";" }.lowercased()
    return String(bare.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Says, for those who ask, that the parameters of a media type are not sent.
  func tellMediaTypeParameters(of text: String, at span: SourceSpan) {
    guard let parameters = Self.lostParameters(of: text) else { return }
    noteUncarried(Self.message(lost: parameters), at: span)
  }

  /// The parameters of a media type that are not sent: all but the character set, which is UTF-8 everywhere. Nil for none.
  static func lostParameters(of text: String) -> String? {
    guard text.contains(";") else { return nil }
    let parameters = text.split(separator: ";").dropFirst().map { $0.filter { !$0.isWhitespace } }.filter { parameter in
      !parameter.isEmpty && parameter.lowercased().filter { $0 != "\"" } != "charset=utf-8"
    }
    return parameters.isEmpty ? nil : parameters.joined(separator: "; ")
  }

  /// What is said of parameters that are not sent.
  static func message(lost parameters: String) -> String { "the media type is carried without '\(parameters)'" }

  /// Says, for those who ask, that a filled member is left out.
  func addNote(_ message: String, for member: Member) {
    guard let members = member.value.members else {
      return report.addUnexpected(member.value, "'\(member.key)'", "an object")
    }
    guard !members.isEmpty else { return }
    report.add(Diagnostic(.unsupportedFeature, message, at: member.keySpan, severity: .note))
  }
}

extension ResponseStatus {
  /// The status for people.
  fileprivate var text: String {
    switch self {
    case .code(let code): "\(code)"
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
  }
}
