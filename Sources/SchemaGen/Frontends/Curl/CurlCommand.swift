import SchemaDocument
import SchemaSource

/// What a curl command on a page says of a request.
struct CurlCommand {
  /// One `Name: value` header and its place.
  struct Header {
    var name: String
    var value: String
    var span: SourceSpan
  }

  /// One `name=value` field of a form and its place.
  struct Field {
    var name: String
    var value: String
    /// Whether the field carries a file: `name=@path`.
    var isFile: Bool
    var span: SourceSpan
  }

  /// Upper case; nil where the command leaves it to curl.
  var statedMethod: String?
  /// The URL as it stands.
  var url: ShellWord?
  /// The headers in order.
  var headers: [Header] = []
  /// The body as text.
  var data: ShellWord?
  /// The body where it is JSON.
  var json: Node?
  /// The fields of a form, of `--form` or of a body in URL encoding.
  var fields: [Field] = []
  /// Whether the form is a multipart one.
  var isMultipart = false
  /// A file that is sent as the body.
  var dataFile: ShellWord?
  /// The cookies in order.
  var cookies: [Header] = []
  /// Whether a user and a password are given.
  var hasUser = false
  /// Whether a token is given.
  var hasToken = false
  /// The words that name a user and a password, or a token.
  var credentials: [ShellWord] = []
  /// Whether the page ended before the command did.
  var isTruncated = false
  /// Where the command stands.
  var span: SourceSpan

  /// The method, upper case.
  var method: String { statedMethod ?? (data != nil || dataFile != nil || isMultipart ? "POST" : "GET") }

  /// The media type of the body, nil where there is none.
  var mediaType: String? {
    let stated = header("Content-Type").flatMap { MediaTypeName.normalized($0) }
    if isMultipart { return "multipart/form-data" }
    if json != nil { return stated.flatMap { MediaTypeName.isJSON($0) ? $0 : nil } ?? "application/json" }
    if let dataFile {
      return stated ?? (dataFile.text.hasSuffix(".json") ? "application/json" : "application/octet-stream")
    }
    guard data != nil else { return nil }
    return stated ?? (fields.isEmpty ? "text/plain" : "application/x-www-form-urlencoded")
  }

  /// The value of a header, whatever the case of its name.
  func header(_ name: String) -> String? {
    headers.last { $0.name.lowercased() == name.lowercased() }?.value
  }
}
