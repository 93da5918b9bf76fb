import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes schemas in the vocabulary of one version of OpenAPI; what that has no words for is told.
struct SchemaWriter {
  let form: OpenAPIForm
  let components: ComponentTable
  private let defaults: DefaultCheck
  var report: Report
  private let sources: SourceMap

  init(
    _ description: APIDescription,
    form: OpenAPIForm,
    components: ComponentTable,
    sources: SourceMap,
    report: Report
  ) {
    defaults = DefaultCheck(description)
    self.form = form
    self.components = components
    self.sources = sources
    self.report = report
  }

  /// Where something stands in the documents, for `ConvertedKey.source`.
  func source(of span: SourceSpan) -> Node? {
    guard let file = sources.file(span.file) else { return nil }
    var source = ObjectBuilder()
    source.add("file", file.path)
    source.add("line", Node.number(file.location(of: span.start).line))
    return source.node
  }

  /// Says that something is not written.
  mutating func lose(_ what: String, at span: SourceSpan) {
    report.add(.unsupportedFeature, "\(what) is not written: OpenAPI \(form.rawValue) has no words for it", at: span)
  }

  /// Says that other tools will not see a keyword, which is kept for schemagen.
  mutating func tellKept(_ keyword: String, at span: SourceSpan) {
    let message = "'\(keyword)' is no part of OpenAPI \(form.rawValue)"
    report.add(.unsupportedFeature, message, at: span, notes: [Self.advice(ConvertedKey.keywords)])
  }

  /// Where something is written that a version has no words for.
  static func advice(_ key: String) -> Diagnostic.Note {
    Diagnostic.Note("it is written to '\(key)', which other tools do not look at")
  }

  /// A schema that examples show, marked as such.
  mutating func inferred(from examples: [RawExample]) -> Node {
    var object = InferredSchema.of(examples.map(\.value)).map { self.object(of: $0) } ?? ObjectBuilder()
    object.add(ConvertedKey.inferred, flag: true)
    return object.node
  }

  /// The schema of a type that values alone tell of, with the values and what they are called.
  mutating func sample(_ schema: RawSchema, extensions: ObjectBuilder) -> Node {
    var inferred = InferredSchema.of(schema.examples.map(\.value)) ?? RawSchema(at: schema.span)
    inferred.examples = schema.examples
    var object = self.object(of: inferred)
    object.add(ConvertedKey.inferred, flag: true)
    object.add(ConvertedKey.sample, Node.array(schema.examples.map { $0.name.map { .text($0) } ?? .null }))
    object.add(extensions)
    return object.node
  }

  /// A schema; `extensions` are members that come behind its own.
  mutating func node(of schema: RawSchema, extensions: ObjectBuilder = ObjectBuilder()) -> Node {
    if !schema.eventNames.isEmpty { return event(schema, extensions: extensions) }
    if schema.isNever {
      if form == .v3_1, extensions.members.isEmpty { return .boolean(false) }
      var object = ObjectBuilder()
      object.add("not", ObjectBuilder().node)
      object.add(ConvertedKey.keywords, Node.boolean(false))
      object.add(extensions)
      return object.node
    }
    var object = self.object(of: schema)
    object.add(extensions)
    return object.node
  }

  /// The schema of an event with its name, of whose data the schema is.
  private mutating func event(_ schema: RawSchema, extensions: ObjectBuilder) -> Node {
    var data = schema
    data.eventNames = []
    let names = Node.array(schema.eventNames.map { .text($0) })
    var object = ObjectBuilder()
    object.add("type", "object")
    object.add("required", Node.array([.text("event"), .text("data")]))
    object.add(
      "properties",
      Node.object(["event": .object(["type": .text("string"), "enum": names]), "data": node(of: data)])
    )
    object.add(extensions)
    return object.node
  }

