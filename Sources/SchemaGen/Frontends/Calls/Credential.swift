import SchemaDescription
import SchemaSource

/// Recognises the parts of a call that say who the caller is: their values must never be shown.
enum Credential {
  /// Names of headers and of values in a query that are keys, in lower case without hyphens and underscores.
  private static let keyNames: Set<String> = [
    "apikey", "xapikey", "apitoken", "xapitoken", "accesskey", "accesstoken", "xaccesstoken", "authtoken", "xauthtoken",
    "xauthkey", "xauth", "authkey", "secretkey", "xsecretkey", "subscriptionkey", "ocpapimsubscriptionkey",
    "xgoogapikey", "xrapidapikey", "xfunctionskey", "privatetoken", "xvaulttoken", "xamzsecuritytoken", "token",
    "xtoken", "sessiontoken", "xsessiontoken", "bearertoken", "usertoken", "mjapisecret", "apisecret", "xapisecret",
  ]

  /// Names of members of a body whose texts are secrets, in lower case without hyphens and underscores.
  private static let secretNames: Set<String> = [
    "password", "passwd", "passphrase", "secret", "clientsecret", "refreshtoken", "idtoken", "otp", "privatekey",
    "cvv", "cvc", "newpassword", "oldpassword", "currentpassword", "confirmpassword", "passwordconfirmation",
    "csrftoken", "xsrftoken", "jwt", "cookie", "authorization", "credential", "signature", "sig", "xsignature",
  ]

  /// What names of secrets end with, in lower case without hyphens and underscores.
  private static let secretEndings = [
    "password", "csrftoken", "signature", "apikey", "secretkey", "privatekey", "accesskey", "accesstoken", "authtoken",
    "clientsecret", "apisecret", "appsecret", "consumersecret", "tokensecret",
  ]

  /// Names of cookies that carry a session rather than a preference, in lower case without hyphens and underscores.
  private static let sessionNames = ["session", "sess", "sid", "auth", "token", "jwt", "login", "remember"]

  /// The way to authenticate that a header stands for, nil where it is none. The value tells `Bearer` from others.
  static func scheme(ofHeader name: String, value: String, at span: SourceSpan) -> SecuritySchemeDescription? {
    let key = name.lowercased()
    guard key == "authorization" || key == "proxy-authorization" else {
      guard keyNames.contains(simplified(name)) else { return nil }
      let kind = SecuritySchemeDescription.Kind.apiKey(name: name, location: .header)
      return SecuritySchemeDescription(key: name, kind: kind, span: span)
    }
    guard key == "authorization" else { return nil }
    let word = value.prefix { $0 != " " }.lowercased()
    switch value.contains(" ") ? word : "" {
    case "bearer": return bearer(at: span)
    case "basic": return basic(at: span)
    case "digest", "negotiate", "ntlm", "hawk", "aws4-hmac-sha256":
      return SecuritySchemeDescription(key: word, kind: .other(word), span: span)
    default:
      let kind = SecuritySchemeDescription.Kind.apiKey(name: "Authorization", location: .header)
      return SecuritySchemeDescription(key: "Authorization", kind: kind, span: span)
    }
  }

  /// The way to authenticate that a value in a query stands for, nil where it is none.
  static func scheme(ofQuery name: String, at span: SourceSpan) -> SecuritySchemeDescription? {
    guard keyNames.contains(simplified(name)) else { return nil }
    return SecuritySchemeDescription(key: name, kind: .apiKey(name: name, location: .query), span: span)
  }

  /// The way to authenticate that a cookie stands for, nil where it is none.
  static func scheme(ofCookie name: String, at span: SourceSpan) -> SecuritySchemeDescription? {
    let key = simplified(name)
    guard sessionNames.contains(where: key.contains), !key.contains("csrf"), !key.contains("xsrf") else { return nil }
    return SecuritySchemeDescription(key: name, kind: .apiKey(name: name, location: .cookie), span: span)
  }

  /// A token in the header `Authorization`.
  static func bearer(at span: SourceSpan) -> SecuritySchemeDescription {
    SecuritySchemeDescription(key: "bearer", kind: .bearer, span: span)
  }

  /// A name and a password in the header `Authorization`.
  static func basic(at span: SourceSpan) -> SecuritySchemeDescription {
    SecuritySchemeDescription(key: "basic", kind: .basic, span: span)
  }

  /// Whether the text that stands under a name is a secret, wherever that is.
  static func isSecret(_ name: String) -> Bool {
    let name = simplified(name)
    return keyNames.contains(name) || secretNames.contains(name) || name.hasPrefix("setcookie")
      || secretEndings.contains(where: name.hasSuffix)
  }

  /// A name in lower case without hyphens and underscores.
  private static func simplified(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}
