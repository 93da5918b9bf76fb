/// Writes text into URLs (RFC 3986, section 2).
package enum PercentEncoding {
  /// Encodes everything but unreserved characters: letters, digits, `-`, `.`, `_` and `~`.
  static func encode(_ text: String) -> String {
    // Most parameters are plain words and numbers.
    text.utf8.allSatisfy(isUnreserved) ? text : encode(text.utf8, keeping: isUnreserved)
  }

  /// Encodes what no path or query may hold (RFC 3986, sections 3.3 and 3.4): letters, digits, marks, delimiters and what
  /// is encoded already stay (RFC 6570, section 3.2.3), brackets and the number sign do not.
  static func encodeIllegal(_ text: some StringProtocol) -> String {
    var bytes = Array(text.utf8)[...]
    guard !bytes.allSatisfy(isLegal) else { return String(text) }
    var result: [UInt8] = []
    while let byte = bytes.popFirst() {
      let isEncoded = byte == UInt8(ascii: "%") && bytes.prefix(2).count { isHexDigit($0) } == 2
      if isEncoded || isLegal(byte) { result.append(byte) } else { append(byte, to: &result) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Undoes percent escapes.
  static func decode(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the byte is a hexadecimal digit.
  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Encodes as forms do (WHATWG URL, section 5.2): a space becomes `+`.
  package static func encodeForm(_ text: String) -> String {
    let result = encode(text.utf8) {
      isUnreserved($0) && $0 != UInt8(ascii: "~") || $0 == UInt8(ascii: "*") || $0 == 0x20
    }
    return result.utf8.contains(0x20) ? result.replacing(" ", with: "+") : result
  }

  /// Whether the byte may stand in a path and in a query as it is.
  private static func isLegal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ","), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"):
      true
    default: isUnreserved(byte)
    }
  }

  /// Whether the byte may stand in a URL as it is, anywhere.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Encodes all bytes that are not kept.
  private static func encode(_ bytes: some Sequence<UInt8>, keeping: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in bytes {
      if keeping(byte) { result.append(byte) } else { append(byte, to: &result) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Writes a byte as an escape.
  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let digits: StaticString = "0123456789ABCDEF"
    result += [UInt8(ascii: "%"), digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)]]
  }
}
