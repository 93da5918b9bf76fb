import SchemaDocument
import SchemaIR

extension Lowerer {
  /// Whether a type carries a value as it is, there and back.
  func fits(_ node: Node, _ type: TypeRef) -> Bool {
    switch type {
    case .scalar(.json), .unstated(.value), .unstated(.missing), .external: return true
    case .nullable(let inner): return node.isNull || fits(node, inner)
    case .boxed(let inner): return fits(node, inner)
    case .unstated(.object): return node.members != nil
    case .scalar(let scalar): return fits(node, scalar)
    case .array(let element): return node.elements?.allSatisfy { fits($0, element) } ?? false
    case .dictionary(let value): return node.members?.allSatisfy { fits($0.value, value) } ?? false
    case .declared(let id):
      switch api[id].kind {
      case .alias(let target): return fits(node, target)
      case .enumeration(let enumeration): return fits(node, enumeration, id)
      case .structure(let structure): return fits(node, structure, id)
      case .tuple(let tuple): return fits(node, tuple)
      case .union(let union):
        guard case .property(let key) = union.tagging else {
          return variants(of: union, like: node).contains { fits(node, union.variants[$0].type) }
        }
        let tag = node[key]?.string
        let index = tag.flatMap { finder.variant(tagged: $0, in: union.variants, of: id) } ?? union.fallback
        return index.map { fits(node, union.variants[$0].type) } ?? true
      }
    }
  }

  /// The variants of a union told apart by shape that a value may be, by its JSON type. Arrays and objects that an
  /// enumeration lists are its values only where no other variant is an array or an object.
  func variants(of union: Union, like node: Node) -> [Int] {
    let alike = union.variants.indices.filter { isAlike(node, union.variants[$0].type) }
    guard node.composite != nil else { return alike }
    let others = alike.filter { !isEnumeration(union.variants[$0].type) }
    return others.isEmpty ? alike : others
  }

  /// Whether a type is an enumeration.
  private func isEnumeration(_ type: TypeRef) -> Bool {
    guard case .declared(let id) = type.core else { return false }
    switch api[id].kind {
    case .enumeration: return true
    case .alias(let target): return isEnumeration(target)
    case .structure, .tuple, .union: return false
    }
  }

  /// Whether a scalar carries a value without loss.
  private func fits(_ node: Node, _ scalar: Scalar) -> Bool {
    switch (scalar.jsonType, node.value) {
    case (.any, _), (.boolean, .boolean): true
    case (.string, .string(let text)): scalar.keepsSpelling || scalar.carries(text)
    case (.integer, .number(let text)), (.number, .number(let text)):
      scalar.widened(toCarry: DecimalText(text)) == scalar
    default: false
    }
  }

  /// Whether an enumeration carries a value.
  private func fits(_ node: Node, _ enumeration: Enumeration, _ id: DeclID) -> Bool {
    guard let value = Literal(node) else {
      return enumeration.rawKind == .value && node.composite.map(enumeration.unspelled.contains) ?? false
    }
    return enumeration.hasOthers && enumeration.holds(node) || finder.contains(value, in: enumeration.cases, of: id)
  }

  /// Whether a structure carries every key of an object.
  private func fits(_ node: Node, _ structure: Structure, _ id: DeclID) -> Bool {
    guard let members = node.members else { return false }
    let properties = structure.properties
    var isPresent = [Bool](repeating: false, count: properties.count)
    var next = 0
    for member in members {
      if let index = finder.index(of: member.key, in: properties, of: id, expected: next) {
        guard fits(member.value, properties[index].type), properties[index].carriesConstant(member.value) else {
          return false
        }
        isPresent[index] = true
        next = index + 1
      } else if case .kept(let type) = structure.additional {
        guard fits(member.value, type) else { return false }
      } else {
        return false
      }
    }
    return properties.indices.allSatisfy { isPresent[$0] || properties[$0].presence == .optional }
  }

  /// Whether a tuple carries every element of an array.
  private func fits(_ node: Node, _ tuple: Tuple) -> Bool {
    guard let elements = node.elements else { return false }
    for (index, element) in elements.enumerated() {
      guard let type = index < tuple.elements.count ? tuple.elements[index].type : tuple.rest else { return false }
      guard fits(element, type) else { return false }
    }
    return tuple.elements.dropFirst(elements.count).allSatisfy { $0.presence == .optional }
  }

  /// Whether a value is of the JSON type that a type has.
  func isAlike(_ node: Node, _ type: TypeRef) -> Bool {
    switch (type, node.value) {
    case (.nullable(let inner), _), (.boxed(let inner), _): return isAlike(node, inner)
    case (.unstated(.value), _), (.unstated(.missing), _), (.scalar(.json), _), (.external, _): return true
    case (.unstated(.object), .object), (.dictionary, .object), (.array, .array): return true
    case (.scalar(let scalar), .number): return scalar.jsonType == .integer || scalar.jsonType == .number
    case (.scalar(let scalar), .string): return scalar.jsonType == .string
    case (.scalar(let scalar), .boolean): return scalar.jsonType == .boolean
    case (.declared(let id), _):
      switch (api[id].kind, node.value) {
      case (.alias(let target), _): return isAlike(node, target)
      case (.structure, .object), (.tuple, .array): return true
      case (.enumeration(let enumeration), _): return enumeration.holds(node)
      case (.union(let union), _): return union.variants.contains { isAlike(node, $0.type) }
      default: return false
      }
    default: return false
    }
  }

  /// How much of a value a type of the same JSON type has a place for; the larger the closer.
  func closeness(_ node: Node, _ type: TypeRef) -> Int {
    switch type {
    case .nullable(let inner), .boxed(let inner): return closeness(node, inner)
    case .array(let element): return node.elements?.reduce(0) { $0 + closeness($1, element) } ?? 0
    case .declared(let id):
      guard case .structure(let structure) = api[id].kind, let members = node.members else { return 0 }
      let values = Dictionary(members.map { ($0.key, $0.value) }) { _, last in last }
      var score = 0
      for property in structure.properties {
        if let value = values[property.key] {
          score += fits(value, property.type) && property.carriesConstant(value) ? 3 : -1
        } else if property.presence == .required {
          score -= 2
        }
      }
      return score
    default: return fits(node, type) ? 1 : 0
    }
  }
}

extension Property {
  /// Whether a value agrees with the property's constant, if it has one.
  func carriesConstant(_ node: Node) -> Bool {
    guard case .constant(let constant) = initial, Literal(node) != constant else { return true }
    switch (constant, node.value) {
    case (.string(let text), .string(let value)): return text == value
    case (.boolean(let boolean), .boolean(let value)): return boolean == value
    case (.integer(let integer), .number(let value)): return DecimalText(value).integer == integer
    default: return false
    }
  }
}
