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
    fields[.accept] = accept.isEmpty ? nil : try field("Accept", accept.joined(separator: ", ")).value
    fields[.contentType] = try contentType.map { try field("Content-Type", $0).value }
    try add(options, to: &fields)
    for credential in credentials { try add(credential, &fields, &items, &cookies) }
    if !cookies.isEmpty {
      let text = cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
      fields.append(try secret("Cookie", text))
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
      let field = try field("Idempotency-Key", key.text)
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
    case .bearer(let token): fields[fields: .authorization] = [try secret("Authorization", "Bearer \(token)")]
    case .basic(let user, let password):
      guard !user.contains(":") else { throw invalid("a user name cannot contain a colon") }
      let token = Credential.basicToken(user: user, password: password)
      fields[fields: .authorization] = [try secret("Authorization", "Basic \(token)")]
    case .apiKey(let key, let name, .header):
      let field = try secret(name, key)
      fields[fields: field.name] = [field]
    case .apiKey(let key, let name, .query):
      items.append((PercentEncoding.encode(name), PercentEncoding.encode(key)))
    case .apiKey(let key, let name, .cookie):
      cookies.append((PercentEncoding.encode(name), PercentEncoding.encode(key)))
    }
  }

  /// A header field that no redirect may carry to another origin.
  private func secret(_ name: String, _ value: String) throws -> HTTPField {
    var result = try field(name, value)
    result.indexingStrategy = .disallow
    return result
  }

  /// The path and query below a base path.
  private func target(below base: String, _ items: [(name: String, value: String)]) throws -> String {
    let template = template.prefix { $0 != "#" }
    let pathTemplate = template.prefix { $0 != "?" }
    let fixedQuery = template.dropFirst(pathTemplate.count + 1)
    let own = try fill(pathTemplate).drop { $0 == "/" }
    var baseEnd = base[...]
    while baseEnd.last == "/" { baseEnd.removeLast() }
    let path = own.isEmpty && !base.isEmpty ? base : "\(baseEnd)/\(own)"
    var query = (queryText.map { [$0] } ?? []) + items.map { "\($0.name)=\($0.value)" }
    if !fixedQuery.isEmpty { query.insert(PercentEncoding.encodeIllegal(fixedQuery), at: 0) }
    return query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
  }

  /// The path template with its parameters; what they hold is not looked at again.
  private func fill(_ template: Substring) throws -> String {
    var segments: [String] = []
    for segment in template.split(separator: "/", omittingEmptySubsequences: false) {
      var result = ""
      var rest = segment
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let name = String(rest[rest.index(after: open)..<close])
        guard let value = pathValues[name] else { throw invalid("the path parameter \"\(name)\" is missing") }
        result += PercentEncoding.encodeIllegal(rest[..<open]) + value
        rest = rest[rest.index(after: close)...]
      }
      result += PercentEncoding.encodeIllegal(rest)
      guard result == segment || (result != "." && result != "..") else {
        throw invalid("a path parameter cannot be \"\(result)\"")
      }
      segments.append(result)
    }
    return segments.joined(separator: "/")
  }
}
