import SchemaDocument
import SchemaSource

/// What an API document declares, found by the specification's positions alone, independently of the reader.
struct DeclaredItems {
  /// What kind of thing is declared.
  enum Kind: String, CaseIterable {
    case operation, parameter, response, header, mediaType, schema, property, alternative
  }

  /// One thing that is declared.
  struct Item {
    var kind: Kind
    /// The key, name or position.
    var name: String
    /// Where it stands as a whole.
    var span: SourceSpan
    /// Where its key stands; its own span where it has none.
    var keySpan: SourceSpan
    /// The keys around it, the operation's first.
    var around: [SourceSpan]
    /// Where the key of its operation stands, nil where it has none.
    var operation: SourceSpan?
    /// The location of a parameter, or what holds a media type: `request` or a status.
    var part = ""
    /// Where the schemas stand that a property's schema is composed into, whose other parts may speak of the property.
    var owners: [SourceSpan] = []
    /// Whether a property is sent in one direction only, and so left out of types that go the other way.
    var isOneWay = false
  }

  private(set) var items: [Item] = []
  private let root: Node
  /// The schemas that were visited, so that what a reference repeats counts once.
  private var schemas: Set<SourceSpan> = []

  /// Members of a path item that are operations in some version.
  private static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// Keywords that put schemas together.
  private static let compositions: Set<String> = ["$ref", "allOf", "anyOf", "oneOf"]

  /// Keywords that say nothing of an object's shape where others do.
  private static let restrictions: Set<String> = [
    "type", "required", "minProperties", "maxProperties", "not", "title", "description",
  ]

  /// Whether a schema is an object with properties, and nothing but that.
  private static func isStructure(_ node: Node) -> Bool {
    let members = node.members ?? []
    return node["properties"]?.members?.isEmpty == false && !members.contains { compositions.contains($0.key) }
      && (node["type"] == nil || node["type"]?.string == "object")
  }

  /// Counts what a document declares.
  init(_ root: Node) {
    self.root = root
    for key in ["paths", "webhooks"] {
      guard let member = root.members?.last(where: { $0.key == key }) else { continue }
      for path in members(member.value) where !path.key.hasPrefix("x-") {
        visit(pathItem: path.value, around: [member.keySpan, path.keySpan])
      }
    }
    let named = root["components"]?["schemas"] ?? root["definitions"]
    for component in named.map(members) ?? [] {
      if Self.isStructure(component.value) {
        add(.schema, component.key, component.value.span, key: component.keySpan, around: [])
      }
      visit(schema: component.value, around: [component.keySpan])
    }
  }

  /// Visits the operations of a path.
  private mutating func visit(pathItem node: Node, around: [SourceSpan]) {
    let item = resolved(node)
    let operations =
      members(item).filter { Self.methods.contains($0.key) }
      + (item["additionalOperations"].map(members) ?? [])
    for member in operations where member.value.members != nil {
      let span = member.keySpan
      add(.operation, member.key, member.value.span, key: span, around: around, operation: span)
      visit(operation: member.value, of: item, around: around + [span], key: span)
    }
  }

  /// Visits what an operation takes and gives.
  private mutating func visit(operation node: Node, of item: Node, around: [SourceSpan], key: SourceSpan) {
    var known: Set<[String]> = []
    for list in [node["parameters"], item["parameters"]] {
      for element in list?.elements ?? [] {
        let parameter = resolved(element)
        guard let name = parameter["name"]?.string, let location = parameter["in"]?.string,
          known.insert([location, name]).inserted
        else { continue }
        if location == "body" || location == "formData" {
          if let schema = parameter["schema"] { visit(schema: schema, around: around) }
          continue
        }
        add(.parameter, name, parameter.span, key: element.span, around: around, operation: key, part: location)
        for schema in [parameter["schema"]].compactMap({ $0 }) { visit(schema: schema, around: around) }
        for content in parameter["content"].map(members) ?? [] {
          if let schema = content.value["schema"] { visit(schema: schema, around: around + [content.keySpan]) }
        }
      }
    }
    if let body = node["requestBody"].map(resolved) { visit(contents: body, of: "request", around: around, key: key) }
    for response in node["responses"].map(resolved).map(members) ?? [] where !response.key.hasPrefix("x-") {
      let target = resolved(response.value)
      add(.response, response.key, target.span, key: response.keySpan, around: around, operation: key)
      let inside = around + [response.keySpan]
      for header in target["headers"].map(members) ?? [] {
        let node = resolved(header.value)
        let span = header.keySpan
        add(.header, header.key, node.span, key: span, around: inside, operation: key, part: response.key)
        if let schema = node["schema"] { visit(schema: schema, around: inside + [header.keySpan]) }
      }
      visit(contents: target, of: response.key, around: inside, key: key)
      if root["swagger"] != nil, let schema = target["schema"] { visit(schema: schema, around: inside) }
    }
    for callback in node["callbacks"].map(members) ?? [] {
      for expression in members(resolved(callback.value)) where !expression.key.hasPrefix("x-") {
        visit(pathItem: expression.value, around: around + [callback.keySpan, expression.keySpan])
      }
    }
  }

