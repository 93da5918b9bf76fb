import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// A rich document with each of its values in turn replaced by one of another JSON type: whatever is wrong is told, and
/// costs nothing beside it.
@Suite struct OpenAPIReplacementTests {
  /// The document; it has each part of the specification that is read.
  private static let document = #"""
    {"openapi": "3.1.0", "info": {"title": "T", "version": "1", "description": "D"},
     "servers": [{"url": "https://{h}.example.com", "description": "S", "variables": {"h": {"default": "a"}}}],
     "security": [{"key": []}],
     "paths": {
      "/a/{id}": {
       "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
       "get": {"operationId": "getA", "summary": "S", "tags": ["t"], "deprecated": false,
        "parameters": [
         {"name": "q", "in": "query", "style": "form", "explode": true, "allowReserved": false, "schema": {"type": "integer"}},
         {"name": "f", "in": "query", "content": {"application/json": {"schema": {"type": "string"}}}},
         {"$ref": "#/components/parameters/P"}],
        "responses": {
         "200": {"description": "ok", "headers": {"H": {"schema": {"type": "string"}}},
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}, "examples": {"e": {"value": {"x": "y"}}}}}},
         "default": {"$ref": "#/components/responses/R"}}},
       "post": {"operationId": "postA", "security": [{}],
        "requestBody": {"required": true, "description": "B", "content": {
          "application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"l": {"type": "array", "items": {"type": "string"}}}},
           "encoding": {"l": {"style": "form", "explode": false}}}}},
        "callbacks": {"done": {"{$request.body#/u}": {"post": {"operationId": "doneA", "requestBody": {"$ref": "#/components/requestBodies/B"}, "responses": {}}}}},
        "responses": {"204": {"description": "none"}}}},
      "/b": {"put": {"operationId": "putB", "servers": [{"url": "https://b.example.com"}], "requestBody": {"$ref": "#/components/requestBodies/B"}, "responses": {"2XX": {"description": "x"}}}}},
     "webhooks": {"w": {"post": {"operationId": "w", "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}}}}},
     "components": {
      "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "K"}},
      "parameters": {"P": {"name": "p", "in": "header", "schema": {"type": "boolean"}}},
      "requestBodies": {"B": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
      "responses": {"R": {"description": "r", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/U"}}}}},
      "schemas": {
       "A": {"type": "object", "title": "T", "description": "D", "required": ["x"],
        "properties": {"x": {"type": "string", "readOnly": true, "enum": ["y", "z"]}, "n": {"type": ["integer", "null"], "format": "int32"},
         "d": {"type": "string", "deprecated": true, "writeOnly": false, "nullable": true}, "c": {"const": 1}},
        "additionalProperties": {"type": "number"}, "patternProperties": {"^x": {"type": "string"}}},
       "B": {"allOf": [{"$ref": "#/components/schemas/A"}, {"type": "object"}], "not": {"type": "string"}},
       "U": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
        "discriminator": {"propertyName": "x", "mapping": {"a": "#/components/schemas/A"}}},
       "V": {"anyOf": [{"type": "string"}, {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}]}}}}
    """#

  /// Whether a replacement may go unsaid: values of examples and constants can be anything, a text can be a number or
  /// absent, an empty list or object says nothing, and a schema that says less is a schema.
  private static func isSilent(_ place: [String], _ old: Node, _ new: Node.Value) -> Bool {
    let isProperty = place.dropLast().last == "properties"
    if !isProperty, place.contains("value") || place.last == "const" || place.contains("enum") && place.last != "enum" {
      return true
    }
    // Scopes of a requirement; nothing comes of them.
    if place.first == "security" && place.count == 3 { return true }
    switch (old.value, new) {
    case (.string, .null), (.string, .boolean), (.string, .number): return true
    case (.object, .object), (.array, .array), (.boolean, .boolean), (.string, .string): return true
    default: break
    }
    // A schema can be true; a type can be a list, a mapping or list can be empty; `items` can be a list of schemas.
    let schemaParents: Set<String> = [
      "properties", "schemas", "patternProperties", "allOf", "anyOf", "oneOf", "prefixItems",
    ]
    let isSchema =
      ["schema", "items", "additionalProperties", "not"].contains(place.last)
      || schemaParents.contains(place.dropLast().last ?? "")
    if isSchema, case .boolean = new { return true }
    switch (place.last, new) {
    case ("items", .array), ("type", .array), ("type", .null), ("discriminator", .string), ("schema", .null),
      ("openapi", .string):
      return true
    default: return false
    }
  }

  /// The operations of a description, by their methods and paths.
  private static func operations(_ description: APIDescription) -> Set<[String]> {
    Set(description.operations.map { [$0.method.lowercased(), $0.path] })
  }

  /// Whether a replacement at a place may take an operation with it.
  private static func mayLose(_ operation: [String], at place: [String]) -> Bool {
    if place == ["openapi"] || place == ["paths"] || place == ["webhooks"] { return true }
    guard let root = place.first, root == "paths" || root == "webhooks" else { return false }
    if place.contains("callbacks"), operation[1].hasPrefix("{") { return true }
    // What holds callbacks holds their operations.
    if operation[1].hasPrefix("{") { return place[1] == "/a/{id}" && (place.count < 3 || place[2] == "post") }
    guard place[1] == operation[1] else { return false }
    return place.count == 2 || place[2] == operation[0]
  }

  @Test func `a wrong type anywhere is told and costs nothing beside it`() throws {
    let file = SourceFile(id: FileID(0), path: "api.json", bytes: Array(Self.document.utf8))
    var report = Report()
    let root = try #require(JSONReader.read(file, report: &report))
    let whole = try #require(OpenAPIReader.read(root, in: file, report: &report))
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
    let operations = Self.operations(whole)
    let names = Set(whole.schemas.compactMap(\.name))
    #expect(operations.count == 5 && names.count == 4)
    var tried = 0
    for place in Replacements.places(in: root) {
      let old = try #require(Replacements.node(at: place[...], in: root))
      for value in Replacements.values where Node(value, at: old.span).kindName != old.kindName {
        tried += 1
        var report = Report()
        let mutated = Replacements.replacing(place[...], with: value, in: root)
        let label = "\(place.joined(separator: " ")) as \(Node(value, at: old.span).kindName)"
        guard let description = OpenAPIReader.read(mutated, in: file, report: &report) else {
          #expect(place == ["openapi"] && report.hasErrors, "\(label)")
          continue
        }
        let found = report.diagnostics.filter { $0.severity > .note }
        #expect(!found.isEmpty || Self.isSilent(place, old, value), "nothing is said of \(label)")
        #expect(found.allSatisfy { $0.span != nil }, "\(label)")
        let lost = operations.subtracting(Self.operations(description)).filter { !Self.mayLose($0, at: place) }
        #expect(lost.isEmpty, "\(label)")
        guard place.first != "components" || place.count > 2 else { continue }
        #expect(names.subtracting(description.schemas.compactMap(\.name)).isEmpty, "\(label)")
      }
    }
    #expect(tried > 900)
  }
}