  /// The members of a schema. Where null is allowed beside a reference or parts, these stand in an alternative.
  private mutating func object(of schema: RawSchema) -> ObjectBuilder {
    var object = ObjectBuilder()
    let isWrapped = form == .v3_1 && schema.needsAlternativeOfNull
    var core = ObjectBuilder()
    addReference(of: schema, to: &core, beside: isWrapped ? nil : schema)
    if isWrapped {
      addAnnotations(of: schema, to: &object)
      addShape(of: schema, to: &core)
      object.add("anyOf", Node.array([core.node, .object(["type": .text("null")])]))
      addValues(of: schema, to: &object)
    } else {
      object.add(core)
      addAnnotations(of: schema, to: &object)
      addTypes(of: schema, to: &object)
      addShape(of: schema, to: &object)
      addValues(of: schema, to: &object)
    }
    addOthers(of: schema, to: &object)
    object.add(ConvertedKey.untyped, flag: schema.isTypeLost)
    object.addKept()
    return object
  }

  /// Adds what a schema refers to. OpenAPI 3.0 does not look at what stands beside a reference: there it is a part.
  private mutating func addReference(of schema: RawSchema, to object: inout ObjectBuilder, beside all: RawSchema?) {
    guard let reference = schema.reference else { return }
    guard !components.isCircle(reference.key) else {
      let message = "references lead in a circle; any value is allowed"
      return report.add(.circularReference, message, at: reference.span)
    }
    guard let target = self.target(of: reference) else { return }
    guard form == .v3_0, all.map(\.hasSiblings) ?? true else { return object.add("$ref", target) }
    if schema.allOf.isEmpty {
      object.keep("$ref", .text(target))
      object.keep("allOf", nil)
    }
  }

  /// The path to the component that a reference means; nil, with an error, where it leads nowhere.
  mutating func target(of reference: RawReference) -> String? {
    guard let key = components[reference.key] else {
      let name = ComponentTable.lastWord(of: reference.key)
      report.add(.unresolvedReference, "no schema `\(name)` in this document; any value is allowed", at: reference.span)
      return nil
    }
    return "#/components/schemas/\(key)"
  }

  /// Adds what people read.
  private func addAnnotations(of schema: RawSchema, to object: inout ObjectBuilder) {
    object.add("title", schema.title)
    object.add("description", schema.description)
    object.add("deprecated", flag: schema.isDeprecated)
    object.add("readOnly", flag: schema.isReadOnly)
    object.add("writeOnly", flag: schema.isWriteOnly)
  }

  /// Adds the types, null included, and the format.
  private mutating func addTypes(of schema: RawSchema, to object: inout ObjectBuilder) {
    var names = schema.types.map { $0 == .file ? "string" : $0.rawValue }
    var format = schema.format
    if schema.types.contains(.file) { format = format ?? "binary" }
    switch form {
    case .v3_1:
      if schema.isNullable, !names.isEmpty, !names.contains("null") { names.append("null") }
      if names.count > 1 {
        object.add("type", Node.array(names.map { .text($0) }))
      } else {
        object.add("type", names.first)
      }
      if schema.isNullable, names.isEmpty, !schema.saysNullOtherwise { object.add("nullable", flag: true) }
    case .v3_0:
      let isNullable = schema.isNullable || names.contains("null")
      names.removeAll { $0 == "null" }
      if names.count > 1 { object.keep("type", .array(names.map { .text($0) })) }
      if names.count == 1 {
        object.add("type", names[0])
      } else if Set(names) == ["integer", "number"] {
        object.add("type", "number")
      } else if names.count > 1, schema.anyOf.isEmpty {
        object.add("anyOf", Node.array(names.map { type in alternative(of: type) }))
        object.keep("anyOf", nil)
      } else if names.count > 1 {
        tellKept("type", at: schema.span)
      }
      object.add("nullable", flag: isNullable)
      if schema.types == [.null], schema.enumeration.isEmpty, schema.constant == nil {
        // Nothing but null, and not anything that may be null.
        object.add("enum", Node.array([.null]))
        for (key, value) in [("type", Node.text("null")), ("enum", nil), ("nullable", nil)] { object.keep(key, value) }
      }
    }
    object.add("format", format)
  }

  /// One of several types in OpenAPI 3.0, where an array must say what is in it.
  private func alternative(of type: String) -> Node {
    var object = ObjectBuilder()
    object.add("type", type)
    if type == "array" { object.add("items", ObjectBuilder().node) }
    return object.node
  }

