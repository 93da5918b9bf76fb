import Foundation
import SchemaDescription
import SchemaDocument

/// What the constraints of a schema say of sizes and numbers; of several bounds the tightest one counts.
struct SampleBounds {
  private let constraints: [RawConstraint]

  /// Reads a schema's constraints.
  init(_ schema: RawSchema) { constraints = schema.constraints }

  /// The limit of a count, for example `minItems`; nil where there is none.
  func count(_ keyword: String) -> Int? {
    let values = numbers(keyword).map { NSDecimalNumber(decimal: $0).doubleValue }
    let limit = keyword.hasPrefix("min") ? values.max() : values.min()
    return limit.map { Int(max(0, min($0, 1e9))) }
  }

  /// The least number, and whether it is excluded.
  var least: (value: Decimal, isExcluded: Bool)? {
    bound("minimum", "exclusiveMinimum") { $0.value > $1.value || $0.value == $1.value && $0.isExcluded }
  }

  /// The greatest number, and whether it is excluded.
  var greatest: (value: Decimal, isExcluded: Bool)? {
    bound("maximum", "exclusiveMaximum") { $0.value < $1.value || $0.value == $1.value && $0.isExcluded }
  }

  /// What the number must be a multiple of.
  var divisor: Decimal? { numbers("multipleOf").first { $0 > 0 } }

  /// The regular expressions that a text must match.
  var patterns: [String] { constraints.filter { $0.keyword == "pattern" }.compactMap(\.value.string) }

  /// The tightest of the bounds; OpenAPI 3.0's boolean makes the bound beside it exclusive (section 4.7.24).
  private func bound(
    _ inclusive: String,
    _ exclusive: String,
    _ isTighter: ((value: Decimal, isExcluded: Bool), (value: Decimal, isExcluded: Bool)) -> Bool
  ) -> (value: Decimal, isExcluded: Bool)? {
    let isFlagged = constraints.contains { $0.keyword == exclusive && $0.value.boolean == true }
    let bounds =
      numbers(inclusive).map { (value: $0, isExcluded: isFlagged) }
      + numbers(exclusive).map { (value: $0, isExcluded: true) }
    return bounds.reduce(nil) { best, next in best.map { isTighter(next, $0) ? next : $0 } ?? next }
  }

  /// The numbers that a keyword states.
  private func numbers(_ keyword: String) -> [Decimal] {
    constraints.filter { $0.keyword == keyword }.compactMap { constraint in
      constraint.value.number.flatMap { Decimal(string: $0, locale: Locale(identifier: "en_US_POSIX")) }
    }
  }
}
