import SchemaDescription
import SchemaDocument
import SchemaSource

/// A line that bounds a field's values: `>= 1`, `<= 64 字符`, or both glued together.
struct FieldBounds {
  /// One bound.
  private struct Bound {
    /// `>=`, `<=`, `>` or `<`.
    var sign: String
    /// The number as the page spells it.
    var number: String
  }

  /// The line.
  private let line: PageLine
  /// One or two bounds.
  private var bounds: [Bound] = []

  /// The words behind a number that say what is counted.
  private static let units: Set<String> = [
    "", "字符", "个字符", "characters", "character", "chars", "items", "item", "元素", "个元素", "项",
  ]

  /// Takes a line that is nothing but bounds.
  init?(_ line: PageLine) {
    self.line = line
    var rest = line.text
    guard let first = rest.first, "<>≤≥".contains(first), rest.utf8.count <= 60 else { return nil }
    while !rest.isEmpty {
      guard bounds.count < 2, let sign = [">=", "<=", "≥", "≤", ">", "<"].first(where: { rest.begins(with: $0) }) else {
        return nil
      }
      rest = rest.dropping(bytes: sign.utf8.count).trimmed
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
      guard Double(number)?.isFinite == true, number.first != "." else { return nil }
      rest = rest.dropping(bytes: number.utf8.count)
      let unit = rest.prefix { !"<>≤≥".contains($0) }
      guard Self.units.contains(unit.trimmed.lowercased()) else { return nil }
      rest = rest.dropping(bytes: unit.utf8.count).trimmed
      let plain = sign == "≥" ? ">=" : sign == "≤" ? "<=" : sign
      bounds.append(Bound(sign: plain, number: String(number)))
    }
  }

  /// The bounds as keywords for a schema: of numbers, of the length of text, of the count of elements.
  func constraints(of schema: RawSchema, in file: SourceFile) -> [RawConstraint] {
    bounds.compactMap { bound in
      guard let keyword = keyword(bound, schema.types.first { $0 != .null }) else { return nil }
      let isNumeric = keyword.hasSuffix("imum")
      // A length is a whole number.
      guard isNumeric || UInt32(bound.number) != nil else { return nil }
      return RawConstraint(keyword, Node(.number(bound.number), at: line.span(in: file)))
    }
  }

  /// The keyword of a bound (JSON Schema 2020-12 validation, section 6).
  private func keyword(_ bound: Bound, _ type: RawType?) -> String? {
    let isLower = bound.sign.hasPrefix(">")
    let isExclusive = bound.sign.utf8.count == 1
    switch type {
    case .integer, .number:
      return isExclusive ? isLower ? "exclusiveMinimum" : "exclusiveMaximum" : isLower ? "minimum" : "maximum"
    case .string: return isExclusive ? nil : isLower ? "minLength" : "maxLength"
    case .array: return isExclusive ? nil : isLower ? "minItems" : "maxItems"
    default: return nil
    }
  }
}
