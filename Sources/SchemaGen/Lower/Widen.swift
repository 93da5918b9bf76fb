import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Makes a union of a type and of what a value of another JSON type shows.
  mutating func widen(_ type: TypeRef, toCarry node: Node, at place: Place, in context: Context) -> TypeRef {
    if !context.isQuiet {
      report.add(
        .widenedType,
        "the example has \(node.kindName) where the document says \(name(of: type)) at `\(place.path)`; "
          + "the type becomes a union of both",
        at: node.span,
        notes: [documented(place)]
      )
    }
    // A name for a type that widens becomes the union itself; anything else gives its place a new type.
    let id =
      place.name
      ?? declare(
        Declaration(
          hint: place.hint,
          parent: place.parent,
          kind: .union(Union(tagging: .shape, variants: [])),
          origin: .example,
          span: place.span
        )
      )
    var place = place
    place.name = nil
    changeCount += 1
    // A type that was declared for this very place moves into the union, which takes over its name.
    if case .declared(let inner) = type, api[inner].parent == place.parent, api[inner].hint == place.hint {
      api[inner].parent = id
      api[inner].hint = .variant(kindName(of: type))
    }
    var union = Union(tagging: .shape, variants: [variant(of: type)])
    add(node, to: &union, of: id, at: place, in: context)
    update(id, .union(union))
    return .declared(id)
  }

  /// The rules for unions: the variant that the value shows carries it; where none does, it becomes one.
  mutating func reconcile(
    _ node: Node,
    with union: Union,
    of id: DeclID,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    if case .property(let key) = union.tagging {
      let tag = node[key]?.string
      guard
        let index = tag.flatMap({ finder.variant(tagged: $0, in: union.variants, of: id) }) ?? union.fallback
      else {
        // A value with another tag, or none, is kept as it is by the union itself.
        if !context.isQuiet, !context.isSkeleton {
          report.add(
            .addedEnumValue,
            "the example has a `\(key)` that no variant of `\(place.path)` has; it is kept as JSON",
            at: (node[key] ?? node).span,
            notes: [.init("the variants are documented here", at: api[id].span)]
          )
        }
        return .declared(id)
      }
      reconcile(node, withVariant: index, of: id, at: place, in: context)
      return .declared(id)
    }
    let alike = variants(of: union, like: node)
    if alike.contains(where: { fits(node, union.variants[$0].type) }) { return .declared(id) }
    if let index = alike.max(by: { closeness(node, union.variants[$0].type) < closeness(node, union.variants[$1].type) }
    ) {
      reconcile(node, withVariant: index, of: id, at: place, in: context)
      return .declared(id)
    }
    if !context.isQuiet {
      report.add(
        .widenedType,
        "the example has \(node.kindName), which no variant of `\(place.path)` is; it becomes one",
        at: node.span,
        notes: [documented(place)]
      )
    }
    var widened = union
    add(node, to: &widened, of: id, at: place, in: context)
    update(id, .union(widened))
    return .declared(id)
  }

  /// Reconciles a value with one variant of a union.
  private mutating func reconcile(
    _ node: Node,
    withVariant index: Int,
    of id: DeclID,
    at place: Place,
    in context: Context
  ) {
    guard case .union(let union) = api[id].kind else { return }
    let variant = union.variants[index]
    let place = Place(
      parent: id,
      hint: .variant(variant.name),
      path: "\(place.path)<\(variant.name)>",
      span: place.span
    )
    var inner = context
    inner.isVariant = union.tagging == .shape
    let type = reconcile(node, with: variant.type, at: place, in: inner)
    guard type != variant.type, case .union(var current) = api[id].kind else { return }
    current.variants[index].type = type
    update(id, .union(current))
  }

  /// Adds what a value shows to a union's variants.
  private mutating func add(
    _ node: Node,
    to union: inout Union,
    of id: DeclID,
    at place: Place,
    in context: Context
  ) {
    var place = place
    if node.members != nil {
      place.parent = id
      place.hint = .variant("object")
    }
    let type = infer(node, at: place, in: context)
    union.variants.append(variant(of: type))
  }

  /// A type as a variant of a union.
  private func variant(of type: TypeRef) -> Union.Variant {
    Union.Variant(name: kindName(of: type), type: type.withoutNull)
  }

  /// What a variant of a type is called.
  private func kindName(of type: TypeRef) -> String {
    switch type {
    case .scalar(.json), .unstated(.value), .unstated(.missing): "value"
    case .scalar(let scalar): scalar == .file ? "file" : scalar == .data ? "data" : scalar.title
    case .external(let type): String(type.name.split(separator: ".").last ?? "value")
    case .array: "array"
    case .dictionary, .unstated(.object): "object"
    case .nullable(let inner), .boxed(let inner): kindName(of: inner)
    case .declared(let id):
      switch (api[id].hint, api[id].kind) {
      case (.component(let name), _): name
      case (_, .structure): "object"
      case (_, .tuple): "array"
      case (_, .enumeration(let enumeration)): enumeration.rawKind.rawValue
      case (_, .union): "other"
      case (_, .alias(let target)): kindName(of: target)
      }
    }
  }

  /// What messages call a type.
  func name(of type: TypeRef) -> String {
    switch type {
    case .scalar(let scalar): scalar.title
    case .external(let type): type.name
    case .array: "array"
    case .dictionary, .unstated(.object): "object"
    case .unstated: "any JSON"
    case .nullable(let inner), .boxed(let inner): name(of: inner)
    case .declared(let id):
      switch api[id].kind {
      case .structure: "object"
      case .tuple: "array"
      case .enumeration(let enumeration): enumeration.rawKind.rawValue
      case .union: "one of several types"
      case .alias(let target): name(of: target)
      }
    }
  }
}

extension Node {
  /// What messages call the value's JSON type.
  var kindName: String {
    switch value {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
