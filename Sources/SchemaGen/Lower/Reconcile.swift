import SchemaDocument
import SchemaIR
import SchemaSource

/// What holds for one example while it is compared with its type.
struct Context {
  /// Whether a tool made the example up: it shows shapes, never values, and says nothing of what is required.
  var isSkeleton: Bool
  /// Set where the type at hand comes from an example itself: nothing documented is contradicted.
  var isQuiet = false
  /// Set within a value whose type is being inferred: the outermost place has been told already.
  var isInferring = false
  /// Set where the value is one of a variant that was chosen for its shape: constants tell such variants apart.
  var isVariant = false

  /// The direction of the message that the example is of; both where it is of a schema alone.
  var direction = Direction.both

  init(_ example: FoundExample) {
    isSkeleton = example.isSkeleton
    switch example.slot {
    case .request, .parameter: direction = .request
    case .response: direction = .response
    case .named, .property, .element: break
    }
  }

  /// Whether a message of this direction is said to have no such property.
  func leavesOut(_ property: Property) -> Bool {
    direction != .both && property.direction != .both && direction != property.direction
  }

  /// The same context for a type of the given origin.
  func within(_ origin: Origin) -> Context {
    var context = self
    if origin == .example { context.isQuiet = true }
    return context
  }
}

extension Lowerer {
  /// Compares a value with a type and returns the type that carries both, by the table in `Docs/Reconciling.md`.
  /// Declarations that must widen are changed in place; what the document contradicts is reported.
  mutating func reconcile(_ node: Node, with type: TypeRef, at place: Place, in context: Context) -> TypeRef {
    if node.isNull { return allowNull(in: type, node, at: place, in: context) }
    switch type {
    case .nullable(let inner): return reconcile(node, with: inner, at: place, in: context).nullable
    case .boxed(let inner): return .boxed(reconcile(node, with: inner, at: place, in: context))
    case .unstated(let unstated): return fill(unstated, from: node, at: place, in: context)
    case .scalar(let scalar): return reconcile(node, with: scalar, at: place, in: context)
    // The configuration answers for the type.
    case .external: return type
    case .array(let element):
      guard let nodes = node.elements else { return widen(type, toCarry: node, at: place, in: context) }
      var result = element
      for node in nodes { result = reconcile(node, with: result, at: place.element(), in: context) }
      return .array(result)
    case .dictionary(let value):
      guard let members = node.members else { return widen(type, toCarry: node, at: place, in: context) }
      var result = value
      for member in members { result = reconcile(member.value, with: result, at: place.element("{}"), in: context) }
      return .dictionary(result)
    case .declared(let id): return reconcile(node, with: id, at: place, in: context)
    }
  }

  /// The rule for null: any JSON has it, every other type gains it.
  private mutating func allowNull(
    in type: TypeRef,
    _ node: Node,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    switch type {
    case .nullable, .scalar(.json), .unstated(.value): return type
    case .external: return type.nullable
    case .unstated(.missing): return .nullable(type)
    case .declared(let id):
      if case .alias(let target) = api[id].kind, target.isNullable { return type }
      if api[id].origin == .example { return type.nullable }
    default: break
    }
    if !context.isQuiet {
      report.add(
        .addedNull,
        "the example has null where the document says \(name(of: type)) at `\(place.path)`",
        at: node.span,
        notes: [documented(place)]
      )
    }
    return type.nullable
  }

  /// The rules for values that are neither objects nor arrays.
  private mutating func reconcile(
    _ node: Node,
    with scalar: Scalar,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    switch (scalar.jsonType, node.value) {
    case (.any, _), (.boolean, .boolean): return .scalar(scalar)
    case (.string, .string(let text)): return reconcile(text, of: node, with: scalar, at: place, in: context)
    case (.integer, .number(let text)), (.number, .number(let text)):
      let wider = scalar.widened(toCarry: DecimalText(text))
      if wider != scalar, !context.isQuiet {
        report.add(
          .widenedType,
          "the example has \(text) where the document says \(scalar.title(beside: wider)) at `\(place.path)`; "
            + "the type becomes \(wider.title(beside: scalar))",
          at: node.span,
          notes: [documented(place)]
        )
      }
      return .scalar(wider)
    default: return widen(.scalar(scalar), toCarry: node, at: place, in: context)
    }
  }

