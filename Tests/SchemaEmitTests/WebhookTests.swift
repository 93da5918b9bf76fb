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
    var options = EmitOptions(module: "Models")
    options.hasNamespace = hasNamespace
    var report = Report()
    return Emitter.emit(api, options: options, templates: TemplateSet(), report: &report).flatMap {
      $0.contents.split(separator: "\n")
    }
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

  @Test func `a property spelled as the word for any type stands in backticks`() {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Thing", [Build.property("Any", .scalar(.string))])]
    var naming = NamingOptions()
    naming.properties.style = .verbatim
    var options = EmitOptions(module: "Models")
    options.naming = naming
    var report = Report()
    let text = Emitter.emit(api, options: options, templates: TemplateSet(), report: &report).map(\.contents).joined()
    #expect(text.contains("public var `Any`: String\n") && text.contains("self.Any = `Any`\n"), "\(text)")
  }
}
