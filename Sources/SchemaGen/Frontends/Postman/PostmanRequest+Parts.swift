import SchemaDescription
import SchemaDocument
import SchemaSource

extension PostmanRequest {
  /// The values behind the question mark: those that are listed, disabled ones among them, or those of the text.
  mutating func query(_ node: Node, _ url: PostmanURL) -> [CallField] {
    var found: [CallField]
    if let list = node["query"], list.elements?.isEmpty == false || list.elements == nil && !list.isNull {
      found = fields.fields(list, "'query'", "a value of the query").map { field in
        var field = field
        field.name = PathText.withoutPercentEscapes(field.name)
        field.value = PathText.withoutPercentEscapes(field.value)
        return field
      }
    } else {
      found = url.query.map { CallField(BodyReader.decoded($0), BodyReader.decoded($1), at: node.span) }
    }
    found.removeAll { field in
      guard let scheme = Credential.scheme(ofQuery: field.name, at: field.span) else { return false }
      if !field.isLeftOut { ownSchemes.append(scheme) }
      return true
    }
    return found
  }

  /// Adds the headers that are parameters; one that authenticates is kept apart.
  mutating func addHeaders(_ headers: [CallField], to call: inout RecordedCall) {
    for header in headers {
      if let scheme = Credential.scheme(ofHeader: header.name, value: header.value, at: header.span) {
        if !header.isLeftOut { ownSchemes.append(scheme) }
      } else if !HeaderName.isTransport(header.name) {
        call.headers.append(header)
      }
    }
  }

  /// The body that a `body` object describes, nil where there is none.
  mutating func body(_ node: Node?, headers: [CallField], _ variables: PostmanVariables) -> CallBody? {
    guard let node, let members = fields.object(node, "'body'"), !members.isEmpty else { return nil }
    if node["disabled"]?.boolean == true { return nil }
    guard let mode = fields.text(node["mode"], "'mode'") else { return nil }
    let stated = contentType(of: headers)
    switch mode {
    case "raw": return raw(node, stated: stated, variables)
    case "urlencoded":
      guard let list = node[mode] else { return nil }
      var body = CallBody("application/x-www-form-urlencoded", at: list.span)
      // Old collections hold the text of the form.
      body.fields =
        list.string.map { BodyReader.fields(ofEncoded: $0, at: list.span) }
        ?? fields.fields(list, "'urlencoded'", "a field")
      return body.fields?.isEmpty == true ? nil : body
    case "formdata":
      guard let list = node[mode] else { return nil }
      var body = CallBody("multipart/form-data", at: list.span)
      body.fields = parts(list)
      return body.fields?.isEmpty == true ? nil : body
    case "graphql": return graphQL(node, variables)
    case "file": return CallBody(stated ?? "application/octet-stream", at: node.span)
    case "none": return nil
    default:
      fields.report.add(.unexpectedValue, "'\(mode)' is no mode of a body", at: node["mode"]?.span ?? node.span)
      return nil
    }
  }

  /// The media type that a header names.
  private func contentType(of headers: [CallField]) -> String? {
    headers.last { $0.name.lowercased() == "content-type" && !$0.isLeftOut }
      .flatMap { MediaTypeName.normalized($0.value) }
  }

  /// A body that is written as text.
  private mutating func raw(_ node: Node, stated: String?, _ variables: PostmanVariables) -> CallBody? {
    guard let raw = node["raw"], let text = fields.text(raw, "'raw'") else { return nil }
    var mediaType = stated
    if let options = fields.object(node["options"], "'options'"), !options.isEmpty,
      let inner = fields.object(node["options"]?["raw"], "'options.raw'"), !inner.isEmpty,
      let language = fields.text(node["options"]?["raw"]?["language"], "'language'")
    {
      switch language.lowercased() {
      case "json": mediaType = stated.flatMap { MediaTypeName.isJSON($0) ? $0 : nil } ?? "application/json"
      case "xml": mediaType = stated ?? "application/xml"
      case "html": mediaType = stated ?? "text/html"
      case "javascript": mediaType = stated ?? "application/javascript"
      default: break
      }
    }
    return read(text, mediaType: mediaType, name: nil, at: raw.span, variables)
  }

  /// A text in a media type, of which JSON may hold variables and comments.
  private mutating func read(
    _ text: String,
    mediaType: String?,
    name: String?,
    at span: SourceSpan,
    _ variables: PostmanVariables
  ) -> CallBody? {
    let start = text[...].trimmed
    guard mediaType.map({ MediaTypeName.isJSON($0) }) ?? (start.hasPrefix("{") || start.hasPrefix("[")) else {
      return BodyReader.read(text, mediaType: mediaType, name: name, at: span, report: &fields.report)
    }
    let body = PostmanBodyText(text, variables: variables)
    if !body.unknown.isEmpty {
      let names = body.unknown.map { "'\($0)'" }.joined(separator: ", ")
      fields.report.add(.ignoredText, "nothing tells the type of the variables \(names) in this body", at: span)
    }
    return BodyReader.read(body.json, mediaType: mediaType, name: name, at: span, report: &fields.report)
  }

