import SchemaIR

/// Writes the statements of a client's method.
struct CallWriter {
  let layout: Layout
  let types: TypePrinter
  /// Where the statements begin within the client's text.
  let indent: Int

  /// A parameter for anything but the body.
  func parameter(_ parameter: Parameter, _ name: SwiftName) -> String {
    if parameter.location == .path { return "\(name.label): \(types.core(parameter.type))" }
    let type = types.text(parameter.type)
    if parameter.isRequired { return "\(name.label): \(type)" }
    return "\(name.label): \(type.hasSuffix("?") ? type : type + "?") = nil"
  }

  /// The statement that makes the call.
  func call(_ operation: Operation, name: String, accept: [String], isMutated: Bool) -> String {
    var arguments = [
      StringLiteral.quoted(name), CallWriter.method(operation.method), StringLiteral.quoted(operation.path),
    ]
    if !accept.isEmpty, accept != ["application/json"] {
      arguments.append("accept: [\(accept.map(StringLiteral.quoted).joined(separator: ", "))]")
    }
    if !operation.needsAuthorization {
      arguments.append("authorized: false")
    } else if let security = operation.security {
      arguments.append(CallWriter.security(security))
    }
    if let server = operation.server, ServerURL.isAbsolute(server.url) {
      arguments.append("server: \(StringLiteral.quoted(server.url))")
    }
    return layout.call("\(isMutated ? "var" : "let") call = Call", arguments, indent: indent)
  }

  /// The statement that adds a parameter to the call; the usual style of its location is not spelled out. `value` stands
  /// in the parameter's place.
  func statement(_ parameter: Parameter, _ name: SwiftName, value: String? = nil) -> String {
    guard parameter.location != .querystring else { return queryString(parameter, name) }
    var (method, arguments) = (parameter.location.word, [StringLiteral.quoted(parameter.name)])
    if case .part(let property) = parameter.location {
      (method, arguments) = ("field", [StringLiteral.quoted(property), "header: \(arguments[0])"])
    }
    switch parameter.coding {
    case .styled(let style, let explode, let allowsReserved):
      let usual = parameter.location.usualStyle
      arguments.append(value ?? name.local)
      if style != usual { arguments.append("style: .\(style.rawValue)") }
      if explode != usual.usuallyExplodes { arguments.append("explode: \(explode)") }
      if allowsReserved, !parameter.location.isOfHeaders { arguments.append("allowReserved: true") }
    case .json: arguments.append("json: \(value ?? name.local)")
    case .urlEncoded, .text: arguments.append(value ?? name.local)
    }
    return layout.call("call.\(method)", arguments, indent: indent)
  }

  /// The statement that makes the whole query of a parameter.
  private func queryString(_ parameter: Parameter, _ name: SwiftName) -> String {
    switch parameter.coding {
    case .json: layout.call("call.queryString", ["json: \(name.local)"], indent: indent)
    case .text: layout.call("call.queryString", ["text: \(name.local)"], indent: indent)
    case .styled, .urlEncoded: layout.call("call.queryString", ["urlEncoded: \(name.local)"], indent: indent)
    }
  }

  /// The statement that gives an error response its type.
  func failure(_ status: Response.Status, _ content: Content) -> String {
    let status = if case .code(let code) = status { ".code(\(code))" } else { CallWriter.pattern(status) }
    return layout.call("call.failure", [status, types.core(content.type) + ".self"], indent: indent)
  }

  /// The statement that lists error responses of which nothing but the status is known.
  func failures(_ statuses: [Response.Status]) -> String {
    layout.call("call.failures", statuses.map(CallWriter.pattern), indent: indent)
  }

  /// A status as a literal.
  private static func pattern(_ status: Response.Status) -> String {
    switch status {
    case .code(let code): "\(code)"
    case .range(let digit): ".range(\(digit))"
    case .default: ".default"
    }
  }

  /// The type of what a body gives that comes back; nil where it gives nothing.
  func result(_ content: Content) -> String {
    switch content.coding {
    case .json: types.text(content.type)
    case .text, .urlEncoded: "String"
    case .binary, .multipart: "HTTPBody"
    case .eventStream: "EventStream<\(types.text(content.type))>"
    case .jsonLines: "ValueStream<\(types.text(content.type))>"
    }
  }

  /// The statement that sends the call and returns what comes back.
  func completion(_ content: Content) -> String {
    switch content.coding {
    case .json: return "return try await connection.value(of: call)"
    case .text, .urlEncoded: return "return try await connection.text(of: call)"
    case .binary, .multipart: return "return try await connection.body(of: call)"
    case .jsonLines: return "return try await connection.values(of: call)"
    case .eventStream:
      let end = CallWriter.terminators(content)
      let arguments = ["of: call"] + (end.isEmpty ? [] : [end])
      return layout.call("return try await connection.events", arguments, indent: indent)
    }
  }

  /// The argument that says which data end a stream; empty where it is the usual one.
  static func terminators(_ content: Content) -> String {
    let end = content.terminators.map(StringLiteral.quoted).joined(separator: ", ")
    return end.isEmpty ? "" : "until: [\(end)]"
  }

  /// The argument that says which alternatives of credentials there are.
  static func security(_ alternatives: [CredentialSet]) -> String {
    "security: [\(alternatives.map(requirement).joined(separator: ", "))]"
  }

  /// Credentials of which a call needs all.
  private static func requirement(_ set: CredentialSet) -> String {
    let schemes = set.schemes.map { scheme in
      switch scheme {
      case .bearer: ".bearer"
      case .basic: ".basic"
      case .apiKey(let name, let location): ".apiKey(\(StringLiteral.quoted(name)), in: .\(location.word))"
      }
    }
    switch schemes.count {
    case 0: return ".none"
    case 1: return schemes[0]
    default: return ".all(\(schemes.joined(separator: ", ")))"
    }
  }

  /// A request method; the common ones have names.
  private static func method(_ method: String) -> String {
    let common = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
    return common.contains(method) ? ".\(method.lowercased())" : StringLiteral.quoted(method)
  }
}

extension Parameter.Location {
  /// Whether the value stands in a header, which reserves no characters.
  fileprivate var isOfHeaders: Bool {
    switch self {
    case .header, .part: true
    case .path, .query, .cookie, .querystring: false
    }
  }
}
