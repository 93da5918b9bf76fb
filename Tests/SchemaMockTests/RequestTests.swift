import Testing

@testable import SchemaMock

/// How requests are checked against the document.
@Suite(.timeLimit(.minutes(15))) struct RequestTests {
  /// A document with every kind of parameter and body.
  private static let document = """
    openapi: 3.1.0
    info: { title: Shop, version: '1' }
    servers: [{ url: 'https://shop.example/v2' }]
    paths:
      /items/{id}:
        get:
          operationId: getItem
          parameters:
            - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
            - { name: limit, in: query, required: true, schema: { type: integer, maximum: 10 } }
            - { name: tags, in: query, schema: { type: array, maxItems: 2, items: { type: string, enum: [a, b, 'c,d'] } } }
            - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
            - { name: piped, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: integer } } }
            - name: filter
              in: query
              style: deepObject
              schema:
                type: object
                properties: { age: { type: object, properties: { min: { type: integer } } }, kinds: { type: array, items: { type: string } } }
            - { name: either, in: query, schema: { oneOf: [{ type: string, pattern: ^x }, { type: array, maxItems: 2, items: { type: integer } }] } }
            - { name: point, in: query, schema: { type: object, properties: { x: { type: number }, y: { type: number } } } }
            - { name: where, in: query, content: { application/json: { schema: { type: object, required: [k] } } } }
            - { name: X-Trace, in: header, schema: { type: string, maxLength: 3 } }
            - { name: flag, in: cookie, schema: { type: boolean } }
          responses: { '200': { description: ok, content: { application/json: { example: { id: 1 } } } } }
      /items:
        post:
          operationId: addItem
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [name]
                  properties: { name: { type: string }, price: { type: number, exclusiveMinimum: 0 }, made: { type: string, format: date } }
              text/plain: { schema: { type: string, maxLength: 5 } }
          responses: { '201': { description: made, content: { application/json: { example: { id: 2 } } } } }
      /raw:
        put:
          requestBody: { content: { application/octet-stream: {} } }
          responses: { '204': { description: done } }
    """

  /// Answers a request.
  private func answer(
    _ method: String,
    _ path: String,
    headers: [String: String] = [:],
    body: String = ""
  ) throws -> MockResponse {
    try Mock.site(Self.document).answer(method, path, headers: headers, body: body)
  }

  @Test(
    "parameters that are as the document says",
    arguments: [
      "limit=10", "limit=1&tags=a&tags=b", "limit=1&tags=c%2Cd", "limit=1&ids=1,2,3", "limit=1&piped=1%7C2",
      "limit=1&filter%5Bage%5D%5Bmin%5D=3", "limit=1&filter[kinds]=x&filter[kinds]=y", "limit=1&x=1.5&y=-2e3",
      "limit=1&where=%7B%22k%22:1%7D", "limit=1&either=x,y", "limit=1&either=1&either=2", "limit=1&unknown=1",
    ]
  )
  func rightParameters(_ query: String) throws {
    let response = try answer("GET", "/v2/items/7?\(query)", headers: ["X-Trace": "abc", "Cookie": "flag=true"])
    #expect(response.status == 200, "\(response.text)")
    #expect(response.json == ["id": 1])
  }

  @Test(
    "parameters that are not",
    arguments: [
      ("/items/7", ["query limit"]), ("/items/x?limit=1", ["path id type"]), ("/items/0?limit=1", ["path id minimum"]),
      ("/items/7?limit=many", ["query limit type"]), ("/items/7?limit=11", ["query limit maximum"]),
      ("/items/7?limit=1&tags=a&tags=z", ["query tags [1] enum"]),
      ("/items/7?limit=1&tags=a&tags=a&tags=b", ["query tags maxItems"]),
      ("/items/7?limit=1&ids=1,x", ["query ids [1] type"]), ("/items/7?limit=1&piped=1|b", ["query piped [1] type"]),
      ("/items/7?limit=1&filter[age][min]=old", ["query filter age.min type"]),
      ("/items/7?limit=1&x=left", ["query point x type"]), ("/items/7?limit=1&where=%7B%7D", ["query where required"]),
      ("/items/7?limit=1&where=%7B", ["query where"]), ("/items/7?limit=1&either=y", ["query either oneOf"]),
      ("/items/7?limit=1&either=1&either=2&either=3", ["query either oneOf"]),
    ]
  )
  func wrongParameters(_ path: String, _ faults: [String]) throws {
    let response = try answer("GET", path)
    #expect(response.status == 400 && response.faults == faults, "\(response.text)")
    #expect(response.headers[.contentType] == "application/problem+json")
    #expect(response.text.split(separator: "\n").count == 1 && !response.text.contains(": \""))
  }

  @Test func headersAndCookies() throws {
    let response = try answer("GET", "/items/7?limit=1", headers: ["X-Trace": "abcd", "Cookie": "a=1; flag=maybe"])
    #expect(response.faults == ["header X-Trace maxLength", "cookie flag type"])
  }

  @Test(
    "JSON bodies",
    arguments: [
      (#"{"name":"a"}"#, 201, []), (#"{"name":1}"#, 400, ["body name type"]), ("{}", 400, ["body required"]),
      (#"{"name":"a","price":0,"made":"soon"}"#, 400, ["body made format", "body price exclusiveMinimum"]),
      (#"{"name":"#, 400, ["body"]), ("", 400, ["body"]),
    ] as [(String, Int, [String])]
  )
  func jsonBodies(_ body: String, _ status: Int, _ faults: [String]) throws {
    let response = try answer(
      "POST",
      "/items",
      headers: ["Content-Type": "application/json; charset=utf-8"],
      body: body
    )
    #expect(response.status == status && response.faults == faults, "\(response.text)")
  }

  @Test func anObjectOfAnyKeysLeavesOthersTheirs() throws {
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      paths:
        /orders:
          get:
            parameters:
              - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { min: { type: integer } } } }
              - { name: tags, in: query, schema: { type: array, items: { type: string } } }
              - { name: rest, in: query, schema: { type: object, additionalProperties: { type: boolean } } }
            responses: { '204': { description: done } }
      """
    )
    #expect(site.answer("GET", "/orders?filter[min]=3&tags[]=a&tags=b&x=true").status == 204)
    #expect(site.answer("GET", "/orders?filter[min]=low&x=1").faults == ["query filter min type", "query rest x type"])
    #expect(site.answer("GET", "/orders?other[min]=3").faults == [#"query rest ["other[min]"] type"#])
  }

  @Test func methodsInAnotherCase() throws {
    let site = try Mock.site(
      openAPI: "3.2.0",
      """
      paths:
        /cache:
          additionalOperations:
            purge: { responses: { '204': { description: gone } } }
            Copy: { responses: { '202': { description: later } } }
            COPY: { responses: { '201': { description: done } } }
      """
    )
    #expect(site.answer("purge", "/cache").status == 204 && site.answer("PURGE", "/cache").status == 204)
    #expect(site.answer("Copy", "/cache").status == 202 && site.answer("COPY", "/cache").status == 201)
    #expect(site.answer("MOVE", "/cache").status == 405)
  }

  @Test func otherBodies() throws {
    #expect(try answer("POST", "/items", headers: ["Content-Type": "text/plain"], body: "12345").status == 201)
    #expect(
      try answer("POST", "/items", headers: ["Content-Type": "text/plain"], body: "123456").faults == ["body maxLength"]
    )
    let other = try answer("POST", "/items", headers: ["Content-Type": "image/png"], body: "x")
    #expect(other.status == 415 && other.text.contains("`application/json`"), "\(other.text)")
    let raw = try answer("PUT", "/raw", headers: ["Content-Type": "application/octet-stream"], body: "\u{0}")
    #expect(raw.status == 204 && raw.bytes.isEmpty)
    #expect(try answer("PUT", "/raw").status == 204)
  }

  @Test func variantsWithoutEnd() throws {
    let schemas = (0..<9).map { level in
      let references = repeatElement("{ $ref: '#/components/schemas/S\(level + 1)' }", count: 30).joined(
        separator: ", "
      )
      return "S\(level): { oneOf: [\(references), { type: integer }] }"
    }
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      components: { schemas: { \(schemas.joined(separator: ", ")), S9: { type: string } } }
      paths:
        /a:
          get:
            parameters: [{ name: q, in: query, schema: { $ref: '#/components/schemas/S0' } }]
            responses: { '204': { description: ok } }
      """
    )
    #expect(site.answer("GET", "/a").status == 204)
  }

  @Test func pathsAndMethods() throws {
    #expect(try answer("GET", "/nowhere").status == 404)
    let wrong = try answer("DELETE", "/v2/items")
    #expect(wrong.status == 405 && wrong.headers[.allow] == "POST")
    #expect(try answer("OPTIONS", "/items").headers[.allow] == "POST")
    let head = try answer("HEAD", "/items/7?limit=1")
    #expect(head.status == 200 && head.bytes.isEmpty && head.headers[.contentLength] == "8")
    let preflight = try answer(
      "OPTIONS",
      "/items",
      headers: [
        "Origin": "https://a.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-a",
      ]
    )
    #expect(preflight.status == 204 && preflight.headers[.accessControlAllowOrigin] == "*")
    #expect(preflight.headers[.accessControlAllowHeaders] == "x-a")
  }

  @Test func aBodyThatIsTooLarge() throws {
    var options = MockOptions()
    options.bodyLimit = 1 << 20
    let site = try Mock.site(Self.document, options: options)
    let exchange = site.exchange(for: .init(method: .post, scheme: "http", authority: "a", path: "/items"))
    guard case .collected(let limit) = exchange.bodyUse else { Issue.record("the body is not needed"); return }
    #expect(limit == 1 << 20 && exchange.response(to: nil).status == 413)
  }

  @Test func documentedValuesAreRight() throws {
    let site = try Mock.site(
      openAPI: "3.0.3",
      """
      paths:
        /a:
          post:
            requestBody:
              content:
                application/json:
                  schema: { type: object, properties: { n: { type: integer, maximum: 5 } } }
                  example: { n: 7.5 }
            responses: { '204': { description: done } }
      """
    )
    #expect(site.answer("POST", "/a", body: #"{"n":7.5}"#).status == 204)
    #expect(site.answer("POST", "/a", body: #"{"n":8}"#).status == 204)
    #expect(site.answer("POST", "/a", body: "[]").faults == ["body type"])
  }

  @Test func credentials() throws {
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      security: [{ token: [] }]
      components:
        securitySchemes:
          token: { type: http, scheme: bearer }
          key: { type: apiKey, in: query, name: key }
          user: { type: http, scheme: basic }
          sid: { type: apiKey, in: cookie, name: sid }
      paths:
        /a: { get: { responses: { '204': { description: done } } } }
        /open: { get: { security: [], responses: { '204': { description: done } } } }
        /both: { get: { security: [{ key: [], sid: [] }, { user: [] }], responses: { '204': { description: done } } } }
      """
    )
    let refused = site.answer("GET", "/a")
    #expect(refused.status == 401 && refused.headers[.wwwAuthenticate] == "Bearer", "\(refused.text)")
    #expect(site.answer("GET", "/a", headers: ["Authorization": "bearer x"]).status == 204)
    #expect(site.answer("GET", "/a", headers: ["Authorization": "Basic x"]).status == 401)
    #expect(site.answer("GET", "/open").status == 204)
    #expect(site.answer("GET", "/both?key=1").status == 401)
    #expect(site.answer("GET", "/both?key=1", headers: ["Cookie": "sid=2"]).status == 204)
    #expect(site.answer("GET", "/both", headers: ["Authorization": "Basic eA=="]).status == 204)
  }
}
