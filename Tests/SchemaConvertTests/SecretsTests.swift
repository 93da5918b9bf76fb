import SchemaConvert
import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// Credentials of whoever recorded a call or kept a collection reach nothing that a run writes.
@Suite struct SecretsTests {
  /// A key that is told by the header, the option or the variable that holds it.
  private static let key = "sk-live-4f9a8b7c6d5e"
  /// A password that is told by the name of the member or field that holds it.
  private static let password = "correct-horse-battery"
  /// A session that is told by the cookie that holds it.
  private static let session = "s3ss10n.abcdef012345"
  /// A password in an address, too short to be found elsewhere.
  private static let short = "pw1x"
  /// What nothing may show.
  private static let secrets = [key, password, session, short]

  /// A collection with secrets wherever they can be.
  private static let postman = """
    {"info": {"name": "Shop", "description": "Call it with \(key).", "schema": "https://schema.getpostman.com/v2.1.0"},
    "auth": {"type": "apikey", "apikey": [{"key": "key", "value": "X-Key"}, {"key": "value", "value": "\(key)"}]},
    "variable": [{"key": "mine", "value": "\(session)"}, {"key": "password", "value": "\(password)"}],
    "event": [{"listen": "test", "script": {"exec": ["// \(key)"]}}],
    "item": [{"name": "Log in with \(key)", "request": {"method": "POST",
      "url": {"raw": "https://user:\(short)@shop.example/bot{{mine}}/{{password}}/login?api_key=\(key)&next=\(session)"},
      "header": [{"key": "Cookie", "value": "sid={{mine}}; t=\(session)"}, {"key": "X-Copy", "value": "\(key)"}],
      "body": {"mode": "raw", "options": {"raw": {"language": "json"}}, "raw":
        "{\\"password\\": \\"\(password)\\", \\"echo\\": \\"is \(key)\\", \\"n\\": 1, \\"session\\": {{mine}}}"}},
      "response": [{"name": "ok \(key)", "code": 200, "header": "Set-Cookie: sid=\(session)\\nX-Back: \(key)",
        "body": "{\\"access_token\\": \\"\(session)\\", \\"url\\": \\"https://a/?k=\(password)\\"}", "cookie": []},
        {"name": "text", "code": 400, "header": [], "body": "bad key \(key)", "code2": 1}]},
     {"name": "Form", "request": {"method": "POST", "url": "https://shop.example/form", "body": {"mode": "urlencoded",
       "urlencoded": [{"key": "client_secret", "value": "\(password)"}, {"key": "note", "value": "\(key)"}]}}}]}
    """

  /// A file of commands with secrets wherever they can be.
  private static let curl = """
    TOKEN=\(key)
    MINE='\(session)'
    # Log in with \(key)
    curl -X POST 'https://user:\(short)@shop.example/\(session)/login?api_key=\(key)&q=\(password)' \\
      -H "Authorization: Bearer $MINE" -H 'X-Copy: \(key)' -b 'sid=\(session)' nonsense \(key) \\
      -d '{"password": "\(password)", "echo": "token=\(key)", "n": 1}'
    {"access_token": "\(session)", "again": "\(password)"}
    curl -u 'admin:\(password)' https://shop.example/list -F 'secret=\(key)' -F 'note=\(session)'
    this line \(key) is none
    """

  /// A recording with secrets wherever they can be.
  private static let har = """
    {"log": {"version": "1.2", "creator": {"name": "t", "version": "1"}, "entries": [{"startedDateTime": "x",
     "request": {"method": "POST", "url": "https://user:\(short)@shop.example/\(session)/login?api_key=\(key)",
      "headers": [{"name": "Authorization", "value": "Bearer \(key)"}, {"name": "Cookie", "value": "sid=\(session)"}],
      "queryString": [{"name": "api_key", "value": "\(key)"}], "cookies": [],
      "postData": {"mimeType": "application/json", "text": "{\\"password\\": \\"\(password)\\", \\"e\\": \\"\(key)\\"}"}},
     "response": {"status": 200, "statusText": "OK", "headers": [{"name": "X-Back", "value": "\(key)"}], "cookies": [],
      "content": {"mimeType": "application/json", "text": "{\\"note\\": \\"was \(password)\\", \\"ok\\": true}"}}}]}}
    """

  @Test("nothing that is written shows a secret", arguments: [("a.json", postman), ("a.sh", curl), ("a.har", har)])
  func written(_ name: String, _ text: String) {
    let (written, diagnostics) = Self.run(name, text)
    for secret in Self.secrets {
      #expect(!written.contains(secret), "\(secret) is in what was written of \(name)")
      #expect(!diagnostics.contains(secret), "\(secret) is in the diagnostics of \(name)")
    }
    #expect(written.contains("shop.example") && written.contains("login"))
    #expect(written.contains("password") && written.contains(Secrets.placeholder))
    #expect(diagnostics.contains("credentials are left out"))
    #expect(diagnostics.contains("****"))
  }

  @Test("a recording that cannot be read shows nothing of itself", arguments: [("a.json", postman), ("a.har", har)])
  func unreadable(_ name: String, _ text: String) {
    let (_, diagnostics) = Self.run(name, String(text.dropLast(3)))
    #expect(diagnostics.contains("error:"))
    for secret in Self.secrets { #expect(!diagnostics.contains(secret)) }
  }

  @Test("what people write in the place of a secret is none") func standIns() {
    let text = "curl https://shop.example/list?say=YOUR_API_KEY -H 'Authorization: Bearer YOUR_API_KEY'"
    let (written, _) = Self.run("a.sh", text)
    #expect(written.contains("YOUR_API_KEY"))
  }

  /// All that a run and a conversion write of a document, and all that they tell.
  private static func run(_ name: String, _ text: String) -> (written: String, diagnostics: String) {
    var options = Generator.Options(module: "M")
    options.makesTests = true
    options.dumpsIR = true
    options.listsExamples = true
    let documents = [InputDocument(api: "api", path: name, bytes: Array(text.utf8))]
    let generator = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
    let result = generator.generate(documents)
    let converted = Converter(configuration: Configuration(), form: .v3_1).convert(documents)
    var written = (result.files + result.tests).map(\.contents).joined()
    written += result.dumps.map(\.text).joined() + result.examples.map(\.json).joined()
    written += converted.apis.map { $0.text(as: .yaml) }.joined()
    var diagnostics = ""
    for (report, sources) in [(result.report, result.sources), (converted.report, converted.sources)] {
      var renderer = DiagnosticRenderer(sources: sources, columns: 4000)
      diagnostics += renderer.text(of: report.diagnostics)
      diagnostics += DiagnosticRenderer.json(of: report.diagnostics, sources: sources)
    }
    return (written, diagnostics)
  }
}
