import SchemaDocument
import SchemaRuntime

/// One thing that is wrong with a request.
package struct RequestFault: Hashable, Sendable {
  /// The part of the request.
  package enum Part: String, Hashable, Sendable { case path, query, header, cookie, body }

  /// The part of the request.
  package let part: Part
  /// The parameter's name; nil for the body.
  package let name: String?
  /// The place within the value, for example `messages[0].role`; empty for the whole value.
  package let keyPath: String
  /// The keyword of JSON Schema that is broken; nil where no schema is concerned.
  package let keyword: String?
  /// What is wrong, for people.
  package let detail: String

  /// Says what is wrong with a part.
  init(_ part: Part, name: String? = nil, _ detail: String) {
    self.part = part
    self.name = name
    keyPath = ""
    keyword = nil
    self.detail = detail
  }

  /// Says what a value breaks of the document's rules.
  init(_ part: Part, name: String? = nil, _ violation: Violation) {
    self.part = part
    self.name = name
    keyPath = violation.keyPath
    keyword = violation.keyword
    detail = "expected \(violation.expected), found \(violation.found)"
  }

  /// The fault as JSON.
  var json: Node {
    .object([
      "in": .text(part.rawValue), "name": name.map { .text($0) },
      "at": keyPath.isEmpty ? nil : .text(keyPath), "keyword": keyword.map { .text($0) }, "detail": .text(detail),
    ])
  }
}