  /// The rule for strings in a format: one that is in no such format makes the type a string. An empty one, by which
  /// servers say "none", and a placeholder are no evidence against a type that keeps every string.
  private mutating func reconcile(
    _ text: String,
    of node: Node,
    with scalar: Scalar,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    if scalar.carries(text) || scalar.keepsSpelling && (text.isEmpty || context.isSkeleton) { return .scalar(scalar) }
    if !context.isQuiet {
      report.add(
        .widenedType,
        "the example has \(node.jsonText()) where the document says \(scalar.title) at `\(place.path)`; "
          + "the type becomes string",
        at: node.span,
        notes: [documented(place)]
      )
    }
    return .scalar(.string)
  }

  /// The rules for declared types.
  private mutating func reconcile(
    _ node: Node,
    with id: DeclID,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    let context = context.within(api[id].origin)
    switch api[id].kind {
    case .alias(let target):
      var named = place
      named.hint = api[id].hint
      named.parent = api[id].parent
      named.name = id
      let widened = reconcile(node, with: target, at: named, in: context)
      if widened != target, widened.core != .declared(id) { update(id, .alias(widened)) }
      return .declared(id)
    case .enumeration(let enumeration):
      return reconcile(node, with: enumeration, of: id, at: place, in: context)
    case .union(let union): return reconcile(node, with: union, of: id, at: place, in: context)
    case .tuple(let tuple): return reconcile(node, with: tuple, of: id, at: place, in: context)
    case .structure:
      guard let members = node.members else { return widen(.declared(id), toCarry: node, at: place, in: context) }
      reconcile(members, of: node, withStructure: id, at: place, in: context)
      return .declared(id)
    }
  }

  /// The rules for the keys of an object: a missing one is optional, an unknown one is added.
  private mutating func reconcile(
    _ members: [Member],
    of node: Node,
    withStructure id: DeclID,
    at place: Place,
    in context: Context
  ) {
    guard case .structure(let structure) = api[id].kind else { return }
    var isPresent = [Bool](repeating: false, count: structure.properties.count)
    var next = 0
    let found = members.map { member in
      let index = finder.index(of: member.key, in: structure.properties, of: id, expected: next)
      if let index {
        isPresent[index] = true
        next = index + 1
      }
      return index
    }
    for (index, property) in structure.properties.enumerated()
    where !isPresent[index] && property.presence == .required {
      if context.leavesOut(property) { continue }
      if !context.isQuiet, property.origin != .example {
        report.add(
          .optionalProperty,
          "the example lacks the required property `\(place.path).\(property.key)`",
          at: node.span,
          notes: [.init("documented as required here", at: property.span)]
        )
      }
      updateProperty(at: index, of: id) {
        $0.presence = .optional
        if case .constant = $0.initial { $0.initial = nil }
      }
    }
    for (member, index) in zip(members, found) {
      reconcile(member, withStructure: id, expected: index, at: place, in: context)
    }
  }

  /// The rules for one key of an object, whose property probably stands at `expected`.
  private mutating func reconcile(
    _ member: Member,
    withStructure id: DeclID,
    expected: Int?,
    at place: Place,
    in context: Context
  ) {
    guard case .structure(let structure) = api[id].kind else { return }
    var inner = context
    inner.isVariant = false
    if let index = finder.index(of: member.key, in: structure.properties, of: id, expected: expected ?? 0) {
      let place = place.property(member.key, of: id, at: structure.properties[index].span)
      if !context.isVariant, releaseConstant(at: index, of: id, toCarry: member.value, at: place, in: context) {
        return
      }
      let property = structure.properties[index]
      if isCarried(member.value, property.type) { return }
      let type = reconcile(member.value, with: property.type, at: place, in: inner.within(property.origin))
      if type != property.type {
        let isContradicted = !context.isVariant && !property.carriesConstant(member.value)
        updateProperty(at: index, of: id) {
          $0.type = type
          if $0.origin == .declared { $0.typeOrigin = .example }
          if case .scalar = type, !isContradicted {} else { $0.initial = nil }
        }
      }
      return
    }
    if case .kept(let type) = structure.additional {
      let widened = reconcile(member.value, with: type, at: place.element("{}"), in: inner)
      if widened != type { updateStructure(id) { $0.additional = .kept(widened) } }
      return
    }
    if !context.isQuiet {
      report.add(
        .addedProperty,
        "the example has `\(place.path).\(member.key)`, which the schema does not name",
        at: member.keySpan,
        notes: [documented(place)]
      )
    }
    let type = infer(
      member.value,
      at: place.property(member.key, of: id, at: member.keySpan),
      in: context.within(.example)
    )
    updateStructure(id) {
      $0.properties.append(
        Property(key: member.key, type: type, presence: .optional, origin: .example, span: member.keySpan)
      )
    }
  }

