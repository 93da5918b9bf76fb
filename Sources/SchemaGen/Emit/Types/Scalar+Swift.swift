import SchemaIR

extension Scalar {
  /// The Swift type.
  package var swiftType: String {
    switch self {
    case .string: "String"
    case .boolean: "Bool"
    case .int: "Int"
    case .int8: "Int8"
    case .int16: "Int16"
    case .int32: "Int32"
    case .int64: "Int64"
    case .uint: "UInt"
    case .uint8: "UInt8"
    case .uint16: "UInt16"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    case .double: "Double"
    case .float: "Float"
    case .decimal: "Decimal"
    case .number: "JSONNumber"
    case .json: "JSONValue"
    case .data: "Data"
    case .file: "FileUpload"
    case .dateTime: "DateTime"
    case .calendarDate: "CalendarDate"
    case .timeOfDay: "TimeOfDay"
    case .duration: "ISODuration"
    case .uuidString: "UUIDString"
    case .urlString: "URLString"
    case .base64String: "Base64String"
    case .date: "Date"
    case .uuid: "UUID"
    case .url: "URL"
    }
  }

  /// The name of the runtime's functions that read and write this type alone; nil where the general ones do.
  var accessor: String? {
    switch self {
    case .string: "string"
    case .boolean: "bool"
    case .int: "int"
    case .double: "double"
    case _ where keepsSpelling: "text"
    default: nil
    }
  }

  /// The module that declares the type; nil for the standard library's.
  var imports: Imports {
    switch self {
    case .json, .number, .file: .runtime
    case .data, .decimal, .date, .uuid, .url: .foundation
    case _ where keepsSpelling: .runtime
    default: []
    }
  }
}