  /// The parts of a form with files.
  private mutating func parts(_ list: Node) -> [CallField] {
    fields.elements(list, "'formdata'").compactMap { element in
      guard var field = fields.field(element, "a part of the form") else { return nil }
      let type = fields.text(element["type"], "the type of a part")
      field.isFile = type == "file" || type == nil && element["src"] != nil
      field.mediaType = fields.text(element["contentType"], "'contentType'").flatMap { MediaTypeName.normalized($0) }
      return field
    }
  }

  /// A query in GraphQL: an object with the query and its variables, as servers take it.
  private mutating func graphQL(_ node: Node, _ variables: PostmanVariables) -> CallBody? {
    guard let content = node["graphql"], fields.object(content, "'graphql'") != nil,
      let query = content["query"], let text = fields.text(query, "'query'")
    else { return nil }
    var members = [Member(key: "query", keySpan: query.span, value: Node(.string(text), at: query.span))]
    if let name = content["operationName"], let text = fields.text(name, "'operationName'") {
      members.append(Member(key: "operationName", keySpan: name.span, value: Node(.string(text), at: name.span)))
    }
    if let values = content["variables"], !values.isNull {
      if values.members != nil {
        members.append(Member(key: "variables", keySpan: values.span, value: values))
      } else if let text = fields.text(values, "'variables'") {
        let json = PostmanBodyText(text, variables: variables).json
        if let read = JSONReader.readEmbedded(json, at: values.span, report: &fields.report) {
          members.append(Member(key: "variables", keySpan: values.span, value: read))
        }
      }
    }
    var body = CallBody("application/json", at: content.span)
    body.examples = [RawExample(Node(.object(members), at: content.span))]
    return body
  }

  /// Adds the saved responses, and what the requests that they answer show beside the request itself.
  mutating func addResponses(_ node: Node?, to call: inout RecordedCall, _ variables: PostmanVariables) {
    for element in fields.elements(node, "'response'") {
      guard element.members != nil else {
        fields.report.addUnexpected(element, "a saved response", "an object")
        continue
      }
      let name = fields.text(element["name"], "the name of a response")
      addOriginal(element["originalRequest"], name: name, to: &call, variables)
      guard let response = response(element, name: name, variables) else { continue }
      call.responses.append(response)
    }
  }

  /// One saved response.
  private mutating func response(
    _ node: Node,
    name: String?,
    _ variables: PostmanVariables
  ) -> RecordedCall.Response? {
    let codeNode = node["code"] ?? node["status"]
    guard let codeNode, let code = Int(codeNode.number ?? codeNode.string ?? ""), (100..<600).contains(code) else {
      fields.report.add(
        .unexpectedValue,
        "a saved response must have a 'code' from 100 to 599",
        at: codeNode?.span ?? node.span
      )
      return nil
    }
    var response = RecordedCall.Response(status: .code(code), span: node.span)
    response.description = fields.text(node["status"], "'status'").flatMap { Int($0) == nil ? $0 : nil }
    let headers = fields.headers(node["header"])
    for header in headers where !HeaderName.isTransport(header.name) { response.headers.append(header) }
    var mediaType = contentType(of: headers)
    if mediaType == nil, let language = fields.text(node["_postman_previewlanguage"], "the preview's language") {
      mediaType = ["json": "application/json", "xml": "application/xml", "html": "text/html"][language.lowercased()]
    }
    if let body = node["body"], let text = fields.text(body, "'body'") {
      response.body = read(text, mediaType: mediaType, name: name, at: body.span, variables)
    } else if let mediaType, MediaTypeKind(mediaType) == .binary {
      response.body = CallBody(mediaType, at: node.span)
    }
    return response
  }

  /// Adds the body and the query of the request that a saved response answers.
  private mutating func addOriginal(
    _ node: Node?,
    name: String?,
    to call: inout RecordedCall,
    _ variables: PostmanVariables
  ) {
    guard let node, fields.object(node, "'originalRequest'") != nil else { return }
    let headers = fields.headers(node["header"])
    if let body = body(node["body"], headers: headers, variables) {
      if call.body == nil {
        call.body = body
      } else if call.body?.mediaType == body.mediaType {
        let known = call.body?.examples ?? []
        call.body?.examples += body.examples.filter { example in
          !known.contains { $0.value.isSameValue(as: example.value) }
        }
      }
    }
    if let url = node["url"], !url.isNull, url.string == nil, url.members == nil {
      fields.report.addUnexpected(url, "a URL", "a string or an object")
    }
    for field in fields.fields(node["url"]?["query"], "'query'", "a value of the query") {
      guard !call.query.contains(where: { $0.name == field.name }),
        Credential.scheme(ofQuery: field.name, at: field.span) == nil
      else { continue }
      var field = field
      field.isLeftOut = true
      call.query.append(field)
    }
  }
}
