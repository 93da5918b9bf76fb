import SchemaEmit
import SchemaIR
import SchemaSource
import Testing

/// Who keeps a name that several want.
@Suite struct CollisionTests {
  @Test("the most direct spelling keeps the name, in any order")
  func direct() {
    for keys in [["a-b", "a_b", "aB"], ["aB", "a_b", "a-b"], ["a_b", "aB", "a-b"]] {
      #expect(Build.properties(keys) == ["aB": "aB", "a_b": "aUnderscoreB", "a-b": "aDashB"])
    }
  }

  @Test("a new name renames nothing else")
  func stable() {
    let keys = ["a_b", "a-b", "user", "URL", "Url", "x y", "x.y", "type"]
    let before = Build.properties(keys)
    for added in ["a b", "a/b", "uRL", "x-y", "self", "user-", "a\u{0}b", "zzz"] {
      let after = Build.properties([added] + keys)
      for key in keys { #expect(after[key] == before[key], "adding \(added)") }
      #expect(Set(after.values).count == keys.count + 1)
    }
  }

  @Test("names that differ in case alone are told apart by a word for it, whatever stands beside them")
  func cases() {
    let names = ["type": "type", "Type": "typeCapitalized", "TYPE": "typeUppercased"]
    #expect(Build.properties(["type", "Type", "TYPE"]) == names)
    let more = Build.properties(["TYPE", "size", "Type", "type", "SIZE", "Size-", "type_name"])
    #expect(more.filter { names[$0.key] != nil } == names)
    #expect(more["SIZE"] == "sizeUppercased")
    #expect(Build.properties(["type", "TYPE", "typeUppercased"])["typeUppercased"] == "typeUppercased")
    #expect(Build.properties(["tyPe", "type"])["type"] == "type")
  }

  @Test("a spelled name that is itself taken gives way to a hash")
  func spelledTaken() {
    let names = Build.properties(["a_b", "a-b", "aDashB"])
    #expect(names["aDashB"] == "aDashB")
    #expect(names["a_b"] == "aB")
    #expect(names["a-b"]?.hasPrefix("aB") == true)
    #expect(Set(names.values).count == 3)
  }

  @Test("files must differ in more than case; a component goes before a part of an operation")
  func types() {
    var api = Build.api(structures: ["Url", "URL", "client", "RELAY", "Chat429Error"])
    var operation = Operation(method: "GET", path: "/", span: Build.span)
    operation.id = "chat"
    api.operations = [operation]
    api.declarations.append(
      Build.declaration(.operation(0, .failure(status: 429)), .structure(Structure(properties: [])))
    )
    let names = Build.names(api).table.declarations.map(\.text)
    #expect(names[3...] == ["RELAYModel", "Chat429Error", "Chat429ErrorModel"])
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(!names.contains { $0.lowercased() == "client" || $0.lowercased() == "relay" })
  }

  @Test("a nested type avoids the types around it and the members beside it")
  func nested() {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure(
        "Choice",
        [Build.property("choice", .declared(DeclID(1))), Build.property("消息", .declared(DeclID(2)))]
      ),
      Build.declaration(
        .property("choice", isElement: false),
        .structure(Structure(properties: [])),
        parent: DeclID(0)
      ),
      Build.declaration(.property("消息", isElement: false), .structure(Structure(properties: [])), parent: DeclID(0)),
      Build.declaration(.property("relay", isElement: false), .structure(Structure(properties: [])), parent: DeclID(0)),
    ]
    #expect(Build.names(api).table.declarations.map(\.text) == ["Choice", "ChoiceValue", "消息Value", "RelayValue"])
  }

  @Test("what had to give way is reported as a note, once")
  func report() {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Thing", ["a_b", "a-b"].map { Build.property($0, .scalar(.string)) })]
    let diagnostics = Build.names(api).report.diagnostics
    #expect(diagnostics.map(\.id) == [.collidingNames])
    #expect(diagnostics.map(\.severity) == [.note])
    #expect(diagnostics.map(\.message) == ["'a_b' and 'a-b' both become 'aB'; the second one becomes 'aDashB'"])
  }

  @Test("what belongs to an operation is called by words")
  func rolesInWords() {
    var api = API(name: "relay")
    var operation = Operation(method: "GET", path: "/a", span: Build.span)
    operation.id = "a"
    api.operations = [operation]
    api.declarations = [
      Build.declaration(.component("A403Error"), .structure(Structure(properties: []))),
      Build.declaration(.operation(0, .failure(status: 403)), .structure(Structure(properties: []))),
    ]
    let messages = Build.names(api).report.diagnostics.map(\.message)
    #expect(messages.count == 1 && messages.allSatisfy { $0.hasPrefix("'A403Error' and 'a 403 response' both become") })
  }

  @Test("the same parameter name in two places")
  func parameters() {
    var operation = Operation(method: "GET", path: "/{id}", span: Build.span)
    operation.parameters = [Parameter.Location.query, .path, .header].map {
      Parameter(
        name: "id",
        location: $0,
        type: .scalar(.string),
        presence: .required,
        coding: .styled(.simple, explode: false, allowsReserved: false),
        span: Build.span
      )
    }
    var api = API(name: "relay")
    api.operations = [operation]
    #expect(Build.names(api).table.parameters[0].map(\.text) == ["queryID", "id", "headerID"])
  }

  @Test("a reference uses the shortest name that means its target")
  func references() throws {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure("Message", []),
      Build.structure(
        "Request",
        [Build.property("a", .declared(DeclID(0))), Build.property("b", .declared(DeclID(2)))]
      ),
      Build.declaration(
        .property("message", isElement: false),
        .structure(Structure(properties: [Build.property("c", .declared(DeclID(0)))])),
        parent: DeclID(1)
      ),
      Build.structure("Other", [Build.property("d", .declared(DeclID(2))), Build.property("e", .declared(DeclID(0)))]),
    ]
    let request = try Build.body(api, of: "Request")
    #expect(request.contains("public var a: Relay.Message\n"))
    #expect(request.contains("public var b: Message\n"))
    #expect(request.contains("public var c: Relay.Message\n"))
    let other = try Build.body(api, of: "Other")
    #expect(other.contains("public var d: Request.Message\n"))
    #expect(other.contains("public var e: Message\n"))
  }

  @Test("parents that lead in a circle or to an alias")
  func parents() {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure("A", [], parent: DeclID(1)), Build.structure("B", [], parent: DeclID(0)),
      Build.declaration(.component("C"), .alias(.scalar(.string))), Build.structure("D", [], parent: DeclID(2)),
      Build.structure("E", [], parent: DeclID(99)),
    ]
    let paths = Build.files(api).keys.sorted()
    #expect(
      paths.map { $0.dropFirst("Models/Relay/Relay".count) } == [
        "+A.swift", "+B.swift", "+C.swift", "+D.swift", "+E.swift", ".swift",
      ]
    )
  }
}
