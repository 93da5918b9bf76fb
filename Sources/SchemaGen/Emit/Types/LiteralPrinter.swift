import SchemaIR

/// Writes constants of a document as Swift literals of a given type.
struct LiteralPrinter {
  let resolver: TypeResolver
  let names: NameTable

  /// The literal, or nil where a value of the type cannot be written as this literal.
  func text(_ literal: Literal, as type: TypeRef) -> String? {
    if case .null = literal { return nil }
    switch resolver.resolved(type) {
    case .scalar(let scalar): return LiteralPrinter.text(literal, as: scalar)
    case .unstated(.value), .unstated(.missing): return LiteralPrinter.text(literal, as: .json)
    case .declared(let id):
      guard case .enumeration(let enumeration) = resolver.api[id].kind else { return nil }
      guard enumeration.isOpen else {
        let index = enumeration.listed.first { enumeration.cases[$0.index].value == literal }?.index
        return index.map { ".\(names.members[id.index][$0].text)" }
      }
      return LiteralPrinter.text(literal, as: enumeration.rawType)
    default: return nil
    }
  }

  /// The literal of a scalar type, nil where the two do not go together.
  static func text(_ literal: Literal, as scalar: Scalar) -> String? {
    switch (scalar, literal) {
    case (.string, .string(let text)), (.json, .string(let text)): StringLiteral.quoted(text)
    case (_, .string(let text)) where scalar.keepsSpelling: StringLiteral.quoted(text)
    case (.boolean, .boolean(let value)), (.json, .boolean(let value)): String(value)
    case (.int, .integer(let value)), (.int64, .integer(let value)): String(value)
    case (.json, .integer(let value)), (.number, .integer(let value)): String(value)
    case (.int8, .integer(let value)): Int8(exactly: value).map { String($0) }
    case (.int16, .integer(let value)): Int16(exactly: value).map { String($0) }
    case (.int32, .integer(let value)): Int32(exactly: value).map { String($0) }
    case (.uint8, .integer(let value)): UInt8(exactly: value).map { String($0) }
    case (.uint16, .integer(let value)): UInt16(exactly: value).map { String($0) }
    case (.uint32, .integer(let value)): UInt32(exactly: value).map { String($0) }
    case (.uint, .integer(let value)), (.uint64, .integer(let value)): UInt64(exactly: value).map { String($0) }
    case (.double, .integer(let value)): Double(exactly: value).map { _ in String(value) }
    case (.float, .integer(let value)): Float(exactly: value).map { _ in String(value) }
    case (.double, .number(let text)), (.float, .number(let text)): number(text)
    // Any JSON keeps all digits: only a number that a `Double` spells in this way has a literal.
    case (.json, .number(let text)): number(text) == text ? text : nil
    default: nil
    }
  }

  /// A JSON number as a Swift literal; nil where it is none or is out of range.
  private static func number(_ text: String) -> String? {
    let isNumber = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isNumber, let value = Double(text), value.isFinite else { return nil }
    // The standard library's own spelling is always a literal: `5.` and `.5` are none.
    return value.description
  }
}
