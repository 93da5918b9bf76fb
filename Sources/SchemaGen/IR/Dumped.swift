extension NameHint {
  /// The hint as a dump shows it.
  var dumped: String {
    switch self {
    case .component(let name): "component \(name.quotedForDump)"
    case .property(let key, let isElement): "\(isElement ? "element of " : "")property \(key.quotedForDump)"
    case .operation(let index, let role): "operation \(index) \(role.dumped)"
    case .variant(let name): "variant \(name.quotedForDump)"
    }
  }
}

extension OperationRole {
  /// The role as a dump shows it.
  var dumped: String {
    switch self {
    case .request: "request"
    case .alternative(let name): "\(name) request"
    case .response: "response"
    case .event: "event"
    case .success(let status): "response \(status)"
    case .failure(let status): "failure \(status.map { "\($0)" } ?? "default")"
    case .parameter(let name): "parameter \(name.quotedForDump)"
    case .element(let role): "element of \(role.dumped)"
    case .headers(let role): "headers of \(role.dumped)"
    }
  }
}

extension Operation.Kind {
  /// The kind as a dump shows it.
  var dumped: String {
    switch self {
    case .call: "operation"
    case .webhook: "webhook"
    case .callback(let name, let operation): "callback \(name.quotedForDump) of \(operation.quotedForDump)"
    }
  }
}

extension Parameter.Coding {
  /// The coding as a dump shows it.
  var dumped: String {
    switch self {
    case .styled(let style, let explode, let allowsReserved):
      "\(style.rawValue)\(explode ? " explode" : "")\(allowsReserved ? " reserved" : "")"
    case .json: "json"
    case .urlEncoded: "urlEncoded"
    case .text: "text"
    }
  }
}

extension Content.Field.Coding {
  /// The coding as a dump shows it.
  var dumped: String {
    switch self {
    case .styled(let style, let explode): "\(style.rawValue)\(explode ? " explode" : "")"
    case .mediaType(let mediaType): "as \(mediaType)"
    }
  }
}

extension Origin {
  /// The origin as a dump shows it; nothing where the document declares the thing.
  var suffix: String { self == .declared ? "" : " from \(rawValue)" }
}

extension Literal {
  /// The constant as a dump shows it.
  var dumped: String {
    switch self {
    case .string(let text): text.quotedForDump
    case .integer(let integer): "\(integer)"
    case .number(let text): text
    case .boolean(let boolean): "\(boolean)"
    case .null: "null"
    case .emptyArray: "[]"
    case .emptyObject: "{}"
    }
  }
}

extension SecurityScheme {
  /// The scheme as a dump shows it.
  var dumped: String {
    switch self {
    case .bearer: "bearer"
    case .basic: "basic"
    case .apiKey(let name, let location): "key \(name.quotedForDump) in \(location.word)"
    }
  }
}

extension Response.Status {
  /// The status as a dump shows it.
  var dumped: String {
    switch self {
    case .code(let code): "\(code)"
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
  }
}

extension String {
  /// The text in quotes on one line, cut where it is long.
  var quotedForDump: String {
    var result = "\""
    for scalar in unicodeScalars.prefix(200) {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}":
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + (unicodeScalars.count > 200 ? "…\"" : "\"")
  }
}

extension CredentialSet {
  /// The requirement as a dump shows it.
  var dumped: String { schemes.isEmpty ? "nothing" : schemes.map(\.dumped).joined(separator: " and ") }
}

extension Server {
  /// The server as a dump shows it.
  var dumped: String {
    var text = (template ?? url) + (name.map { " called \($0.quotedForDump)" } ?? "")
    for variable in variables {
      text += " with \(variable.name.quotedForDump) = \(variable.standard.quotedForDump)"
      if !variable.values.isEmpty { text += " of \(variable.values.map(\.quotedForDump).joined(separator: ", "))" }
    }
    return text
  }
}

extension StreamRequest {
  /// How the stream is asked for, as a dump shows it.
  var dumped: String {
    switch self {
    case .mediaType: "by its media type"
    case .property(let key): "by property \(key.quotedForDump)"
    case .parameter(let name): "by parameter \(name.quotedForDump)"
    }
  }
}

extension Pagination {
  /// The way from page to page, as a dump shows it.
  var dumped: String {
    let place = { (keys: [String]) in keys.isEmpty ? "all" : keys.joined(separator: ".").quotedForDump }
    let more = { (keys: [String]?) in keys.map { " while \(place($0))" } ?? "" }
    let way =
      switch style {
      case .cursor(let parameter, let next, let isMore):
        switch next {
        case .place(let keys): "by cursor \(parameter.quotedForDump) from \(place(keys))\(more(isMore))"
        case .lastItem(let key): "by cursor \(parameter.quotedForDump) from last \(key.quotedForDump)\(more(isMore))"
        }
      case .page(let parameter, let first, let isMore):
        "by page \(parameter.quotedForDump) from \(first)\(more(isMore))"
      case .offset(let parameter, let isMore): "by offset \(parameter.quotedForDump)\(more(isMore))"
      case .link: "by link"
      }
    return "\(way), items \(place(items))"
  }
}
