import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

/// The place whose type must carry an example; the type itself may still widen.
enum ExampleSlot: Hashable {
  case named(SchemaKey)
  case property(DeclID, String)
  /// An element of a tuple; nil for those behind the ones with places of their own.
  case element(DeclID, Int?)
  case parameter(operation: Int, name: String, location: Parameter.Location)
  case request(operation: Int)
  case response(operation: Int, response: Int, content: Int)
}

/// A documented value and where it belongs.
struct FoundExample {
  var slot: ExampleSlot
  var value: Node
  /// What the value is an example of, for people.
  var path: String
  /// The same with the name of the example.
  var label: String
  /// Whether a tool made the value up from a schema: it shows shapes, never values.
  var isSkeleton: Bool
  /// Whether the value need not be one of the place, because only a part of a composition documents it for example. It
  /// changes no type then, and is left out where it does not fit.
  var isPartial = false
}

extension Lowerer {
  /// Notes an example of a place.
  mutating func add(_ example: RawExample, at slot: ExampleSlot, label: String, isPartial: Bool = false) {
    var found = FoundExample(
      slot: slot,
      value: example.value,
      path: label,
      label: example.name.map { "\(label): \($0)" } ?? label,
      isSkeleton: example.value.isSkeleton
    )
    found.isPartial = isPartial
    examples.append(found)
  }

  /// Notes the examples that a schema itself holds, and those of the schemas in it that have no place of their own:
  /// a value of an alternative is a value of the whole, that of an element is one within an array.
  mutating func addExamples(of schema: RawSchema, at slot: ExampleSlot, label: String, isPartial: Bool = false) {
    var pending = [InnerSchema(schema: schema, label: label, wrappers: [], isPartial: isPartial)]
    while let inner = pending.popLast() {
      var values = inner.schema.examples
      if let value = inner.schema.defaultValue, !inner.schema.isDefaultFromProse {
        values.append(RawExample(name: "default", value))
      }
      for example in values { add(example, of: inner, at: slot) }
      pending += inner.schemas.reversed()
    }
  }

  /// Notes an example of a schema within the one whose place carries it.
  private mutating func add(_ example: RawExample, of inner: InnerSchema, at slot: ExampleSlot) {
    let value = RawExample(name: example.name, inner.wrapped(example.value))
    add(value, at: slot, label: inner.label, isPartial: inner.isPartial)
  }

  /// Widens types until every example fits. Widening never makes an earlier example unfit, so the first round in
  /// which nothing changes is the last.
  mutating func reconcileExamples() {
    var round = 0
    var changed = true
    while changed, round < 8 {
      changed = false
      round += 1
      for example in examples where !example.isPartial {
        let before = changeCount
        if case .property(let id, let key) = example.slot { releaseConstant(of: key, in: id, for: example) }
        guard let type = type(at: example.slot) else { continue }
        let widened = reconcile(example.value, with: type, at: place(of: example), in: Context(example))
        if widened != type {
          setType(widened, at: example.slot)
          changed = true
        }
        if changeCount != before { changed = true }
      }
    }
  }

  /// Hands the examples over to the IR, each with its final type; equal ones of one place once.
  mutating func recordExamples() {
    var seen: [RecordedExample: Int] = [:]
    for example in examples {
      guard let type = type(at: example.slot) else { continue }
      if example.isPartial, !fits(example.value, type) {
        report.add(
          Diagnostic(
            .ignoredText,
            "the example is no value of the whole of `\(example.path)` and is left out",
            at: example.value.span,
            severity: .note
          )
        )
        continue
      }
      guard options.keepsExamples else { continue }
      let json = example.value.jsonText()
      let record = RecordedExample(slot: example.slot, json: json)
      if let earlier = seen[record] {
        api.examples[earlier].repeats.append(example.value.span)
        continue
      }
      seen[record] = api.examples.count
      let core = type.asValue
      api.examples.append(Example(type: core, label: example.label, json: json, span: example.value.span))
    }
  }

  /// What makes two examples the same.
  private struct RecordedExample: Hashable {
    var slot: ExampleSlot
    var json: String
  }

