import Foundation
import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes links between operations (OpenAPI 3.1, section 4.8.20).
struct LinkWriter {
  /// The ids of all operations.
  private let ids: Set<String>
  /// The operations' ids by reference, empty where they have none.
  private let references: [String: String]

  init(_ operations: [OperationDescription]) {
    var ids: Set<String> = []
    var references: [String: String] = [:]
    for operation in operations {
      let isFirst = operation.id.map { ids.insert($0).inserted } ?? false
      guard operation.kind == .call else { continue }
      let path = operation.path.replacing("~", with: "~0").replacing("/", with: "~1")
      // An id that another operation has is written with a number.
      references["#/paths/\(path)/\(operation.method.lowercased())"] = isFirst ? operation.id ?? "" : ""
    }
    self.ids = ids
    self.references = references
  }

  /// The links of a response; one that leads to no operation that is written is left out.
  func node(of links: [LinkDescription], report: inout Report) -> ObjectBuilder {
    var map = ObjectBuilder()
    for link in links {
      var object = ObjectBuilder()
      switch link.target {
      case .id(let id) where ids.contains(id): object.add("operationId", id)
      case .id(let id):
        report.add(.unexpectedValue, "no operation here has the id '\(id)'; the link is left out", at: link.span)
        continue
      case .reference(let text):
        let spelled = text.removingPercentEncoding ?? text
        if let id = references[text] ?? references[spelled] {
          object.add(id.isEmpty ? "operationRef" : "operationId", id.isEmpty ? text : id)
        } else if text.contains("://") {
          object.add("operationRef", text)
        } else {
          report.add(.unexpectedValue, "no operation here is '\(text)'; the link is left out", at: link.span)
          continue
        }
      }
      object.add("description", link.description)
      for member in link.members { object.add(member.key, member.value) }
      map.add(link.name, object.node)
    }
    return map
  }
}
