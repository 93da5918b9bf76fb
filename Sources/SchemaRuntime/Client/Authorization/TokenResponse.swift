/// What a token endpoint answers (RFC 6749, section 5.1).
struct TokenResponse: Sendable {
  /// The token.
  let accessToken: String
  /// How long it is good; nil where the server does not say.
  let lifetime: Duration?
  /// The refresh token for the next time; nil where the former stays.
  let refreshToken: String?

  /// Reads an answer.
  ///
  /// - Throws: `TokenError` where it has no token, or one that is no bearer token.
  init(status: Int, body: [UInt8], redaction: Redaction) throws(TokenError) {
    let answer = try? JSONValue(parsing: body)
    guard (200..<300).contains(status) else {
      let code = answer?["error"]?.stringValue.map { redaction.redact($0) }
      let described = answer?["error_description"]?.stringValue.map { redaction.redact($0) }
      throw TokenError(status: status, code: code, reason: described ?? "body: \(redaction.excerpt(body))")
    }
    // Such an answer may well hold a token under another name: nothing of it is shown.
    guard let token = answer?["access_token"]?.stringValue, !token.isEmpty else {
      throw TokenError(status: status, code: nil, reason: "no \"access_token\" in the answer")
    }
    if let type = answer?["token_type"]?.stringValue, type.lowercased() != "bearer" {
      throw TokenError(status: status, code: nil, reason: "a token of the type \"\(type)\", expected a bearer token")
    }
    accessToken = token
    refreshToken = answer?["refresh_token"]?.stringValue
    // Servers send the number as a string too.
    let stated = answer?["expires_in"].map { $0.stringValue ?? "\($0)" }
    lifetime = stated.flatMap { Self.lifetime(of: $0) }
  }

  /// The time that a number of seconds stands for; nil where it is none that a clock can count.
  private static func lifetime(of text: String) -> Duration? {
    guard let seconds = Double(text), seconds >= 0, seconds < 1e12 else { return nil }
    return .seconds(seconds)
  }
}
