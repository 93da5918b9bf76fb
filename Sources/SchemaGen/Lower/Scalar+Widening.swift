import SchemaIR

extension Scalar {
  /// The narrowest number type that carries this one's values and another number without loss.
  func widened(toCarry number: DecimalText) -> Scalar {
    if carries(number) { return self }
    switch self {
    case .int8, .int16, .int32, .uint, .uint8, .uint16, .uint32, .uint64:
      return number.integer != nil ? .int64 : Scalar.double.or(number)
    case .int, .int64, .float: return Scalar.double.or(number)
    case .double, .decimal: return .number
    default: return self
    }
  }

  /// This type where it carries a number, else one that carries every number.
  private func or(_ number: DecimalText) -> Scalar { carries(number) ? self : .number }

  /// Whether a number is a value of the type, be it with a fraction of zero.
  private func carries(_ number: DecimalText) -> Bool {
    switch self {
    case .int, .int64: number.integer != nil
    case .int8: number.integer.flatMap(Int8.init(exactly:)) != nil
    case .int16: number.integer.flatMap(Int16.init(exactly:)) != nil
    case .int32: number.integer.flatMap(Int32.init(exactly:)) != nil
    case .uint8: number.integer.flatMap(UInt8.init(exactly:)) != nil
    case .uint16: number.integer.flatMap(UInt16.init(exactly:)) != nil
    case .uint32: number.integer.flatMap(UInt32.init(exactly:)) != nil
    case .uint, .uint64: number.unsignedInteger != nil
    case .float: number.isExactFloat
    case .double: number.isExactDouble
    case .decimal: number.isExactDecimal
    default: true
    }
  }

  /// What messages call the type.
  var title: String {
    switch self {
    case .string: "string"
    case .boolean: "boolean"
    case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64: "integer"
    case .float, .double, .decimal: "number"
    case .number: "exact number"
    case .json: "any JSON"
    case .data: "bytes"
    case .file: "a file"
    case .dateTime, .date: "date-time"
    case .calendarDate: "date"
    case .timeOfDay: "time"
    case .duration: "duration"
    case .uuidString, .uuid: "uuid"
    case .urlString, .url: "uri"
    case .base64String: "base64"
    }
  }

  /// What messages call the type beside another one: by its size where the other has the same title.
  func title(beside other: Scalar) -> String { title == other.title ? rawValue : title }
}
