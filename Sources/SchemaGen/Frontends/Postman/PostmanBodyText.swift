/// JSON as Postman's users write it: with comments, and with `{{variables}}` where values stand.
struct PostmanBodyText {
  /// The text as JSON: comments are left out, and variables outside of strings have values.
  private(set) var json = ""
  /// The names of variables that stand where values do, and are not known.
  private(set) var unknown: [String] = []

  /// Values that Postman makes up and that are no strings.
  private static let dynamic: [String: String] = [
    "$timestamp": "1700000000", "$randomInt": "42", "$randomBoolean": "true", "$randomPrice": "42.5",
  ]

  /// Goes over a text once; `variables` knows the values of names.
  init(_ text: String, variables: PostmanVariables) {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var isString = false
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (byte, next) {
      case (UInt8(ascii: "\\"), _) where isString:
        output.append(byte)
        if index + 1 < bytes.count { output.append(next) }
        index += 2
      case (UInt8(ascii: "\""), _):
        isString.toggle()
        output.append(byte)
        index += 1
      case (UInt8(ascii: "/"), UInt8(ascii: "/")) where !isString:
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case (UInt8(ascii: "/"), UInt8(ascii: "*")) where !isString:
        index += 2
        while index < bytes.count, !(bytes[index] == UInt8(ascii: "/") && bytes[index - 1] == UInt8(ascii: "*")) {
          index += 1
        }
        index += 1
      case (UInt8(ascii: "{"), UInt8(ascii: "{")) where !isString && Self.opensVariable(bytes, at: index + 2):
        let start = index + 2
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
        let name = String(String(decoding: bytes[start..<end], as: UTF8.self)[...].trimmed)
        output += Array(value(of: name, variables).utf8)
        index = end + 2
      default:
        output.append(byte)
        index += 1
      }
    }
    json = String(decoding: output, as: UTF8.self)
  }

  /// Whether a variable's name stands behind two braces, and not an object in an object.
  private static func opensVariable(_ bytes: [UInt8], at start: Int) -> Bool {
    var index = start
    while index < bytes.count, index - start < 256, bytes[index] != 0x0A, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "}") { return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "}") }
      if bytes[index] == UInt8(ascii: "{") { return false }
      index += 1
    }
    return false
  }

  /// The JSON that stands for a variable outside of strings.
  private mutating func value(of name: String, _ variables: PostmanVariables) -> String {
    if let value = Self.dynamic[name] { return value }
    if name.hasPrefix("$") { return "\"{{\(name)}}\"" }
    guard let value = variables[name] else {
      unknown.append(name)
      return "null"
    }
    let text = variables.resolve(value)
    switch FieldKind(text) {
    case .integer, .number, .boolean: return text
    case .placeholder, .string: break
    }
    let start = text[...].trimmed
    if start.hasPrefix("{") || start.hasPrefix("[") || start == "null" { return text }
    unknown.append(name)
    return "null"
  }
}
