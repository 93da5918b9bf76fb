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
  public var uuid: UUID? { UUID(uuidString: rawValue) }
}
