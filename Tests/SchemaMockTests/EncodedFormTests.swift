import SchemaRuntime
import Testing

@testable import SchemaMock

/// Encoded forms that are read as the document says.
@Suite struct EncodedFormTests {
  /// The answer to a form with a text, a number and an object of any keys.
  private func answer(_ form: String) throws -> MockResponse {
    let site = try Mock.site(
      openAPI: "3.1.0",
      """
      paths:
        /form:
          post:
            requestBody:
              content:
                application/x-www-form-urlencoded:
                  schema:
                    type: object
                    required: [name]
                    properties:
                      name: { type: string }
                      size: { type: object, properties: { w: { type: integer } } }
                      meta: { type: object, additionalProperties: { type: integer } }
            responses: { '204': { description: done } }
      """
    )
    return site.answer("POST", "/form", headers: ["Content-Type": "application/x-www-form-urlencoded"], body: form)
  }

  @Test("an object of any keys leaves other fields theirs", arguments: ["name=x", "name=x&w=3", "name=x&a=1"])
  func neighbours(form: String) throws {
    let response = try answer(form)
    #expect(response.status == 204, "\(response.text)")
  }

  @Test("what is wrong is told", arguments: [("a=1", "required"), ("name=x&a=b", "meta.a type")])
  func faults(form: String, fault: String) throws {
    let response = try answer(form)
    #expect(response.faults == ["body " + fault], "\(response.text)")
  }
}