  /// Visits the media types of a body.
  private mutating func visit(contents node: Node, of part: String, around: [SourceSpan], key: SourceSpan) {
    for entry in node["content"].map(members) ?? [] where !entry.key.hasPrefix("x-") {
      let target = resolved(entry.value)
      let around = around + [entry.keySpan]
      add(.mediaType, entry.key, target.span, key: entry.keySpan, around: around, operation: key, part: part)
      // What stands around the data of a server-sent event is the runtime's business.
      let isEvents = entry.key.lowercased().hasPrefix("text/event-stream")
      let element = isEvents ? target["itemSchema"]?["properties"]?["data"]?["contentSchema"] : target["itemSchema"]
      for schema in [target["schema"], element].compactMap({ $0 }) {
        visit(schema: schema, around: around)
      }
    }
  }

  /// Visits the properties and alternatives in a schema; what it refers to counts where that stands.
  private mutating func visit(schema node: Node, around: [SourceSpan], within owners: [SourceSpan] = []) {
    guard schemas.insert(node.span).inserted, around.count < 100 else { return }
    // Of a copy beside a reference it is told where the two stand.
    let around = node["$ref"] == nil ? around : around + [node.span]
    let isWithin = !owners.isEmpty
    let composes = node.members?.contains { Self.compositions.contains($0.key) } == true
    let owners = isWithin || composes ? owners + [node.span] : []
    // What stands beside alternatives is a part of each of them.
    let alternatives = [node["anyOf"], node["oneOf"]].flatMap { $0?.elements ?? [] }.map(\.span)
    for member in members(node) {
      let inside = around + [member.keySpan]
      switch (member.key, member.value.value) {
      case ("properties", .object):
        // A property that is never there is none.
        for property in members(member.value) where property.value.boolean != false {
          add(.property, property.key, property.value.span, key: property.keySpan, around: inside)
          items[items.count - 1].owners = owners + alternatives
          items[items.count - 1].isOneWay = ["readOnly", "writeOnly"].contains { property.value[$0]?.boolean == true }
          visit(schema: property.value, around: inside + [property.keySpan])
        }
      case ("items", .object), ("additionalProperties", .object), ("unevaluatedProperties", .object):
        visit(schema: member.value, around: inside)
      case ("patternProperties", .object):
        for pattern in members(member.value) { visit(schema: pattern.value, around: inside + [pattern.keySpan]) }
      case ("allOf", .array(let parts)), ("prefixItems", .array(let parts)):
        for part in parts { visit(schema: part, around: inside, within: member.key == "allOf" ? owners : []) }
      case ("anyOf", .array(let parts)), ("oneOf", .array(let parts)):
        // Null is no alternative, and one alone is no choice; what only restricts the properties beside it is none.
        let restrictsOnly = node["properties"] != nil
        let alternatives = parts.filter { part in
          if part["type"]?.string == "null" || part["type"]?.isNull == true || part["const"]?.isNull == true {
            return false
          }
          return !restrictsOnly || part.members?.contains { !Self.restrictions.contains($0.key) } == true
        }
        for part in alternatives {
          if alternatives.count > 1, !isWithin {
            add(.alternative, member.key, part.span, key: node.span, around: inside)
          }
          visit(schema: part, around: inside, within: owners)
        }
      default: break
      }
    }
  }

  /// Adds an item.
  private mutating func add(
    _ kind: Kind,
    _ name: String,
    _ span: SourceSpan,
    key: SourceSpan,
    around: [SourceSpan],
    operation: SourceSpan? = nil,
    part: String = ""
  ) {
    let item = Item(
      kind: kind,
      name: name,
      span: span,
      keySpan: key,
      around: around,
      operation: operation,
      part: part
    )
    items.append(item)
  }

  /// The members of an object, of equal keys the last.
  private func members(_ node: Node) -> [Member] {
    var last: [String: Int] = [:]
    let members = node.members ?? []
    for (index, member) in members.enumerated() { last[member.key] = index }
    return members.enumerated().filter { last[$1.key] == $0 }.map(\.element)
  }

  /// The node that a reference within the document names.
  private func resolved(_ node: Node) -> Node {
    var current = node
    for _ in 0..<20 {
      guard let text = current["$ref"]?.string, text.hasPrefix("#/") else { return current }
      var target: Node? = root
      for token in text.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
        let name = (token.removingPercentEncoding ?? String(token)).replacing("~1", with: "/").replacing(
          "~0",
          with: "~"
        )
        target =
          target?[name]
          ?? Int(name).flatMap { index in
            target?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
          }
      }
      guard let target else { return current }
      current = target
    }
    return current
  }
}
