#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A UUID, `format: uuid` (RFC 9562), as it is spelled: capitals stay capitals.
public struct UUIDString: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells a UUID in small letters.
  public init(_ uuid: UUID) { rawValue = uuid.uuidString.lowercased() }

  /// The UUID; nil where the string is none.
  public var uuid: UUID? {
    // Foundation's reader takes signs and spaces for digits.
    let bytes = rawValue.utf8
    let isPlain =
      bytes.count == 36
      && bytes.enumerated().allSatisfy { index, byte in
        [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : Character(Unicode.Scalar(byte)).isHexDigit
      }
    return isPlain ? UUID(uuidString: rawValue) : nil
  }
}