  /// The present type of an example's place.
  func type(at slot: ExampleSlot) -> TypeRef? {
    switch slot {
    case .named(let key):
      guard case .done(let type) = namedTypes[key] else { return nil }
      return type
    case .property(let id, let key):
      guard case .structure(let structure) = api[id].kind else { return nil }
      return finder.index(of: key, in: structure.properties, of: id).map { structure.properties[$0].type }
    case .element(let id, let index):
      guard case .tuple(let tuple) = api[id].kind else { return nil }
      return index.map { tuple.elements[$0].type } ?? tuple.rest
    case .parameter(let operation, let name, let location):
      let parameters = api.operations[operation].parameters
      return finder.parameter(name, in: location, of: parameters, operation: operation).map { parameters[$0].type }
    case .request(let operation): return api.operations[operation].body?.content.type
    case .response(let operation, let response, let content):
      return api.operations[operation].responses[response].contents[content].type
    }
  }

  /// Gives an example's place another type.
  private mutating func setType(_ type: TypeRef, at slot: ExampleSlot) {
    switch slot {
    case .named(let key): namedTypes[key] = .done(type)
    case .element(let id, let index):
      guard case .tuple(var tuple) = api[id].kind else { return }
      if let index { tuple.elements[index].type = type } else { tuple.rest = type }
      update(id, .tuple(tuple))
    case .property(let id, let key):
      updateProperty(key, of: id) {
        $0.type = type
        if $0.origin == .declared { $0.typeOrigin = .example }
      }
    case .parameter(let operation, let name, let location):
      let parameters = api.operations[operation].parameters
      guard let index = finder.parameter(name, in: location, of: parameters, operation: operation) else { return }
      api.operations[operation].parameters[index].type = type
      api.operations[operation].parameters[index].typeOrigin = .example
    case .request(let operation):
      api.operations[operation].body?.content.type = type
      api.operations[operation].body?.content.typeOrigin = .example
    case .response(let operation, let response, let content):
      api.operations[operation].responses[response].contents[content].type = type
      api.operations[operation].responses[response].contents[content].typeOrigin = .example
    }
  }

  /// The place of an example, for the names and messages of what it adds.
  func place(of example: FoundExample) -> Place {
    let path = example.path
    switch example.slot {
    case .named(let key):
      let named = schemaIndex[key].map { description.schemas[$0] }
      return Place(
        parent: nil,
        hint: .component(named?.name ?? display(key)),
        path: named?.name ?? display(key),
        span: named?.schema.span ?? example.value.span
      )
    case .property(let id, let key):
      guard case .structure(let structure) = api[id].kind,
        let index = finder.index(of: key, in: structure.properties, of: id)
      else { break }
      return Place(
        parent: id,
        hint: .property(key, isElement: false),
        path: path,
        span: structure.properties[index].span
      )
    case .element(let id, let index):
      guard case .tuple(let tuple) = api[id].kind else { break }
      let name = index.map { tuple.elements[$0].name } ?? "item"
      return Place(parent: id, hint: .variant(name), path: path, span: api[id].span)
    case .parameter(let operation, let name, let location):
      let parameters = api.operations[operation].parameters
      let index = finder.parameter(name, in: location, of: parameters, operation: operation)
      return Place(
        parent: nil,
        hint: .operation(operation, .parameter(name)),
        path: path,
        span: index.map { parameters[$0].span } ?? example.value.span
      )
    case .request(let operation):
      let described = description.operations[operation].requestBody
      return Place(
        parent: nil,
        hint: .operation(operation, .request),
        path: path,
        span: described?.contents.first?.schema?.span ?? described?.span ?? example.value.span
      )
    case .response(let operation, let response, let content):
      let described = description.operations[operation].responses[response]
      let status = api.operations[operation].responses[response].status
      var role = OperationRole.response
      if !status.isSuccess {
        if case .code(let code) = status { role = .failure(status: code) } else { role = .failure(status: nil) }
      }
      return Place(
        parent: nil,
        hint: .operation(operation, role),
        path: path,
        span: described.contents[content].schema?.span ?? described.span
      )
    }
    return Place(parent: nil, hint: .variant("value"), path: path, span: example.value.span)
  }
}

extension TypeRef {
  /// The type of a value by itself: boxes belong to the place, not to the value.
  fileprivate var asValue: TypeRef {
    switch self {
    case .boxed(let inner): inner.asValue
    case .nullable(let inner): .nullable(inner.asValue)
    default: self
    }
  }
}
