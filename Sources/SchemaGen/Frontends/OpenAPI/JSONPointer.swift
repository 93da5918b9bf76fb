/// A place inside a document (RFC 6901).
struct JSONPointer: Hashable {
  /// The keys and indices from the root inwards, without escapes.
  var tokens: [String]

  /// Makes a pointer of its tokens.
  init(_ tokens: [String]) { self.tokens = tokens }

  /// Reads the URI fragment form (RFC 6901, section 6): `#/components/schemas/A`, or `#` for the whole document; nil
  /// where the text names another document or is an anchor.
  init?(reference: String) {
    guard reference.hasPrefix("#") else { return nil }
    let text = PathText.withoutPercentEscapes(reference.dropFirst())
    if text.isEmpty {
      tokens = []
      return
    }
    guard text.hasPrefix("/") else { return nil }
    tokens = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(Self.unescaped)
  }

  /// The pointer as a fragment without percent escapes: `#/paths/~1chat/get`; equal pointers have equal fragments.
  var fragment: String { "#" + tokens.map { "/" + Self.escaped($0) }.joined() }

  /// A token with `~` and `/` escaped (RFC 6901, section 3).
  static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var text = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// A token with its escapes undone (RFC 6901, section 4); a tilde that begins no escape stands for itself.
  private static func unescaped(_ token: Substring) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var bytes: [UInt8] = []
    var rest = token.utf8[...]
    while let byte = rest.popFirst() {
      switch (byte, rest.first) {
      case (UInt8(ascii: "~"), UInt8(ascii: "0")): rest = rest.dropFirst()
      case (UInt8(ascii: "~"), UInt8(ascii: "1")):
        rest = rest.dropFirst()
        bytes.append(UInt8(ascii: "/"))
        continue
      default: break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
