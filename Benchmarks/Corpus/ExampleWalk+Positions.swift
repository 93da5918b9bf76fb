import SchemaDocument

extension ExampleWalk {
  /// Finds the values of one node and goes on to what stands in it.
  func look(at step: Step) {
    let node = step.node
    let containers = step.containers + [place(node.span)]
    switch step.role {
    case .map(let role):
      for member in node.members ?? [] where role != .pathItem || !member.key.hasPrefix("x-") {
        push(role, member.value, in: containers + [place(member.keySpan)])
      }
    case .list(let role): for element in node.elements ?? [] { push(role, element, in: containers) }
    case .pathItem:
      push(.list(of: .parameter), "parameters", of: node, in: containers)
      for method in ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] {
        push(.operation, node[method], in: containers)
      }
      push(.map(of: .operation), "additionalOperations", of: node, in: containers)
    case .operation:
      push(.list(of: .parameter), "parameters", of: node, in: containers)
      push(.requestBody, "requestBody", of: node, in: containers)
      push(.map(of: .response), "responses", of: node, in: containers)
      push(.map(of: .callback), "callbacks", of: node, in: containers)
    case .callback: push(.map(of: .pathItem), node, in: containers)
    case .parameter, .header: lookAtParameter(node, step.role == .header ? "header" : "parameter", in: containers)
    case .requestBody: push(.map(of: .mediaType), "content", of: node, in: containers)
    case .response: lookAtResponse(node, in: containers)
    case .mediaType:
      addExamples(of: node, "body", in: containers)
      push(.schema, "schema", of: node, in: containers)
      push(.schema, "itemSchema", of: node, in: containers)
      push(.map(of: .encoding), "encoding", of: node, in: containers)
    case .encoding: push(.map(of: .header), "headers", of: node, in: containers)
    case .example(let kind):
      if node.members == nil {
        add(node, kind, in: containers)
      } else if let value = node["value"] ?? node["dataValue"] {
        add(value, kind, in: containers)
      } else {
        add(node["externalValue"] ?? node["serializedValue"], kind, in: containers)
      }
    case .schema: lookAtSchema(node, in: containers)
    case .link: break
    }
  }

  /// A parameter or a header (OpenAPI 3.1, section 4.8.12; Swagger 2.0, where it is a schema unless it is the body).
  private func lookAtParameter(_ node: Node, _ kind: String, in containers: [DocumentedPlace]) {
    if isSwagger {
      if node["schema"] != nil { return push(.schema, "schema", of: node, in: containers) }
      return push(.schema, node, in: containers)
    }
    // What is said of a whole parameter is said where its name stands.
    let containers = containers + [node["name"].map { place($0.span) }].compactMap { $0 }
    addExamples(of: node, kind, in: containers)
    push(.schema, "schema", of: node, in: containers)
    push(.map(of: .mediaType), "content", of: node, in: containers)
  }

  /// A response (OpenAPI 3.1, section 4.8.17; Swagger 2.0, where it has examples by media type).
  private func lookAtResponse(_ node: Node, in containers: [DocumentedPlace]) {
    push(.map(of: .mediaType), "content", of: node, in: containers)
    push(.map(of: .header), "headers", of: node, in: containers)
    guard isSwagger else { return }
    push(.schema, "schema", of: node, in: containers)
    for member in node["examples"]?.members ?? [] {
      add(member.value, "body example", in: containers + [place(member.keySpan)])
    }
  }

  /// The values of `example` and `examples` outside schemas.
  private func addExamples(of node: Node, _ kind: String, in containers: [DocumentedPlace]) {
    add(node["example"], "\(kind) example", in: containers)
    guard let examples = node["examples"] else { return }
    for element in examples.elements ?? [] { add(element, "\(kind) example", in: containers) }
    push(.map(of: .example("\(kind) example")), examples.members == nil ? nil : examples, in: containers)
  }

  /// A schema: its values, and the schemas in it (JSON Schema 2020-12, section 10.2). What stands below `not` is what a
  /// value is not; it has no examples.
  private func lookAtSchema(_ node: Node, in containers: [DocumentedPlace]) {
    for member in node.members ?? [] {
      let containers = containers + [place(member.keySpan)]
      switch member.key {
      case "default": add(member.value, "schema default", in: containers)
      case "example": add(member.value, "schema example", in: containers)
      case "examples": for element in member.value.elements ?? [] { add(element, "schema example", in: containers) }
      case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas":
        push(.map(of: .schema), member.value, in: containers)
      case "items", "prefixItems", "additionalProperties", "unevaluatedProperties", "unevaluatedItems",
        "additionalItems", "contains", "propertyNames", "allOf", "anyOf", "oneOf", "if", "then", "else":
        if member.value.elements != nil {
          push(.list(of: .schema), member.value, in: containers)
        } else {
          push(.schema, member.value, in: containers)
        }
      default: break
      }
    }
  }
}
