import Foundation
import SchemaDocument
import SchemaFrontends
import SchemaSource

/// Finds every documented value of a document by the positions that OpenAPI gives them, and by nothing else: the
/// generator's own reading has no part in it.
final class ExampleWalk {
  /// What a node is at its position.
  enum Role: Hashable {
    case pathItem, operation, parameter, header, requestBody, response, mediaType, callback, encoding, schema, link
    /// A node of `examples` in a parameter, a header or a media type (OpenAPI 3.1, section 4.8.19).
    case example(String)
    /// A map whose values have a role.
    indirect case map(of: Role)
    /// An array whose elements have a role.
    indirect case list(of: Role)
  }

  /// A node that is still to be looked at.
  struct Step {
    var role: Role
    var node: Node
    var containers: [DocumentedPlace]
  }

  /// A node in a role, looked at once.
  private struct Visit: Hashable {
    var role: Role
    var span: SourceSpan
  }

  /// The values in the order in which they were found.
  private(set) var found: [FoundExample] = []
  var pending: [Step] = []
  private var seen: Set<Visit> = []
  private var known: Set<DocumentedPlace> = []
  private var sources = SourceMap()
  private var roots: [String: Node?] = [:]
  private var isUsed = true
  /// Whether the document is Swagger 2.0, whose parameters and headers are schemas themselves.
  private(set) var isSwagger = false

  /// Reads a document and finds its values; false where it is no OpenAPI document.
  func walk(_ path: String) -> Bool {
    guard let root = load(path), root["openapi"] != nil || root["swagger"] != nil else { return false }
    isSwagger = root["swagger"] != nil
    push(.map(of: .pathItem), root["paths"], in: [])
    push(.map(of: .pathItem), root["webhooks"], in: [])
    push(.map(of: .schema), root["components"]?["schemas"], in: [])
    push(.map(of: .schema), root["definitions"], in: [])
    drain()
    // What is left of the components is used by nothing.
    isUsed = false
    let components: [(String, Role)] = [
      ("parameters", .parameter), ("headers", .header), ("requestBodies", .requestBody), ("responses", .response),
      ("callbacks", .callback), ("pathItems", .pathItem), ("examples", .example("example")),
    ]
    for (name, role) in components { push(.map(of: role), root["components"]?[name], in: []) }
    push(.map(of: .parameter), root["parameters"], in: [])
    push(.map(of: .response), root["responses"], in: [])
    drain()
    return true
  }

  /// Looks at nodes until none is left.
  private func drain() {
    while let step = pending.popLast() {
      guard seen.insert(Visit(role: step.role, span: step.node.span)).inserted else { continue }
      if let reference = step.node["$ref"]?.string {
        if let target = target(of: reference, in: step.node.span.file) {
          pending.append(Step(role: step.role, node: target, containers: step.containers))
        }
        // Only a schema may have siblings that count.
        guard step.role == .schema else { continue }
      }
      look(at: step)
    }
  }

  /// Puts a node onto the list, where there is one.
  func push(_ role: Role, _ node: Node?, in containers: [DocumentedPlace]) {
    guard let node else { return }
    pending.append(Step(role: role, node: node, containers: containers))
  }

  /// Puts what stands under a key onto the list, where it is there.
  func push(_ role: Role, _ key: String, of node: Node, in containers: [DocumentedPlace]) {
    guard let member = node.members?.last(where: { $0.key == key }) else { return }
    push(role, member.value, in: containers + [place(member.keySpan)])
  }

  /// Notes a value, each place once.
  func add(_ node: Node?, _ kind: String, in containers: [DocumentedPlace]) {
    guard let node, let file = sources.file(node.span.file) else { return }
    let place = place(node.span)
    guard known.insert(place).inserted else { return }
    let end = file.location(of: node.span.end)
    found.append(
      FoundExample(
        place: place,
        end: DocumentedPlace(path: file.path, line: end.line, column: end.column),
        kind: kind,
        containers: containers,
        isUsed: isUsed
      )
    )
  }

  /// The place where a span begins.
  func place(_ span: SourceSpan) -> DocumentedPlace {
    guard let file = sources.file(span.file) else { return DocumentedPlace(path: "", line: 0, column: 0) }
    let start = file.location(of: span.start)
    return DocumentedPlace(path: file.path, line: start.line, column: start.column)
  }

  /// The root of a file, read once; nil where it cannot be read.
  private func load(_ path: String) -> Node? {
    if let known = roots[path] { return known }
    var root: Node?
    if let data = try? Data(contentsOf: URL(filePath: path)) {
      let block = path.hasSuffix(".md") ? PageValues.fencedBlock(of: [UInt8](data)) : nil
      let file = sources.add(path: path, bytes: block ?? [UInt8](data))
      var ignored = Report()
      root =
        block == nil ? Frontends.value(of: file, report: &ignored) : YAMLReader.read(file, report: &ignored)
    }
    roots[path] = .some(root)
    return root
  }

  /// What a reference leads to: a JSON pointer in this or another file (RFC 6901).
  private func target(of reference: String, in file: FileID) -> Node? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let own = sources.file(file)?.path, let first = parts.first else { return nil }
    var node: Node?
    if first.isEmpty {
      node = load(own)
    } else {
      let relative = first.removingPercentEncoding ?? String(first)
      node = load(URL(filePath: relative, relativeTo: URL(filePath: own)).standardizedFileURL.path)
    }
    for token in parts.dropFirst().first?.split(separator: "/") ?? [] {
      let key = (token.removingPercentEncoding ?? String(token)).replacing("~1", with: "/").replacing("~0", with: "~")
      if let elements = node?.elements {
        node = Int(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      } else {
        node = node?[key]
      }
    }
    return node
  }
}
