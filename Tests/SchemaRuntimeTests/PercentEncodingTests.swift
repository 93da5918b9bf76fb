import HTTPTypes
import Testing

@testable import SchemaRuntime

/// How text gets into URLs.
@Suite struct PercentEncodingTests {
  @Test func whatNoPathMayHoldIsEncodedOnce() {
    let text = "/a[b]/c d?e=%20%5B&f=100%&g={h}|\"é#\\^`<>"
    let encoded = "/a%5Bb%5D/c%20d?e=%20%5B&f=100%25&g=%7Bh%7D%7C%22%C3%A9%23%5C%5E%60%3C%3E"
    #expect(PercentEncoding.encodeIllegal(text) == encoded)
    #expect(PercentEncoding.encodeIllegal(encoded) == encoded)
    let legal = "/AZaz09-._~!$&'()*+,;=:@/?"
    #expect(PercentEncoding.encodeIllegal(legal) == legal)
  }

  @Test func bracketsOfATemplateAndOfAParameter() throws {
    var call = Call("c", .get, "/items[0]/{id}?fixed[a]=1")
    call.path("id", "[x]", allowReserved: true)
    call.query("page[number]", "[2]", allowReserved: true)
    call.query("filter", ["a": "b"], style: .deepObject)
    let path = try call.request(to: "https://api.example.com").path
    #expect(path == "/items%5B0%5D/%5Bx%5D?fixed%5Ba%5D=1&page%5Bnumber%5D=%5B2%5D&filter%5Ba%5D=b")
  }

  @Test(
    "references against https://a.example/b/c?d",
    arguments: [
      ("e", "https a.example /b/e"), ("../e?f=g#h", "https a.example /e?f=g"), ("?e", "https a.example /b/c?e"),
      ("//h:1", "https h:1 /"), ("HTTP://h?q=[1]%5B", "http h /?q=%5B1%5D%5B"),
      ("/e f?g=%20|", "https a.example /e%20f?g=%20%7C"),
      ("https://[::1]:8/x[y]", "https [::1]:8 /x%5By%5D"), ("/a//b://c", "https a.example /a//b://c"),
      ("?next=https://other.example/[x]", "https a.example /b/c?next=https://other.example/%5Bx%5D"),
      ("", nil), ("#e", nil), ("file:///etc/hosts", nil), ("mailto:a@b", nil), ("http://", nil), ("http:///x", nil),
      ("http://u:p@h/", nil), ("data:text/plain,x", nil),
    ] as [(String, String?)]
  )
  func references(_ reference: String, _ expected: String?) {
    let request = HTTPRequest(method: .get, scheme: "https", authority: "a.example", path: "/b/c?d")
    let resolved = ResolvedReference(reference, in: request)
    #expect(resolved.map { "\($0.scheme) \($0.authority) \($0.path)" } == expected)
  }
}
