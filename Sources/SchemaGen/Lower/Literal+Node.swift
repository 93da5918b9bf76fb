import SchemaDocument
import SchemaIR

extension Literal {
  /// The value that a property has where none is given; nil for null, and for what is in an array or an object.
  init?(initial node: Node) {
    switch node.value {
    case .null: return nil
    case .array(let elements) where elements.isEmpty: self = .emptyArray
    case .object(let members) where members.isEmpty: self = .emptyObject
    default: self.init(node)
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
