#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Bytes in base64, `format: byte` (RFC 4648), as they are spelled: with line breaks, in the alphabet for URLs, without
/// padding.
public struct Base64String: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells bytes in the usual alphabet with padding, or in the one for URLs without (RFC 4648, sections 4 and 5).
  public init(_ data: Data, isURLSafe: Bool = false) {
    let text = data.base64EncodedString()
    guard isURLSafe else {
      rawValue = text
      return
    }
    let bytes = text.utf8.prefix { $0 != UInt8(ascii: "=") }.map { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: byte
      }
    }
    rawValue = String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes, whichever alphabet they are in; nil where the string is not base64.
  public var data: Data? {
    var digits: [UInt8] = []
    digits.reserveCapacity(rawValue.utf8.count + 3)
    var padding = 0
    for byte in rawValue.utf8 {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: continue
      case UInt8(ascii: "="): padding += 1
      case _ where padding > 0: return nil
      case UInt8(ascii: "-"): digits.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): digits.append(UInt8(ascii: "/"))
      default: digits.append(byte)
      }
    }
    guard padding == 0 || padding < 3 && (digits.count + padding) % 4 == 0 else { return nil }
    while digits.count % 4 != 0 { digits.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(digits))
  }
}
