import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// The type of an array whose first elements have schemas of their own (JSON Schema 2020-12, section 10.3.1.1).
  /// An array may be shorter than these unless `minItems` says otherwise.
  mutating func tupleType(of schema: RawSchema, at place: Place, namedBy key: SchemaKey?) -> TypeRef {
    let id = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .tuple(Tuple(elements: [])),
        documentation: documentationText(schema.title, schema.description),
        isDeprecated: schema.isDeprecated,
        span: schema.span
      )
    )
    register(id, for: schema, namedBy: key)
    let count = schema.prefixItems.firstIndex(where: \.isNever) ?? schema.prefixItems.count
    let minimum = schema.constraints.last { $0.keyword == "minItems" }?.value.number.flatMap { Int($0) } ?? 0
    var tuple = Tuple(elements: [])
    for (index, item) in schema.prefixItems.prefix(count).enumerated() {
      let name = elementName(of: item, at: index)
      let place = Place(
        parent: id,
        hint: .variant(name),
        path: "\(place.path)[\(index)]",
        span: item.span
      )
      tuple.elements.append(
        Tuple.Element(
          name: name,
          type: type(of: item, at: place),
          presence: index < minimum ? .required : .optional,
          documentation: documentationText(item.title, item.description)
        )
      )
    }
    if count < schema.prefixItems.count {
      tuple.others = forbiddenElements
    } else {
      switch schema.items?.value ?? schema.unevaluatedItems {
      case nil: tuple.rest = .scalar(.json)
      case let items? where items.isNever: tuple.others = forbiddenElements
      case let items?:
        let place = Place(parent: id, hint: .variant("item"), path: "\(place.path)[]", span: items.span)
        tuple.rest = type(of: items, at: place)
      }
    }
    api[id].kind = .tuple(tuple)
    for (index, item) in schema.prefixItems.prefix(count).enumerated() {
      addExamples(of: item, at: .element(id, index), label: "\(place.path)[\(index)]")
    }
    if tuple.rest != nil, let items = schema.items?.value ?? schema.unevaluatedItems {
      addExamples(of: items, at: .element(id, nil), label: "\(place.path)[]")
    }
    return .declared(id)
  }

  /// What becomes of elements that a schema forbids.
  private var forbiddenElements: AdditionalProperties {
    switch options.unknownKeys {
    case .ignore: .ignored
    case .keep: .kept(.scalar(.json))
    case .refuse: .refused
    }
  }

  /// What an element is called after: its title, else its place.
  private func elementName(of item: RawSchema, at index: Int) -> String {
    if let title = item.title, !title.isBlank, title.count <= 40 { return title }
    let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    return index < ordinals.count ? ordinals[index] : "element \(index + 1)"
  }
}
