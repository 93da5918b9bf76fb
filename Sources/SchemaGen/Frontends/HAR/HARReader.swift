import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads a recording of a browser or a proxy (HTTP Archive 1.2): calls of one method and path become one operation.
struct HARReader {
  /// Why an entry tells nothing of an API.
  enum Omission: String, CaseIterable {
    case asset = "what pages are made of (images, styles, scripts, fonts, documents)"
    case preflight = "questions that a browser asks before a call"
    case other = "no calls over HTTP"
  }

  /// What was found wrong so far.
  var report: Report
  /// Hides what says who the caller was.
  var redaction = Redaction()
  /// How many entries are left out, and the first of them.
  private var omitted: [Omission: (count: Int, span: SourceSpan)] = [:]

  /// Whether a document is a recording.
  static func recognizes(_ root: Node) -> Bool {
    guard let log = root["log"], log.members != nil else { return false }
    return log["entries"]?.elements != nil || log["entries"] != nil && log["creator"] != nil
  }

  /// What a recording says of the APIs in it.
  static func read(_ root: Node, report: inout Report) -> APIDescription {
    var reader = HARReader(report: report)
    let description = reader.read(root)
    report = reader.report
    return description
  }

  init(report: Report) { self.report = report }

  /// Reads everything.
  private mutating func read(_ root: Node) -> APIDescription {
    var assembler = CallAssembler()
    guard let list = root["log"]?["entries"] else { return assembler.description }
    guard let entries = list.elements else {
      report.addUnexpected(list, "'entries'", "an array")
      return assembler.description
    }
    // Who the caller is shows in some entries and could be repeated in all others.
    for entry in entries { redaction.learn(entry: entry) }
    var calls: [RecordedCall] = []
    for entry in entries {
      guard entry.members != nil else {
        report.addUnexpected(entry, "an entry", "an object")
        continue
      }
      if let call = call(entry) { calls.append(call) }
    }
    for reason in Omission.allCases {
      guard let (count, span) = omitted[reason] else { continue }
      let what = count == 1 ? "1 entry is" : "\(count) entries are"
      report.add(.ignoredText, "\(what) left out: \(reason.rawValue)", at: span)
    }
    redaction.learn(calls)
    redaction.tell(&report)
    PathTemplates.apply(to: &calls, isSecret: redaction.isSecret)
    redaction.redact(&calls)
    assembler.addJoined(calls)
    if calls.isEmpty {
      report.add(.unexpectedValue, "no call of an API is in this recording", at: list.span)
    }
    return assembler.description
  }

  /// Counts an entry that is left out.
  mutating func omit(_ reason: Omission, at span: SourceSpan) {
    omitted[reason] = ((omitted[reason]?.count ?? 0) + 1, omitted[reason]?.span ?? span)
  }

  /// The call of one entry; nil where it is none of an API.
  private mutating func call(_ entry: Node) -> RecordedCall? {
    guard let request = entry["request"], request.members != nil else {
      report.addUnexpected(entry["request"] ?? entry, "the request of an entry", "an object")
      return nil
    }
    guard let urlNode = request["url"], let address = urlNode.string else {
      report.addUnexpected(request["url"] ?? request, "the URL of a request", "a string")
      return nil
    }
    guard let url = EndpointURL(address), let server = url.server, server.hasPrefix("http") else {
      omit(.other, at: urlNode.span)
      return nil
    }
    let method = (text(request["method"], "the method") ?? "GET").uppercased()
    guard HTTPMethod.all.contains(method) else {
      omit(.other, at: request["method"]?.span ?? request.span)
      return nil
    }
    let requestHeaders = fields(request["headers"], "a header")
    let response = object(entry["response"], "the response of an entry")
    if method == "OPTIONS", requestHeaders.contains(where: { $0.name.lowercased() == "access-control-request-method" })
    {
      omit(.preflight, at: urlNode.span)
      return nil
    }
    if HARAsset.isAsset(entry, method: method, path: url.path, response: response) {
      omit(.asset, at: urlNode.span)
      return nil
    }
    var call = RecordedCall(method: method, path: url.path, span: urlNode.span)
    call.server = server
    var schemes = url.userInfo == nil ? [] : [Credential.basic(at: urlNode.span)]
    addQuery(request["queryString"], url: url, at: urlNode.span, to: &call, &schemes)
    addHeaders(requestHeaders, to: &call, &schemes)
    for cookie in fields(request["cookies"], "a cookie") {
      if let scheme = Credential.scheme(ofCookie: cookie.name, at: cookie.span) { schemes.append(scheme) }
    }
    // Who sends none may have taken them out: that says nothing.
    call.schemes = schemes.isEmpty ? nil : schemes
    if let data = object(request["postData"], "'postData'") { call.body = body(ofPosted: data) }
    if let response, let read = self.response(response) { call.responses = [read] }
    return call
  }

  /// Adds the values behind the question mark.
  private func addQuery(
    _ list: Node?,
    url: EndpointURL,
    at span: SourceSpan,
    to call: inout RecordedCall,
    _ schemes: inout [SecuritySchemeDescription]
  ) {
    // The address is what was sent; the list repeats it, decoded or not.
    for (name, value) in url.query {
      let field = CallField(BodyReader.decoded(name), BodyReader.decoded(value), at: span)
      if let scheme = Credential.scheme(ofQuery: field.name, at: span) {
        schemes.append(scheme)
      } else {
        call.query.append(field)
      }
    }
  }

  /// Adds the headers that are parameters, and those that authenticate.
  private func addHeaders(
    _ headers: [CallField],
    to call: inout RecordedCall,
    _ schemes: inout [SecuritySchemeDescription]
  ) {
    for header in headers {
      if let scheme = Credential.scheme(ofHeader: header.name, value: header.value, at: header.span) {
        schemes.append(scheme)
      } else if !HeaderName.isTransport(header.name) {
        call.headers.append(header)
      }
    }
  }

  /// A text that is not blank.
  mutating func text(_ node: Node?, _ name: String) -> String? {
    guard let node, !node.isNull else { return nil }
    guard let text = node.string else {
      report.addUnexpected(node, name, "a string")
      return nil
    }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// A node that is an object.
  mutating func object(_ node: Node?, _ name: String) -> Node? {
    guard let node, !node.isNull else { return nil }
    guard node.members != nil else {
      report.addUnexpected(node, name, "an object")
      return nil
    }
    return node
  }

  /// A list of names and values.
  mutating func fields(_ node: Node?, _ name: String) -> [CallField] {
    guard let node, !node.isNull else { return [] }
    guard let elements = node.elements else {
      report.addUnexpected(node, "a list of names and values", "an array")
      return []
    }
    return elements.compactMap { element in
      guard let key = element["name"]?.string, !key.isEmpty else {
        report.addUnexpected(element["name"] ?? element, name, "an object with a 'name'")
        return nil
      }
      return CallField(key, text(element["value"], "the value of \(name)") ?? "", at: element.span)
    }
  }
}
