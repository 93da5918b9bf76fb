import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxProject {
  /// Reads the parameters that endpoints name and share.
  mutating func readCommonParameters() {
    guard let holder = report.object("commonParameters", of: root) else { return }
    let parameters = holder["parameters"] == nil ? holder : report.object("parameters", of: holder)
    for location in ["header", "query", "cookie", "path", "body"] {
      for node in parameters.map({ report.elements(location, of: $0) }) ?? [] {
        if let location = ParameterLocation(rawValue: location) {
          guard let parameter = endpoint.parameter(node, location) else { continue }
          commonParameters[ParameterKey(parameter)] = parameter
        } else if let name = node["name"]?.string {
          commonFields[name] = node
        } else {
          report.addUnexpected(node, "a parameter", "an object with a name")
        }
      }
    }
  }

  /// Adds the shared parameters that an endpoint names; its own count first.
  mutating func addCommonParameters(of api: Node, to operation: inout OperationDescription) {
    guard let named = report.object("commonParameters", of: api)?.uniqueMembers else { return }
    var known = Set(operation.parameters.map { ParameterKey($0) })
    for member in named where !member.value.isNothing {
      for element in report.elements(of: member) {
        guard let name = element["name"]?.string ?? element.string else {
          report.addUnexpected(element, "a shared parameter", "an object with a name")
          continue
        }
        if let location = ParameterLocation(rawValue: member.key) {
          var key = ParameterDescription(name: name, location: location, isRequired: false, span: element.span)
          guard let parameter = commonParameters[ParameterKey(key)] else {
            noteMissing(name, at: element.span)
            continue
          }
          key = parameter
          guard !endpoint.setAside(key), known.insert(ParameterKey(key)).inserted else { continue }
          operation.parameters.append(key)
        } else if let field = commonFields[name] {
          addField(field, to: &operation)
        } else {
          noteMissing(name, at: element.span)
        }
      }
    }
  }

  /// Says, for those who ask, that the project does not have a parameter that an endpoint names.
  private mutating func noteMissing(_ name: String, at span: SourceSpan) {
    let message = "the project does not describe its shared parameter '\(name)', which is left out"
    report.add(Diagnostic(.unsupportedFeature, message, at: span, severity: .note))
  }

  /// Adds a shared field to the form of an operation, unless it has one of the name or no form at all.
  private mutating func addField(_ field: Node, to operation: inout OperationDescription) {
    guard var content = operation.requestBody?.contents.first, MediaTypeName.isForm(content.mediaType),
      var schema = content.schema, !schema.properties.contains(where: { $0.key == field["name"]?.string })
    else { return }
    endpoint.add(field, to: &schema)
    content.schema = schema
    operation.requestBody?.contents[0] = content
  }

  /// Finds the responses that endpoints share.
  mutating func readCommonResponses() {
    var pending = Array(report.elements("responseCollection", of: root).reversed())
    while let item = pending.popLast() {
      guard item.members != nil else {
        report.addUnexpected(item, "a response of the project", "an object")
        continue
      }
      pending += report.elements("items", of: item).reversed()
      pending += report.elements("children", of: item).filter { $0.members != nil }.reversed()
      let response = report.object("response", of: item) ?? item
      guard response["code"] != nil, let id = report.identifier("id", of: item) else { continue }
      commonResponses[id] = response
    }
  }

  /// Says, for those who ask, what the project holds that is no part of an HTTP API.
  mutating func noteLeftovers() {
    let kinds = [
      ("docCollection", "pages of prose"), ("webSocketCollection", "WebSocket endpoints"),
      ("socketCollection", "socket endpoints"), ("socketIOCollection", "Socket.IO endpoints"),
      ("grpcCollection", "gRPC services"), ("requestCollection", "saved requests"),
      ("apiTestCaseCollection", "test cases"),
    ]
    for (key, what) in kinds {
      let names = leaves(of: report.elements(key, of: root))
      guard !names.isEmpty, let span = root.member(key)?.keySpan else { continue }
      let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
      report.add(Diagnostic(.unsupportedFeature, "\(what) are left out: \(shown)", at: span, severity: .note))
    }
  }

  /// The names of what stands in folders and is none.
  private func leaves(of trees: [Node]) -> [String] {
    var names: [String] = []
    var pending = Array(trees.reversed())
    while let item = pending.popLast() {
      let inner = (item["items"]?.elements ?? []) + (item["children"]?.elements ?? [])
      pending += inner.reversed()
      let isFolder = item["items"] != nil || item["children"] != nil
      if !isFolder, let name = item["name"]?.string { names.append(name) }
    }
    return names
  }
}
