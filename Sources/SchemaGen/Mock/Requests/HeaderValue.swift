/// A header's value with its parameters (RFC 9110, section 5.6.6): `multipart/form-data; boundary="a b"`.
struct HeaderValue {
  /// What stands before the first semicolon.
  let value: String
  /// The parameters; names are lower case.
  private(set) var parameters: [String: String] = [:]

  /// Takes a value apart.
  init(_ text: String) {
    var parts = Self.split(text, at: ";")[...]
    value = parts.popFirst()?.trimmed ?? ""
    for part in parts {
      let name = part.prefix { $0 != "=" }
      guard name.count < part.count else { continue }
      let key = String(name).trimmed.lowercased()
      if parameters[key] == nil { parameters[key] = Self.unquoted(String(part.dropFirst(name.count + 1)).trimmed) }
    }
  }

  /// The parts of a text between separators; those in quotation marks do not count.
  static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == separator, !isQuoted {
        parts.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  /// A text without the quotation marks around it.
  static func unquoted(_ text: String) -> String {
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
