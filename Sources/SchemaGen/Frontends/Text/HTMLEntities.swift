/// Characters that flattened pages leave escaped as in HTML.
enum HTMLEntities {
  /// The named references that occur in text; all others stay as they are.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  /// The text with character references replaced by their characters.
  static func decode(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    var result = ""
    var rest = Substring(text)
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      rest = rest[start...]
      let body = rest.dropping(bytes: 1)
      guard let end = body.utf8.prefix(10).firstIndex(of: UInt8(ascii: ";")),
        let character = character(of: body[..<end])
      else {
        result += "&"
        rest = body
        continue
      }
      result += character
      rest = body[end...].dropping(bytes: 1)
    }
    return result + rest
  }

  /// How many bytes of a text decode to at least so many bytes.
  static func length(of count: Int, in text: Substring) -> Int {
    var decoded = 0
    var rest = text
    while decoded < count, !rest.isEmpty {
      let next: Substring
      if rest.begins(with: "&"), let end = rest.utf8.prefix(11).firstIndex(of: UInt8(ascii: ";")) {
        next = rest[...end]
      } else {
        next = rest.prefix(1)
      }
      decoded += decode(next).utf8.count
      rest = rest[next.endIndex...]
    }
    return text.utf8.count - rest.utf8.count
  }

  /// What a reference without `&` and `;` stands for.
  private static func character(of name: Substring) -> String? {
    if let text = named[String(name)] { return text }
    guard name.begins(with: "#") else { return nil }
    let digits = name.dropping(bytes: 1)
    let isHexadecimal = digits.begins(with: "x") || digits.begins(with: "X")
    let code = isHexadecimal ? UInt32(digits.dropping(bytes: 1), radix: 16) : UInt32(digits)
    guard let code, code >= 0x20, let scalar = Unicode.Scalar(code) else { return nil }
    return String(Character(scalar))
  }
}
