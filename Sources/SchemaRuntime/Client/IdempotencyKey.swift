#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// By what a server tells a repeated request from a new one; sent as `Idempotency-Key`.
public struct IdempotencyKey: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The key; nil for another one in each call.
  private let key: String?

  /// Another key in each call; the attempts of one call have the same.
  public static let random = IdempotencyKey(key: nil)

  /// A key, for one call alone.
  public init(_ key: String) { self.key = key }

  /// A key, for one call alone.
  public init(stringLiteral value: String) { key = value }

  /// Makes a key, or none yet.
  private init(key: String?) { self.key = key }

  /// The text to send.
  var text: String { key ?? UUID().uuidString.lowercased() }

  /// The key of one call.
  var settled: IdempotencyKey { IdempotencyKey(text) }
}
