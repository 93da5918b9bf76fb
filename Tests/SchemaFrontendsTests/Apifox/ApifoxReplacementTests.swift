import SchemaDescription
import SchemaDocument
import SchemaSource
import Testing

@testable import SchemaFrontends

/// A project with each of its values in turn replaced by one of another JSON type: whatever is wrong is told, and costs
/// nothing beside it.
@Suite struct ApifoxReplacementTests {
  /// Members that say nothing of what is generated, whatever they hold.
  private static let silent: Set<String> = [
    "apifoxProject", "value", "data", "enable", "responseId", "bearer", "oasExtensions", "example", "$defs",
  ]

  /// Members that hold a schema, which `true` and `false` are as well.
  private static let schemas: Set<String> = ["jsonSchema", "itemSchema", "items", "schema"]

  /// Whether a replacement may go unsaid: a text can be a number or absent, what is empty says nothing.
  private static func isSilent(_ place: [String], _ old: Node, _ new: Node.Value) -> Bool {
    if place.contains(where: silent.contains) { return true }
    // What holds no endpoint of HTTP is left out as a whole.
    if ["docCollection", "webSocketCollection"].contains(place[0]), place.count > 1 { return true }
    if place[0] == "apiCollection", place.contains("responses"), ["3", "4"].contains(place[3]) { return true }
    // What stands beside a reference is a copy.
    if place.contains("requestBody"), let schema = place.firstIndex(of: "jsonSchema") {
      if place.count > schema + 1, place[schema + 1] != "$ref" { return true }
    }
    switch new {
    case .null: return true
    case .array(let elements) where elements.isEmpty: return true
    case .object(let members) where members.isEmpty: return true
    case .boolean where schemas.contains(place.last ?? "") || place.dropLast().last == "properties": return true
    default: break
    }
    switch (old.value, new) {
    case (.string, .boolean), (.string, .number), (.number, .string), (.number, .boolean): return true
    default: return false
    }
  }

  /// The ids of the endpoints of a description.
  private static func keys(_ description: APIDescription) -> Set<String> {
    Set(description.operations.compactMap(\.stableKey))
  }

  @Test func `a wrong type anywhere is told and costs nothing beside it`() throws {
    let file = SourceFile(id: FileID(0), path: "p.json", bytes: Array(ApifoxProjectTests.relay.utf8))
    var report = Report()
    let root = try #require(JSONReader.read(file, report: &report))
    let whole = try #require(ApifoxProjectReader.read(root, in: file, report: &report))
    let before = report.diagnostics.count
    let operations = Self.keys(whole)
    let names = Set(whole.schemas.compactMap(\.name))
    #expect(operations.count == 4 && names.count == 3)
    var tried = 0
    for place in Replacements.places(in: root) {
      let old = try #require(Replacements.node(at: place[...], in: root))
      for value in Replacements.values where Node(value, at: old.span).kindName != old.kindName {
        tried += 1
        var report = Report()
        let mutated = Replacements.replacing(place[...], with: value, in: root)
        let label = "\(place.joined(separator: " ")) as \(Node(value, at: old.span).kindName)"
        let description = try #require(ApifoxProjectReader.read(mutated, in: file, report: &report), "\(label)")
        let isTold = report.diagnostics.count > before || report.diagnostics.contains { $0.span == old.span }
        #expect(isTold || Self.isSilent(place, old, value), "nothing is said of \(label)")
        #expect(report.diagnostics.allSatisfy { $0.span != nil }, "\(label)")
        // What lies on the way to an endpoint may take it along, and so may its method and path.
        if place.first != "apiCollection" {
          #expect(operations.subtracting(Self.keys(description)).isEmpty, "\(label)")
        } else if place.count > 2, place.contains("api"), !["api", "method", "path", "id", "type"].contains(place.last)
        {
          #expect(operations.subtracting(Self.keys(description)).isEmpty, "\(label)")
        }
        if place.first != "schemaCollection" {
          #expect(names.subtracting(description.schemas.compactMap(\.name)).isEmpty, "\(label)")
        }
      }
    }
    #expect(tried > 900)
  }
}
