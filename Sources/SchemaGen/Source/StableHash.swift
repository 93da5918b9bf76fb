/// A hash that is the same in every run and on every machine (FNV-1a, 64 bits).
package enum StableHash {
  /// The hash of a text's UTF-8 bytes.
  package static func value(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Which of some parts a text belongs to, from 0.
  package static func part(of text: String, among count: Int) -> Int { Int(value(text) % UInt64(count)) }

  /// Eight upper-case hexadecimal digits that tell one raw name from another.
  package static func suffix(_ text: String) -> String {
    let hash = value(text)
    let digits = String((hash ^ (hash >> 32)) & 0xFFFF_FFFF, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
