import SchemaEmit
import SchemaIR
import SchemaSource
import Testing

/// The names of what the server sends.
@Suite struct WebhookTests {
  /// The lines that name payloads: of a webhook with an object, and of one with a list of these.
  private func payloads(hasNamespace: Bool) -> [String] {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Shipped", [])]
    for (name, type) in [("shipped", TypeRef.declared(DeclID(0))), ("all", .array(.declared(DeclID(0))))] {
      var operation = Operation(method: "POST", path: name, span: Build.span)
      operation.kind = .webhook(name: name)
      operation.id = name
      let content = Content(mediaType: "application/json", coding: .json, type: type)
      operation.body = Body(presence: .required, contents: [content])
      api.operations.append(operation)
    }
    let files = Build.files(api) { $0.hasNamespace = hasNamespace }
    return files.sorted { $0.key < $1.key }.flatMap { $0.value.split(separator: "\n") }
      .filter { $0.contains("typealias") }.map { $0.drop { $0 == " " } }.map(String.init)
  }

  @Test func `without a namespace, a payload leaves a type's name to the type`() {
    #expect(
      payloads(hasNamespace: false) == [
        "public typealias ShippedPayload = Shipped", "public typealias All = [Shipped]",
      ]
    )
  }

  @Test func `in a namespace, a payload may be called as its type`() {
    #expect(
      payloads(hasNamespace: true) == [
        "public typealias Shipped = Relay.Shipped", "public typealias All = [Relay.Shipped]",
      ]
    )
  }
}
