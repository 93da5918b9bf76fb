import Testing

@testable import SchemaMock

/// How forms that requests hold are checked against the document.
@Suite struct FormRequestTests {
  /// The operation of a document, with a form in each encoding.
  private static let paths = """
    paths:
      /items:
        post:
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema: { type: object, required: [name], properties: { name: { type: string }, count: { type: integer }, tags: { type: array, items: { type: string } }, either: { oneOf: [{ type: string, pattern: ^x }, { type: array, items: { type: integer } }] } } }
              multipart/form-data:
                schema: { type: object, required: [name, file], properties: { name: { type: string }, count: { type: integer }, file: { type: string, format: binary }, meta: { type: object, required: [a] }, either: { oneOf: [{ type: string, pattern: ^x }, { type: array, items: { type: integer } }] } } }
          responses: { '201': { description: made } }
    """

  /// What is wrong with a form; `fine` where nothing is.
  private func faults(_ body: String, type: String = "multipart/form-data; boundary=\"b\"") throws -> [String] {
    let site = try Mock.site(openAPI: "3.1.0", Self.paths)
    let response = site.answer("POST", "/items", headers: ["Content-Type": type], body: body)
    return response.status == 201 ? ["fine"] : response.faults
  }

  @Test(
    "encoded forms",
    arguments: [
      ("name=a+b&count=2&tags=x&tags=y", ["fine"]), ("count=x&name=a", ["body count type"]),
      ("count=1", ["body required"]),
      ("name=a&either=x", ["fine"]), ("name=a&either=1&either=2", ["fine"]), ("name=a&either=y", ["body either oneOf"]),
      ("name=a&either=x&count=y", ["body count type"]),
    ] as [(String, [String])]
  )
  func forms(_ body: String, _ expected: [String]) throws {
    #expect(try faults(body, type: "application/x-www-form-urlencoded") == expected)
  }

  /// A form of parts, each header and content.
  private static func form(_ parts: [(String, String)]) -> String {
    parts.map { "--b\r\nContent-Disposition: form-data; \($0)\r\n\r\n\($1)\r\n" }.joined() + "--b--\r\n"
  }

  @Test func formsOfParts() throws {
    let name = ("name=\"name\"", "a")
    let file = ("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png", "\r\n\u{1}--b")
    #expect(try faults(Self.form([name, ("name=\"count\"", "3"), file])) == ["fine"])
    #expect(try faults(Self.form([name, ("name=\"count\"", "x"), file])) == ["body count type"])
    #expect(try faults(Self.form([name])) == ["body required"])
    let meta = ("name=\"meta\"\r\nContent-Type: application/json", "{}")
    #expect(try faults(Self.form([name, file, meta])) == ["body meta required"])
    for (either, expected) in [("x", "fine"), ("1", "fine"), ("y", "body either oneOf")] {
      #expect(try faults(Self.form([name, file, ("name=\"either\"", either)])) == [expected])
    }
    #expect(try faults("--b\r\n\r\nx") == ["body"])
    #expect(try faults("--c--", type: "multipart/form-data") == ["body"])
    #expect(try faults("") == ["body"])
  }

  @Test(
    "fields of parts in the document's style",
    arguments: [
      (["sizes": "1,2", "names": "a|b+%20"], ["fine"]), (["sizes": "1"], ["fine"]),
      (["sizes": "1,x"], ["body sizes[1] type"]),
      (["names": "a|b|c"], ["body names maxItems"]), (["box[w]": "1", "box[h]": "2"], ["fine"]),
      (["box[w]": "wide"], ["body box.w type"]), (["plain": "x"], ["body plain[0] type"]),
    ] as [([String: String], [String])]
  )
  func styledParts(_ fields: [String: String], _ faults: [String]) throws {
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      paths:
        /form:
          post:
            requestBody:
              content:
                multipart/form-data:
                  schema:
                    type: object
                    properties:
                      sizes: { type: array, items: { type: integer } }
                      names: { type: array, maxItems: 2, items: { type: string, enum: [a, b, c, 'b+%20'] } }
                      box: { type: object, properties: { w: { type: integer }, h: { type: integer } } }
                      plain: { type: array, items: { type: integer } }
                  encoding:
                    sizes: { style: form, explode: false }
                    names: { style: pipeDelimited, explode: false }
                    box: { style: deepObject }
            responses: { '204': { description: done } }
      """
    )
    let parts = fields.sorted { $0.key < $1.key }.map { ("name=\"\($0.key)\"", $0.value) }
    let response = site.answer(
      "POST",
      "/form",
      headers: ["Content-Type": "multipart/form-data; boundary=b"],
      body: Self.form(parts)
    )
    #expect((response.status == 204 ? ["fine"] : response.faults) == faults, "\(response.text)")
  }
}
