import SchemaDocument

extension RawSchema {
  /// The schemas that stand directly within the schema.
  package var parts: [RawSchema] {
    var parts = properties.map(\.schema) + patternProperties.map(\.schema) + prefixItems + allOf + anyOf + oneOf
    for other in [additionalProperties, unevaluatedProperties] {
      if case .schema(let schema) = other { parts.append(schema.value) }
    }
    for schema in [items?.value, unevaluatedItems, contentSchema] { if let schema { parts.append(schema) } }
    for assertion in assertions {
      switch assertion {
      case .not(let schema), .contains(let schema), .propertyNames(let schema), .dependentSchema(_, let schema):
        parts.append(schema)
      case .conditional(let condition, let consequence, let alternative):
        parts += [condition, consequence, alternative].compactMap(\.self)
      }
    }
    return parts
  }

  /// The keys that the schema itself refers to, not what stands within it.
  package var referencedKeys: [SchemaKey] {
    let tagged = (discriminator?.mapping.map(\.reference) ?? []) + [discriminator?.defaultMapping].compactMap(\.self)
    return ([reference].compactMap(\.self) + tagged).map(\.key)
  }

  /// The format that says the same as the coding of a string's content (JSON Schema 2020-12 validation, section 8.3);
  /// nil where that is none of base64.
  package var formatOfContent: String? {
    let coding = constraints.last { $0.keyword == "contentEncoding" }?.value.string?.lowercased()
    return coding == "base64" || coding == "base64url" ? "byte" : nil
  }
}
