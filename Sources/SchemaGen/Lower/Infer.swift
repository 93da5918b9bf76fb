import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// What an example makes of a place of which the document says little or nothing.
  mutating func fill(
    _ unstated: Unstated,
    from node: Node,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    switch (unstated, node.value) {
    case (.missing, _): return infer(node, at: place, in: context)
    case (.value, .object(let members)) where !members.isEmpty: return infer(node, at: place, in: context)
    case (.value, .array(let elements)) where elements.contains(where: { $0.members?.isEmpty == false }):
      return infer(node, at: place, in: context)
    case (.value, _): return .unstated(.value)
    case (.object, .object(let members)):
      guard !members.isEmpty else { return .unstated(.object) }
      let type = infer(node, at: place, in: context)
      // The document says "an object" and requires nothing of it: every key may be missing, others may come.
      if case .declared(let id) = type, case .structure = api[id].kind, api[id].origin == .example {
        updateStructure(id) { structure in
          for index in structure.properties.indices { structure.properties[index].presence = .optional }
          structure.additional = .kept(.scalar(.json))
        }
      }
      return type
    case (.object, _): return widen(.dictionary(.scalar(.json)), toCarry: node, at: place, in: context)
    }
  }

  /// The type that a value shows by itself.
  mutating func infer(_ node: Node, at place: Place, in context: Context) -> TypeRef {
    var context = context
    context.isQuiet = true
    switch node.value {
    case .null: return .nullable(.unstated(.missing))
    case .boolean: return .scalar(.boolean)
    case .string: return .scalar(.string)
    case .number(let text):
      if context.isSkeleton, !place.hint.countsSomething {
        return .scalar(Scalar.double.widened(toCarry: DecimalText(text)))
      }
      return .scalar(Scalar.int.widened(toCarry: DecimalText(text)))
    case .array(let elements):
      var element = TypeRef.unstated(.missing)
      for node in elements { element = reconcile(node, with: element, at: place.element(), in: context) }
      return .array(element)
    case .object(let members):
      if members.isEmpty { return .unstated(.object) }
      if node.isPlaceholderMap || node.hasNumericKeys {
        var value = TypeRef.unstated(.missing)
        for member in members {
          value = reconcile(member.value, with: value, at: place.element("{}"), in: context)
        }
        return .dictionary(value)
      }
      if let model = model(shapedLike: node) {
        report.add(
          .linkedByShape,
          "`\(place.path)` has the shape of `\(label(of: model))` and is given its type",
          at: node.span,
          notes: [.init("the model is documented here", at: api[model].span)]
        )
        return reconcile(node, with: .declared(model), at: place, in: context)
      }
      return inferStructure(members, of: node, at: place, in: context)
    }
  }

  /// A structure with the keys that an object shows.
  private mutating func inferStructure(
    _ members: [Member],
    of node: Node,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    let id = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .structure(Structure(properties: [])),
        origin: .example,
        span: node.span
      )
    )
    changeCount += 1
    if !context.isInferring {
      report.add(
        .inferredFromExample,
        "the document does not say what `\(place.path)` holds; the example does",
        at: node.span
      )
    }
    var context = context
    context.isInferring = true
    // Of a key that is there twice the last value counts.
    let values = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
    var seen: Set<String> = []
    for member in members where seen.insert(member.key).inserted {
      let value = values[member.key] ?? member.value
      let type = infer(value, at: place.property(member.key, of: id, at: member.keySpan), in: context)
      updateStructure(id) {
        $0.properties.append(
          Property(
            key: member.key,
            type: type,
            presence: context.isSkeleton ? .optional : .required,
            origin: .example,
            span: member.keySpan
          )
        )
      }
    }
    return .declared(id)
  }

  /// The named model that an untyped object is a value of: it has all keys of the object, requires none that is
  /// missing, and no other model comes as close.
  private func model(shapedLike node: Node) -> DeclID? {
    guard let members = node.members, members.count >= 2 else { return nil }
    let keys = Set(members.map(\.key))
    // All its keys are keys of the model: those that have the rarest one are few.
    let candidates = keys.map { modelsByKey[$0] ?? [] }.min { $0.count < $1.count } ?? []
    var best: (id: DeclID, size: Int)?
    var isTied = false
    for id in candidates {
      guard case .structure(let structure) = api[id].kind, structure.properties.count <= keys.count * 2 else {
        continue
      }
      let known = Set(structure.properties.map(\.key))
      guard keys.isSubset(of: known),
        structure.properties.allSatisfy({ $0.presence == .optional || keys.contains($0.key) }),
        fits(node, .declared(id))
      else { continue }
      if let current = best, structure.properties.count >= current.size {
        isTied = isTied || structure.properties.count == current.size
      } else {
        best = (id, structure.properties.count)
        isTied = false
      }
    }
    return isTied ? nil : best?.id
  }

  /// What messages call a declaration.
  func label(of id: DeclID) -> String {
    switch api[id].hint {
    case .component(let name), .property(let name, _), .variant(let name): name
    case .operation: "the operation's own type"
    }
  }
}

extension NameHint {
  /// Whether the place's name says that its numbers count or number something. A placeholder `0` stands for both
  /// integers and fractions, so the name is all there is to go by.
  var countsSomething: Bool {
    guard case .property(let key, _) = self else { return false }
    let words = key.split { !$0.isLetter }.map { $0.lowercased() }
    guard let last = words.last else { return false }
    return Self.countingWords.contains(last)
      || words.count > 1 && ["max", "min", "num", "top"].contains(words[0]) && last.hasSuffix("s")
  }

  /// Last words of names whose numbers have no fraction.
  private static let countingWords: Set<String> = [
    "at", "bytes", "code", "count", "created", "day", "end", "expires", "height", "id", "index", "length", "limit",
    "modified", "month", "n", "offset", "page", "port", "position", "rank", "seed", "size", "start", "status",
    "timestamp", "tokens", "total", "updated", "width", "year",
  ]
}

extension Node {
  /// Whether all keys are numbers, as in a map from ids.
  var hasNumericKeys: Bool {
    guard let members, !members.isEmpty else { return false }
    return members.allSatisfy { !$0.key.isEmpty && $0.key.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
