import SchemaDocument
import SchemaIR

extension Literal {
  /// The constant that a documented value is; nil where it is none that a literal can spell, as null is none.
  init?(_ node: Node) {
    switch node.value {
    case .string(let text): self = .string(text)
    case .boolean(let boolean): self = .boolean(boolean)
    case .number(let text): self = Int64(text).map(Literal.integer) ?? .number(text)
    case .array(let elements) where elements.isEmpty: self = .emptyArray
    case .object(let members) where members.isEmpty: self = .emptyObject
    case .null, .array, .object: return nil
    }
  }

  /// Whether the constant may be a value of a type as far as its JSON type goes.
  func isValue(of type: TypeRef, in api: API) -> Bool {
    switch (self, type.core) {
    case (.emptyArray, .array), (.emptyObject, .dictionary): return true
    case (.emptyArray, _), (.emptyObject, _), (.null, _): return false
    case (_, .scalar): return true
    case (_, .declared(let id)):
      if case .enumeration = api[id].kind { return true }
      return false
    default: return false
    }
  }
}
