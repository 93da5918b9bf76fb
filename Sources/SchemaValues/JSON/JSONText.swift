/// Writes compact JSON text.
package struct JSONText {
  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// The value as text.
  package static func string(of value: JSONValue) -> String {
    var text = JSONText()
    text.write(value)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  /// Writes a value; object members are sorted, because a dictionary has no order of its own.
  package mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write(raw: "null")
    case .boolean(let value): write(raw: value ? "true" : "false")
    case .number(let value): write(raw: value.description)
    case .string(let value): write(quoted: value)
    case .array(let elements):
      list("[", elements, "]") { $0.write($1) }
    case .object(let members):
      list("{", members.sorted { $0.key < $1.key }, "}") { text, member in
        text.write(quoted: member.key)
        text.write(raw: ":")
        text.write(member.value)
      }
    }
  }

  /// Writes brackets around elements with commas between them.
  package mutating func list<Elements: Sequence>(
    _ open: String,
    _ elements: Elements,
    _ close: String,
    _ write: (inout JSONText, Elements.Element) -> Void
  ) {
    self.write(raw: open)
    var isFirst = true
    for element in elements {
      if !isFirst { self.write(raw: ",") }
      isFirst = false
      write(&self, element)
    }
    self.write(raw: close)
  }

  /// Writes text as it is.
  package mutating func write(raw text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a string with quotation marks; escapes only what JSON says must be.
  package mutating func write(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write(raw: #"\""#)
      case UInt8(ascii: "\\"): write(raw: #"\\"#)
      case UInt8(ascii: "\n"): write(raw: #"\n"#)
      case UInt8(ascii: "\r"): write(raw: #"\r"#)
      case UInt8(ascii: "\t"): write(raw: #"\t"#)
      case 0..<0x20: write(raw: (byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
