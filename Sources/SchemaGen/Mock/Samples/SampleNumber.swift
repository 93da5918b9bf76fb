import Foundation

/// Makes numbers within bounds.
enum SampleNumber {
  /// How far numbers are from the bound that is known.
  private static let spread = Decimal(99)
  /// How large a bound may be to mean anything: tools write the limits of 64 bits, rounded beyond these.
  private static let boundLimit = Decimal(1_000_000_000_000_000)

  /// An integer in JSON's spelling.
  static func integer(_ bounds: SampleBounds, using random: inout SeededGenerator) -> String {
    var (low, high) = range(bounds, usual: 1)
    low = whole(low, .up)
    high = whole(high, .down)
    if let least = bounds.least, least.isExcluded, low == least.value { low += 1 }
    if let greatest = bounds.greatest, greatest.isExcluded, high == greatest.value { high -= 1 }
    if let divisor = bounds.divisor { return multiple(of: divisor, low, high, using: &random) }
    return text(low + offset(high - low, using: &random))
  }

  /// A number in JSON's spelling.
  static func number(_ bounds: SampleBounds, using random: inout SeededGenerator) -> String {
    let (low, high) = range(bounds, usual: 0)
    if let divisor = bounds.divisor { return multiple(of: divisor, low, high, using: &random) }
    // Eighths are exact in every floating-point type.
    let eighths = Decimal(UInt64.random(in: 1...7, using: &random))
    return text(low + (high - low) * eighths / 8)
  }

  /// The bounds, with one where the document has none.
  private static func range(_ bounds: SampleBounds, usual: Decimal) -> (low: Decimal, high: Decimal) {
    let least = bounds.least.flatMap { $0.value < -boundLimit ? nil : $0.value }
    let greatest = bounds.greatest.flatMap { $0.value > boundLimit ? nil : $0.value }
    return switch (least, greatest) {
    case (let low?, let high?): (low, max(low, min(high, low + spread)))
    case (let low?, nil): (low, low + spread)
    case (nil, let high?): high >= usual ? (usual, min(high, usual + spread)) : (high - spread, high)
    case (nil, nil): (usual, usual + spread)
    }
  }

  /// A multiple of a number within bounds.
  private static func multiple(
    of divisor: Decimal,
    _ low: Decimal,
    _ high: Decimal,
    using random: inout SeededGenerator
  ) -> String {
    let first = whole(low / divisor, .up)
    let last = max(first, whole(high / divisor, .down))
    return text((first + offset(last - first, using: &random)) * divisor)
  }

  /// A whole number from zero to a limit, and to a hundred.
  private static func offset(_ limit: Decimal, using random: inout SeededGenerator) -> Decimal {
    let most = max(0, min(100, NSDecimalNumber(decimal: limit).doubleValue))
    return Decimal(UInt64.random(in: 0...UInt64(most), using: &random))
  }

  /// The nearest whole number in a direction.
  private static func whole(_ value: Decimal, _ mode: NSDecimalNumber.RoundingMode) -> Decimal {
    var (source, result) = (value, Decimal())
    NSDecimalRound(&result, &source, 0, mode)
    return result
  }

  /// The number in JSON's spelling.
  private static func text(_ value: Decimal) -> String { "\(value)" }
}
