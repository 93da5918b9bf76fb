import SchemaDescription
import SchemaDocument
import SchemaSource

/// Makes the call of a command.
enum CurlCall {
  /// Addresses of more bytes are taken as they are.
  private static let addressLimit = 8192

  /// The call; nil where the command has no address. `variables` are those of the shell.
  static func call(
    _ command: CurlCommand,
    variables: PostmanVariables,
    in file: SourceFile,
    report: inout Report
  ) -> RecordedCall? {
    guard let word = command.url, let url = PostmanURL(braced(word.text), variables: variables) else { return nil }
    let span = file.span(word.start, word.end)
    var call = RecordedCall(method: method(command, report: &report), path: url.path, span: span)
    call.server = url.server
    let values = Dictionary(url.values.map { ($0.name, $0.value) }) { first, _ in first }
    for name in EndpointURL(url.path)?.pathParameters ?? [] {
      call.pathFields.append(CallField(name, values[name] ?? "", at: span))
    }
    var schemes: [SecuritySchemeDescription] = []
    for (name, value) in url.query {
      let field = CallField(BodyReader.decoded(name), BodyReader.decoded(value), at: span)
      if let scheme = Credential.scheme(ofQuery: field.name, at: span) {
        schemes.append(scheme)
      } else {
        call.query.append(field)
      }
    }
    for header in command.headers {
      if let scheme = Credential.scheme(ofHeader: header.name, value: header.value, at: header.span) {
        schemes.append(scheme)
      } else if !HeaderName.isTransport(header.name) {
        call.headers.append(CallField(header.name, header.value, at: header.span))
      }
    }
    for cookie in command.cookies {
      if let scheme = Credential.scheme(ofCookie: cookie.name, at: cookie.span) { schemes.append(scheme) }
    }
    if command.hasUser || url.userInfo != nil { schemes.append(Credential.basic(at: command.span)) }
    if command.hasToken { schemes.append(Credential.bearer(at: command.span)) }
    // Who sends none may have taken them out: that says nothing.
    call.schemes = schemes.isEmpty ? nil : schemes
    call.body = body(of: command, in: file, report: &report)
    return call
  }

  /// The method, which must be one that an operation can have.
  private static func method(_ command: CurlCommand, report: inout Report) -> String {
    if HTTPMethod.all.contains(command.method) { return command.method }
    report.add(
      .unsupportedFeature,
      "'\(command.method)' is no method of an operation; POST takes its place",
      at: command.span
    )
    return "POST"
  }

  /// The body that a command sends.
  private static func body(of command: CurlCommand, in file: SourceFile, report: inout Report) -> CallBody? {
    guard let mediaType = command.mediaType else { return nil }
    if let node = command.json {
      var body = CallBody(mediaType, at: node.span)
      body.schema = PlaceholderSchema.schema(of: node)
      if body.schema == nil { body.examples = [RawExample(node)] }
      return body
    }
    if command.isMultipart || !command.fields.isEmpty {
      var body = CallBody(mediaType, at: command.data.map { file.span($0.start, $0.end) } ?? command.span)
      body.fields = command.fields.map { field in
        let isEncoded = !command.isMultipart
        var call = CallField(
          isEncoded ? BodyReader.decoded(field.name) : field.name,
          isEncoded ? BodyReader.decoded(field.value) : part(field.value).value,
          at: field.span
        )
        call.isFile = field.isFile
        call.mediaType = command.isMultipart ? part(field.value).mediaType : nil
        return call
      }
      return body
    }
    guard let data = command.data else {
      return CallBody(mediaType, at: command.dataFile.map { file.span($0.start, $0.end) } ?? command.span)
    }
    let span = file.span(data.start, data.end)
    // A body that is meant to be JSON and is none was reported when it was read.
    guard !MediaTypeName.isJSON(mediaType) else { return CallBody(mediaType, at: span) }
    return BodyReader.read(data.text, mediaType: mediaType, at: span, report: &report)
  }

  /// The value of a part of a form, and the media type that curl takes behind it: `{"a":1};type=application/json`.
  private static func part(_ text: String) -> (value: String, mediaType: String?) {
    guard let offset = text[...].byteOffsets(of: ";type=").last else { return (text, nil) }
    let mediaType = MediaTypeName.normalized(text[...].dropping(bytes: offset + 6))
    return mediaType == nil ? (text, nil) : (String(text[...].prefix(bytes: offset)), mediaType)
  }

  /// An address with a shell's variables written as `{{NAME}}`: `$NAME`, `${NAME}`, `%NAME%`.
  private static func braced(_ text: String) -> String {
    guard text.contains("$") || text.contains("%"), text.utf8.count <= addressLimit else { return text }
    var result = ""
    var rest = text[...]
    let lastBrace = text.lastIndex(of: "}") ?? text.startIndex
    while let first = rest.first {
      if first == "$" {
        let name = rest.dropFirst()
        if name.hasPrefix("{"), name.startIndex < lastBrace, let end = name.firstIndex(of: "}") {
          // A default may stand behind the name: `${HOST:-localhost}`.
          let inner = name[name.index(after: name.startIndex)..<end].prefix { $0 != ":" }
          result += "{{\(inner)}}"
          rest = name[name.index(after: end)...]
          continue
        }
        let word = Substring(name.unicodeScalars.prefix(while: \.isWordPart))
        if !word.isEmpty {
          result += "{{\(word)}}"
          rest = name[word.endIndex...]
          continue
        }
      } else if first == "%" {
        let name = Substring(rest.dropFirst().unicodeScalars.prefix(while: \.isWordPart))
        let behind = rest[name.endIndex...]
        if !name.isEmpty, behind.hasPrefix("%"), name.first?.isLetter == true, name.contains(where: { !$0.isHexDigit })
        {
          result += "{{\(name)}}"
          rest = behind.dropFirst()
          continue
        }
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }
}
