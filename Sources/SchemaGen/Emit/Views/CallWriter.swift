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
    case .text, .eventStream: .scalar(.string)
    case .binary: .scalar(.data)
    }
  }

  /// The type of what a method returns.
  static func resultType(of content: Content) -> TypeRef {
    switch content.coding {
    case .json: content.type
    case .text, .eventStream, .urlEncoded: .scalar(.string)
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
    var arguments = [StringLiteral.quoted(parameter.name), name.local]
    let isForm = parameter.location == .query || parameter.location == .cookie
    let style = CallWriter.styles.contains(parameter.style) ? parameter.style : isForm ? "form" : "simple"
    if style != (isForm ? "form" : "simple") { arguments.append("style: .\(style)") }
    if parameter.explode != isForm { arguments.append("explode: \(parameter.explode)") }
    return layout.call("try call.\(parameter.location.rawValue)", arguments, indent: indent)
  }

  /// The statement that adds the body to the call.
  func statement(_ body: Body) -> String {
    let coding = CallWriter.coding(body.content.coding)
    var arguments = ["\(coding.label): body"]
    if body.content.mediaType != coding.mediaType {
      arguments.append("mediaType: \(StringLiteral.quoted(body.content.mediaType))")
    }
    return layout.call("try call.body", arguments, indent: indent)
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
    case .text, .urlEncoded, .eventStream: "return try await connection.text(of: call)"
    case .binary, .multipart: "return try await connection.data(of: call)"
    }
  }

  /// A request method; the common ones have names.
  private static func method(_ method: String) -> String {
    let common = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]
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
    case .binary: ("data", "application/octet-stream")
    }
  }

  /// OpenAPI's styles.
  private static let styles: Set<String> = [
    "form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject",
  ]
}
