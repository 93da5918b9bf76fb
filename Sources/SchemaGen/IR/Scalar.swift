/// A type that the runtime, Foundation or the standard library provides.
package enum Scalar: String, Hashable, Sendable, CaseIterable {
  case string, boolean
  case int, int8, int16, int32, int64
  case uint, uint8, uint16, uint32, uint64
  case double, float
  /// A number of up to 38 decimal digits, Foundation's `Decimal`.
  case decimal
  /// A number of any size and precision.
  case number
  /// Any JSON value, null included.
  case json
  /// Raw bytes: the body of a binary media type; in JSON the base64 form.
  case data
  /// A file in a multipart form.
  case file

  // Strings in a format that keep their spelling, and say what Foundation makes of it.
  case dateTime, calendarDate, timeOfDay, duration, uuidString, urlString, base64String

  // Foundation's own types, in the one spelling that they have.
  case date, uuid, url
}

extension Scalar {
  /// A JSON type.
  package enum JSONType: Hashable, Sendable { case string, boolean, integer, number, any }

  /// What values of the type are in JSON.
  package var jsonType: JSONType {
    switch self {
    case .string, .data, .file, .date, .uuid, .url: .string
    case .dateTime, .calendarDate, .timeOfDay, .duration, .uuidString, .urlString, .base64String: .string
    case .boolean: .boolean
    case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64: .integer
    case .double, .float, .decimal, .number: .number
    case .json: .any
    }
  }

  /// Whether the type is a string in a format that also keeps strings in no such format.
  package var keepsSpelling: Bool {
    switch self {
    case .dateTime, .calendarDate, .timeOfDay, .duration, .uuidString, .urlString, .base64String: true
    default: false
    }
  }
}
