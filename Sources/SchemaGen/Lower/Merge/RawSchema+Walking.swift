import SchemaDescription
import SchemaDocument

extension RawSchema {
  /// Changes every schema that stands in this one; the cost is that of all of them.
  mutating func mapInner(_ change: (inout RawSchema) -> Void) {
    for index in properties.indices { change(&properties[index].schema) }
    if var inner = items?.value {
      change(&inner)
      items = Indirect(inner)
    }
    additionalProperties?.map(change)
    for index in allOf.indices { change(&allOf[index]) }
    for index in anyOf.indices { change(&anyOf[index]) }
    for index in oneOf.indices { change(&oneOf[index]) }
    if !prefixItems.isEmpty { prefixItems = prefixItems.map { $0.changed(change) } }
    if !patternProperties.isEmpty {
      patternProperties = patternProperties.map {
        RawPatternProperty(pattern: $0.pattern, schema: $0.schema.changed(change))
      }
    }
    if var others = unevaluatedProperties {
      others.map(change)
      unevaluatedProperties = others
    }
    if let inner = contentSchema { contentSchema = inner.changed(change) }
    if let items = unevaluatedItems { unevaluatedItems = items.changed(change) }
    if !assertions.isEmpty { assertions = assertions.map { $0.mapped(change) } }
  }

  /// Makes references lead to other keys.
  mutating func renameReferences(_ names: [SchemaKey: SchemaKey]) {
    if let reference, let key = names[reference.key] { self.reference = RawReference(key, at: reference.span) }
    if var discriminator {
      discriminator.mapping = discriminator.mapping.map { value, reference in
        (value, RawReference(names[reference.key] ?? reference.key, at: reference.span))
      }
      discriminator.defaultMapping = discriminator.defaultMapping.map {
        RawReference(names[$0.key] ?? $0.key, at: $0.span)
      }
      self.discriminator = discriminator
    }
    mapInner { $0.renameReferences(names) }
  }

  /// The schema after a change.
  fileprivate func changed(_ change: (inout RawSchema) -> Void) -> RawSchema {
    var schema = self
    change(&schema)
    return schema
  }
}

extension RawAdditionalProperties {
  /// Changes the schema of the values.
  fileprivate mutating func map(_ change: (inout RawSchema) -> Void) {
    if case .schema(let values) = self { self = .schema(Indirect(values.value.changed(change))) }
  }
}

extension RawAssertion {
  /// The assertion with its schemas changed.
  fileprivate func mapped(_ change: (inout RawSchema) -> Void) -> RawAssertion {
    switch self {
    case .not(let schema): .not(schema.changed(change))
    case .conditional(let condition, let consequence, let alternative):
      .conditional(
        condition: condition.changed(change),
        consequence: consequence?.changed(change),
        alternative: alternative?.changed(change)
      )
    case .contains(let schema): .contains(schema.changed(change))
    case .dependentSchema(let property, let schema): .dependentSchema(property: property, schema.changed(change))
    case .propertyNames(let schema): .propertyNames(schema.changed(change))
    }
  }
}

extension [OperationDescription] {
  /// Makes references lead to other keys.
  mutating func renameReferences(_ names: [SchemaKey: SchemaKey]) {
    for index in indices {
      self[index].parameters.renameReferences(names)
      if var body = self[index].requestBody {
        body.contents.renameReferences(names)
        self[index].requestBody = body
      }
      for response in self[index].responses.indices {
        self[index].responses[response].headers.renameReferences(names)
        self[index].responses[response].contents.renameReferences(names)
      }
    }
  }
}

extension [ParameterDescription] {
  /// Makes references lead to other keys.
  fileprivate mutating func renameReferences(_ names: [SchemaKey: SchemaKey]) {
    for index in indices { self[index].schema?.renameReferences(names) }
  }
}

extension [MediaTypeDescription] {
  /// Makes references lead to other keys.
  fileprivate mutating func renameReferences(_ names: [SchemaKey: SchemaKey]) {
    for index in indices { self[index].schema?.renameReferences(names) }
  }
}
