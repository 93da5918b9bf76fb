import HTTPTypes

extension Call {
  /// The request without its body.
  ///
  /// - Throws: `InvalidServer` where the base URL cannot be used, what an argument was refused with that cannot be sent.
  func request(
    to base: Server,
    credentials: [Credential] = [],
    headers defaults: HTTPFields = HTTPFields(),
    options: CallOptions = CallOptions()
  ) throws -> HTTPRequest {
    if let problem { throw problem }
    let server = try (options.server ?? self.server ?? base).parts()
    guard let method = HTTPRequest.Method(method.rawValue) else { throw invalid("no method \"\(method.rawValue)\"") }
    var fields = defaults
    for field in headers {
      if defaults.contains(field.name) { fields[field.name] = nil }
    }
    for field in headers { fields.append(field) }
    var (items, cookies) = (queryItems, cookies)
    fields[.accept] = accept.isEmpty ? nil : try field(.accept, accept.joined(separator: ", ")).value
    fields[.contentType] = try contentType.map { try field(.contentType, $0).value }
    try add(options, to: &fields)
    for credential in credentials { try add(credential, &fields, &items, &cookies) }
    if !cookies.isEmpty {
      // One field holds them all (RFC 6265, section 5.4).
      let texts = fields[values: .cookie] + cookies.map { "\($0.name)=\($0.value)" }
      fields[fields: .cookie] = [secret(try field(.cookie, texts.joined(separator: "; ")))]
    }
    var request = HTTPRequest(
      method: method,
      scheme: server.scheme,
      authority: server.authority,
      path: try target(below: server.path, items),
      headerFields: fields
    )
    if let link = options.link { link.follow(&request, adding: Array(items.dropFirst(queryItems.count))) }
    return request
  }

  /// Adds what the caller asks for in this call alone.
  private func add(_ options: CallOptions, to fields: inout HTTPFields) throws {
    for (name, value) in options.headers {
      let field = try field(name, value)
      guard field.name != .contentType else { throw invalid("the header \"\(name)\" follows from the body") }
      fields[fields: field.name] = [field]
    }
    if let key = options.idempotencyKey {
      let field = try field(.idempotencyKey, key.text)
      fields[fields: field.name] = [field]
    }
  }

  /// Adds credentials.
  private func add(
    _ credential: Credential,
    _ fields: inout HTTPFields,
    _ items: inout [(name: String, value: String)],
    _ cookies: inout [(name: String, value: String)]
  ) throws {
    switch credential {
    case .bearer(let token): fields[fields: .authorization] = [secret(try field(.authorization, "Bearer \(token)"))]
    case .basic(let user, let password):
      guard !user.contains(":") else { throw invalid("a user name cannot contain a colon") }
      let token = Credential.basicToken(user: user, password: password)
      fields[fields: .authorization] = [secret(try field(.authorization, "Basic \(token)"))]
    case .apiKey(let key, let name, .header):
      let field = secret(try field(name, key))
      fields[fields: field.name] = [field]
    case .apiKey(let key, let name, .query):
      items.append((PercentEncoding.encode(name), PercentEncoding.encode(key)))
    case .apiKey(let key, let name, .cookie):
      // Nobody undoes escapes in a credential: it is sent as it is (RFC 6265, section 4.1.1).
      guard HTTPField.Name(name) != nil else { throw invalid("no cookie can be called \"\(name)\"") }
      guard Self.isCookieValue(key) else {
        throw invalid("no cookie can hold the key for \"\(name)\"")
      }
      cookies.append((name, key))
    }
  }

  /// Whether a cookie may have the value, which may stand in quotation marks (RFC 6265, section 4.1.1).
  private static func isCookieValue(_ text: String) -> Bool {
    let isQuoted = text.utf8.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
    return (isQuoted ? text.dropFirst().dropLast() : text[...]).utf8.allSatisfy(isCookieOctet)
  }

  /// Whether the value of a cookie may hold a byte: no control, white space, quotation mark, comma, semicolon or backslash
  /// (RFC 6265, section 4.1.1).
  private static func isCookieOctet(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\",;\\".utf8.contains(byte)
  }

  /// A header field that no redirect may carry to another origin.
  private func secret(_ field: HTTPField) -> HTTPField {
    var result = field
    result.indexingStrategy = .disallow
    return result
  }

  /// The path and query below a base path.
  private func target(below base: String, _ items: [(name: String, value: String)]) throws -> String {
    let template = template.utf8.prefix { $0 != UInt8(ascii: "#") }
    let pathTemplate = template.prefix { $0 != UInt8(ascii: "?") }
    let fixedQuery = template[pathTemplate.endIndex...].dropFirst()
    let own = try fill(Substring(pathTemplate))
    var path = base
    if !own.utf8.allSatisfy({ $0 == UInt8(ascii: "/") }) || base.isEmpty {
      while path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
      path += "/"
      path += Substring(own.utf8.drop { $0 == UInt8(ascii: "/") })
    }
    var mark = "?"
    if !fixedQuery.isEmpty {
      path += mark + PercentEncoding.encodeIllegal(Substring(fixedQuery))
      mark = "&"
    }
    if let queryText {
      path += mark + queryText
      mark = "&"
    }
    for item in items {
      path += mark
      path += item.name
      path += "="
      path += item.value
      mark = "&"
    }
    return path
  }

  /// The path template with its parameters; what they hold is not looked at again.
  private func fill(_ template: Substring) throws -> String {
    var result = ""
    var isFirst = true
    for segment in template.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if !isFirst { result += "/" }
      isFirst = false
      result += try fill(segment: Substring(segment))
    }
    return result
  }

  /// One segment of the path template with its parameters.
  private func fill(segment: Substring) throws -> String {
    var result = ""
    var rest = segment.utf8
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      guard let value = pathValues[name] else { throw invalid("the path parameter \"\(name)\" is missing") }
      result += PercentEncoding.encodeIllegal(Substring(rest[..<open])) + value
      rest = rest[rest.index(after: close)...]
    }
    result += PercentEncoding.encodeIllegal(Substring(rest))
    guard result == segment || !Self.isOfPoints(result) else {
      throw invalid("a path parameter cannot be \"\(result)\"")
    }
    return result
  }

  /// Whether a segment is one or two points, by which servers understand another path; they take escaped ones for points.
  private static func isOfPoints(_ segment: String) -> Bool {
    var (rest, count) = (segment.utf8[...], 0)
    while let first = rest.first {
      if first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
        rest = rest.dropFirst(3)
      } else {
        return false
      }
      count += 1
    }
    return count == 1 || count == 2
  }
}
