/// Writes text into URLs (RFC 3986, section 2).
enum PercentEncoding {
  /// Encodes everything but unreserved characters: letters, digits, `-`, `.`, `_` and `~`.
  static func encode(_ text: String) -> String {
    // Most parameters are plain words and numbers.
    text.utf8.allSatisfy(isUnreserved) ? text : encode(text.utf8, keeping: isUnreserved)
  }

  /// Encodes everything but unreserved and reserved characters and what is encoded already (RFC 6570, section 3.2.3);
  /// the number sign, which would end a query, is encoded all the same.
  static func encodeReserved(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var position = -1
    return encode(bytes) { byte in
      position += 1
      if byte == UInt8(ascii: "%") { return bytes.dropFirst(position + 1).prefix(2).count { isHexDigit($0) } == 2 }
      return isUnreserved(byte) || "!$&'()*+,;=:@/?[]".utf8.contains(byte)
    }
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
  static func encodeForm(_ text: String) -> String {
    let result = encode(text.utf8) {
      isUnreserved($0) && $0 != UInt8(ascii: "~") || $0 == UInt8(ascii: "*") || $0 == 0x20
    }
    return result.utf8.contains(0x20) ? result.replacing(" ", with: "+") : result
  }

  /// Encodes what no path or query may hold and leaves the rest, also what is encoded already.
  static func encodeIllegal(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ isUnreserved($0) || $0 == UInt8(ascii: "/") }) { return String(text) }
    return encode(text.utf8) { isUnreserved($0) || "%!$&'()*+,;=:@/?[]".utf8.contains($0) }
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
      if keeping(byte) {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        result.append(digit(byte >> 4))
        result.append(digit(byte & 15))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The hexadecimal digit of a number below 16.
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