  /// Adds the values that are listed, given or shown.
  private mutating func addValues(of schema: RawSchema, to object: inout ObjectBuilder) {
    addEnumeration(of: schema, to: &object)
    if let constant = schema.constant {
      switch form {
      case .v3_1: object.add("const", constant)
      case .v3_0:
        if schema.enumeration.isEmpty {
          object.add("enum", Node.array([constant]))
        } else {
          tellKept("const", at: constant.span)
        }
        // Null as the value of a keyword that is kept would say that there is no such keyword.
        if !constant.isNull {
          object.keep("const", constant)
        } else if schema.types.isEmpty {
          object.keep("type", .text("null"))
        }
        if schema.enumeration.isEmpty, !constant.isNull || schema.types.isEmpty { object.keep("enum", nil) }
      }
    }
    if let value = schema.defaultValue {
      if defaults.fits(value, schema) {
        object.add("default", value)
      } else {
        let message = "the default is no value of its schema; it is written as '\(ConvertedKey.misfittingDefault)'"
        report.add(.unexpectedValue, message, at: value.span)
        object.add(ConvertedKey.misfittingDefault, value)
      }
    }
    switch form {
    case .v3_1: object.add("examples", list: schema.examples.map(\.value))
    case .v3_0:
      object.add("example", schema.examples.first?.value)
      if schema.examples.count > 1 {
        tellKept("examples", at: schema.examples[1].value.span)
        object.keep("examples", .array(schema.examples.map(\.value)))
        object.keep("example", nil)
      }
    }
    addConstraints(of: schema, to: &object)
  }

  /// Adds the listed values with their names and descriptions.
  private mutating func addEnumeration(of schema: RawSchema, to object: inout ObjectBuilder) {
    guard !schema.enumeration.isEmpty else { return }
    var seen: Set<String> = []
    var values = schema.enumeration.filter { seen.insert($0.value.jsonText()).inserted }
    // One value is a constant, and stays the only one.
    if form == .v3_1, schema.isNullable, values.count > 1, !values.contains(where: \.value.isNull) {
      values.append(RawEnumValue(.null))
    }
    if seen.count < schema.enumeration.count {
      let message = "a value is listed twice; it is written once"
      report.add(Diagnostic(.duplicateKey, message, at: schema.span, severity: .note))
    }
    object.add("enum", Node.array(values.map(\.value)))
    if values.contains(where: { $0.name != nil }) {
      object.add(ConvertedKey.enumVariableNames, Node.array(values.map { .text($0.name ?? "") }))
    }
    if values.contains(where: { $0.description != nil }) {
      object.add(ConvertedKey.enumDescriptions, Node.array(values.map { .text($0.description ?? "") }))
    }
  }
}

extension RawSchema {
  /// Whether anything stands beside the reference.
  var hasSiblings: Bool {
    title != nil || description != nil || format != nil || !types.isEmpty || !properties.isEmpty || hasEmptyProperties
      || !required.isEmpty || additionalProperties != nil || items != nil || !allOf.isEmpty || !anyOf.isEmpty
      || !oneOf.isEmpty || discriminator != nil || !enumeration.isEmpty || constant != nil || defaultValue != nil
      || !examples.isEmpty || isNullable || isDeprecated || isReadOnly || isWriteOnly || !constraints.isEmpty
      || !assertions.isEmpty || !patternProperties.isEmpty || !prefixItems.isEmpty || unevaluatedItems != nil
      || unevaluatedProperties != nil || contentSchema != nil || comment != nil || xml != nil
      || externalDocumentation != nil || !extensions.isEmpty
  }

  /// Whether null is allowed by a word that OpenAPI 3.1 does not have, and can be only by an alternative.
  fileprivate var needsAlternativeOfNull: Bool {
    isNullable && types.isEmpty && enumeration.isEmpty && oneOf.isEmpty && anyOf.isEmpty
      && (reference != nil || !allOf.isEmpty)
  }

  /// Whether the listed values or the alternatives say that null is allowed.
  fileprivate var saysNullOtherwise: Bool { !enumeration.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty }
}