  /// The rules for enumerations: an unlisted value of the right kind is listed; a placeholder is no value.
  private mutating func reconcile(
    _ node: Node,
    with enumeration: Enumeration,
    of id: DeclID,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    guard enumeration.holds(node) else { return widen(.declared(id), toCarry: node, at: place, in: context) }
    // An enumeration of any values keeps arrays and objects, but they have no case.
    guard let value = Literal(node) else {
      if let composite = node.composite, !enumeration.unspelled.contains(composite) {
        var widened = enumeration
        widened.unspelled.insert(composite)
        update(id, .enumeration(widened))
      }
      return .declared(id)
    }
    if finder.contains(value, in: enumeration.cases, of: id) { return .declared(id) }
    let hasAlike = enumeration.cases.contains { $0.value.type == value.type }
    if enumeration.isOpen, hasAlike, enumeration.hasOthers || context.isSkeleton { return .declared(id) }
    if api[id].origin != .example {
      report.add(
        .addedEnumValue,
        "the example has \(node.jsonText()), which the values of `\(place.path)` do not include",
        at: node.span,
        notes: [.init("the values are documented here", at: api[id].span)]
      )
    }
    var widened = enumeration
    widened.cases.append(Enumeration.Case(value: value))
    update(id, .enumeration(widened))
    return .declared(id)
  }

  /// Whether a value changes nothing of a type, as far as that shows at once.
  private func isCarried(_ node: Node, _ type: TypeRef) -> Bool {
    switch (type, node.value) {
    case (.nullable, .null), (.scalar(.json), _): true
    case (.scalar(let scalar), .boolean): scalar.jsonType == .boolean
    case (.scalar(let scalar), .string(let text)): scalar.jsonType == .string && scalar.carries(text)
    case (.scalar(let scalar), .number(let text)):
      (scalar.jsonType == .integer || scalar.jsonType == .number)
        && scalar.widened(toCarry: DecimalText(text)) == scalar
    case (.nullable(let inner), _), (.boxed(let inner), _): isCarried(node, inner)
    case (.array(let element), .array(let nodes)): nodes.allSatisfy { isCarried($0, element) }
    default: false
    }
  }

  /// The note that shows the documented side of a contradiction.
  func documented(_ place: Place) -> Diagnostic.Note { .init("documented here", at: place.span) }

  /// Replaces what a declaration is and remembers that something changed.
  mutating func update(_ id: DeclID, _ kind: Declaration.Kind) {
    api.declarations[id.index].kind = kind
    changeCount += 1
  }

  /// Changes a structure in place.
  mutating func updateStructure(_ id: DeclID, _ change: (inout Structure) -> Void) {
    guard case .structure(var structure) = api[id].kind else { return }
    // Held by nobody else, the properties are not copied.
    api.declarations[id.index].kind = .alias(.unstated(.missing))
    let count = structure.properties.count
    change(&structure)
    if structure.properties.count > count, models.contains(id) {
      for property in structure.properties[count...] { modelsByKey[property.key, default: []].append(id) }
    }
    update(id, .structure(structure))
  }

  /// Changes one property of a structure in place.
  mutating func updateProperty(_ key: String, of id: DeclID, _ change: (inout Property) -> Void) {
    guard case .structure(let structure) = api[id].kind,
      let index = finder.index(of: key, in: structure.properties, of: id)
    else { return }
    updateProperty(at: index, of: id, change)
  }

  /// Changes the property at a position in place.
  mutating func updateProperty(at index: Int, of id: DeclID, _ change: (inout Property) -> Void) {
    updateStructure(id) { change(&$0.properties[index]) }
  }
}

extension Enumeration {
  /// Whether a value is of the kind that the values are, be it listed or not.
  func holds(_ node: Node) -> Bool {
    switch (rawKind, Literal(node)?.type) {
    case (.value, _), (.string, .string?): true
    case (.integer, .integer?): node.number.map { DecimalText($0).integer != nil } ?? false
    case (.number, .integer?), (.number, .number?): node.number.map { DecimalText($0).isExactDouble } ?? false
    default: false
    }
  }
}
