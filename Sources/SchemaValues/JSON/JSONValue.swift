/// Any JSON value; numbers keep their exact decimal value.
///
/// Two values are equal when they are the same JSON: object members in any order, numbers by value (`1` is `1.0`).
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; of members that share a name, the last one counts.
  case object([String: JSONValue])

  /// The type of the value.
  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number(let number): number.integer(as: Int.self) == nil ? .number : .integer
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether the value is `null`.
  public var isNull: Bool { self == .null }

  /// The boolean, or nil where the value is of another type.
  public var boolValue: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The integer, or nil where the value is not a number or does not fit exactly.
  public var intValue: Int? {
    if case .number(let number) = self { number.integer(as: Int.self) } else { nil }
  }

  /// The nearest `Double`, or nil where the value is not a number or is out of range.
  public var doubleValue: Double? {
    if case .number(let number) = self { number.double } else { nil }
  }

  /// The string, or nil where the value is of another type.
  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, or nil where the value is not an array.
  public var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, or nil where the value is not an object.
  public var objectValue: [String: JSONValue]? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member with this name; nil where there is none or the value is not an object.
  ///
  /// Setting a member of anything but an object makes an object of it first; setting nil removes the member.
  public subscript(_ key: String) -> JSONValue? {
    get { objectValue?[key] }
    set {
      var members = objectValue ?? [:]
      members[key] = newValue
      self = .object(members)
    }
  }

  /// The element at this index; nil where there is none or the value is not an array.
  public subscript(_ index: Int) -> JSONValue? {
    guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON text, object members sorted by name.
  public var description: String { JSONText.string(of: self) }
}
