import SchemaIR

/// Writes the statements of a client's method.
struct CallWriter {
  let layout: Layout
  let types: TypePrinter
  /// Where the statements begin within the client's text.
  let indent: Int

  /// The parameter for the body.
  func parameter(of body: Body) -> String {
    let type = types.text(CallWriter.requestType(of: body.content))
    if body.presence == .required { return "_ body: \(type)" }
    return "_ body: \(type.hasSuffix("?") ? type : type + "?") = nil"
  }

  /// A parameter for anything else.
  func parameter(_ parameter: Parameter, _ name: SwiftName) -> String {
    if parameter.location == .path { return "\(name.label): \(types.core(parameter.type))" }
    let type = types.text(parameter.type)
    if parameter.isRequired { return "\(name.label): \(type)" }
    return "\(name.label): \(type.hasSuffix("?") ? type : type + "?") = nil"
  }

  /// The type of what a request carries.
  static func requestType(of content: Content) -> TypeRef {
    switch content.coding {
    case .json, .multipart, .urlEncoded: content.type
    case .text, .eventStream, .jsonLines: .scalar(.string)
    case .binary: .scalar(.data)
    }
  }

  /// The type of what a method returns.
  static func resultType(of content: Content) -> TypeRef {
    switch content.coding {
    case .json: content.type
    case .text, .eventStream, .jsonLines, .urlEncoded: .scalar(.string)
    case .binary, .multipart: .scalar(.data)
    }
  }

  /// The statement that makes the call.
  func call(_ operation: Operation, name: String, accept: [String]?, isMutated: Bool) -> String {
    var arguments = [
      StringLiteral.quoted(name), CallWriter.method(operation.method), StringLiteral.quoted(operation.path),
    ]
    if let accept { arguments.append("accept: [\(accept.map(StringLiteral.quoted).joined(separator: ", "))]") }
    if !operation.needsAuthorization { arguments.append("authorized: false") }
    if let server = operation.server, ServerURL.isAbsolute(server.url) {
      arguments.append("server: \(StringLiteral.quoted(server.url))")
    }
    return layout.call("\(isMutated ? "var" : "let") call = Call", arguments, indent: indent)
  }

  /// The statement that adds a parameter to the call; the usual style of its location is not spelled out.
  func statement(_ parameter: Parameter, _ name: SwiftName) -> String {
    guard parameter.location != .querystring else { return queryString(parameter, name) }
    var arguments = [StringLiteral.quoted(parameter.name)]
    switch parameter.coding {
    case .styled(let style, let explode, let allowsReserved):
      let usual = parameter.location.usualStyle
      arguments.append(name.local)
      if style != usual { arguments.append("style: .\(style.rawValue)") }
      if explode != usual.usuallyExplodes { arguments.append("explode: \(explode)") }
      if allowsReserved, parameter.location != .header { arguments.append("allowReserved: true") }
    case .json: arguments.append("json: \(name.local)")
    case .urlEncoded, .text: arguments.append(name.local)
    }
    return layout.call("try call.\(parameter.location.rawValue)", arguments, indent: indent)
  }

  /// The statement that makes the whole query of a parameter.
  private func queryString(_ parameter: Parameter, _ name: SwiftName) -> String {
    switch parameter.coding {
    case .json: layout.call("try call.queryString", ["json: \(name.local)"], indent: indent)
    case .text: layout.call("call.queryString", ["text: \(name.local)"], indent: indent)
    case .styled, .urlEncoded: layout.call("try call.queryString", ["urlEncoded: \(name.local)"], indent: indent)
    }
  }

  /// The statements that add the body to the call, those for the fields of a form first.
  func statements(_ body: Body) -> [String] {
    let coding = CallWriter.coding(body.content.coding)
    var arguments = ["\(coding.label): body"]
    // A range of media types is no type of one body.
    if body.content.mediaType != coding.mediaType, !body.content.mediaType.isEmpty,
      !body.content.mediaType.contains("*")
    {
      arguments.append("mediaType: \(StringLiteral.quoted(body.content.mediaType))")
    }
    return body.content.fields.map(statement) + [layout.call("try call.body", arguments, indent: indent)]
  }

  /// The statement that says how a form holds a property.
  private func statement(_ field: Content.Field) -> String {
    var arguments = [StringLiteral.quoted(field.property)]
    switch field.coding {
    case .styled(let style, let explode):
      arguments.append("style: .\(style.rawValue)")
      if !explode { arguments.append("explode: false") }
    case .mediaType(let mediaType): arguments.append("mediaType: \(StringLiteral.quoted(mediaType))")
    }
    return layout.call("call.field", arguments, indent: indent)
  }

  /// The statement that gives an error response its type.
  func failure(_ status: Response.Status, _ content: Content) -> String {
    let status =
      switch status {
      case .code(let code): ".code(\(code))"
      case .range(let digit): ".range(\(digit))"
      case .default: ".default"
      }
    return layout.call("call.failure", [status, types.core(content.type) + ".self"], indent: indent)
  }

  /// The statement that sends the call and returns what comes back.
  func completion(_ content: Content?) -> String {
    switch content?.coding {
    case nil: "try await connection.complete(call)"
    case .json: "return try await connection.value(of: call)"
    case .text, .urlEncoded, .eventStream, .jsonLines: "return try await connection.text(of: call)"
    case .binary, .multipart: "return try await connection.data(of: call)"
    }
  }

  /// A request method; the common ones have names.
  private static func method(_ method: String) -> String {
    let common = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
    return common.contains(method) ? ".\(method.lowercased())" : StringLiteral.quoted(method)
  }

  /// The label of the body's argument and the media type that needs no mention.
  private static func coding(_ coding: Content.Coding) -> (label: String, mediaType: String) {
    switch coding {
    case .json: ("json", "application/json")
    case .multipart: ("multipart", "multipart/form-data")
    case .urlEncoded: ("urlEncoded", "application/x-www-form-urlencoded")
    case .text: ("text", "text/plain")
    case .eventStream: ("text", "text/event-stream")
    case .jsonLines: ("text", "application/jsonl")
    case .binary: ("data", "application/octet-stream")
    }
  }
}
