import Foundation
import SchemaDescription

/// Makes texts in the format that a schema asks for.
enum SampleText {
  private static let words = [
    "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "island", "juniper", "kelp", "lagoon",
    "meadow", "north", "orchard", "pebble", "quarry", "river", "summit", "timber", "upland", "valley", "willow",
    "zephyr",
  ]

  /// A text for a schema.
  static func text(for schema: RawSchema, using random: inout SeededGenerator) -> String {
    let bounds = SampleBounds(schema)
    if let pattern = bounds.patterns.first, var sample = PatternSample(pattern) {
      let text = sample.text(using: &random)
      // The pattern alone says nothing of the length.
      if let length = length(bounds), !length.contains(text.unicodeScalars.count) {
        for _ in 0..<16 {
          if let text = sample.text(of: length, using: &random) { return text }
        }
        // A pattern that says nothing of the end leaves room for more.
        if !pattern.contains("$") { return sized(text, bounds, using: &random) }
      }
      return text
    }
    if let text = formatted(schema.format ?? schema.formatOfContent, using: &random) { return text }
    return sized(words(2, using: &random), bounds, using: &random)
  }

  /// Some words with spaces between them.
  static func words(_ count: Int, using random: inout SeededGenerator) -> String {
    (0..<count).map { _ in words.randomElement(using: &random) ?? "word" }.joined(separator: " ")
  }

  /// How long a text may be, in scalars; nil where it may be as it is, or cannot be.
  private static func length(_ bounds: SampleBounds) -> ClosedRange<Int>? {
    let least = max(bounds.count("minLength") ?? 0, 0)
    let most = bounds.count("maxLength") ?? .max
    return least <= most ? least...most : nil
  }

  /// The text made longer or shorter.
  private static func sized(_ text: String, _ bounds: SampleBounds, using random: inout SeededGenerator) -> String {
    var text = text
    let least = min(bounds.count("minLength") ?? 0, 10_000)
    while text.utf8.count < least { text += " " + words(1, using: &random) }
    let most = max(bounds.count("maxLength") ?? .max, 0)
    if text.utf8.count > most {
      text = String(text.prefix(most))
      if text.hasSuffix(" ") { text = text.dropLast() + "s" }
    }
    return text
  }

  /// A text in a format (JSON Schema validation 2020-12, section 7.3, and OpenAPI's); nil for a format without a form.
  private static func formatted(_ format: String?, using random: inout SeededGenerator) -> String? {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    func day() -> String { "20\(two(number(20...29)))-\(two(number(1...12)))-\(two(number(1...28)))" }
    func time() -> String { "\(two(number(0...23))):\(two(number(0...59))):\(two(number(0...59)))Z" }
    func hex(_ count: Int) -> String {
      (0..<count).map { _ in String(number(0...15), radix: 16) }.joined()
    }
    func word() -> String { words.randomElement(using: &random) ?? "word" }
    switch format {
    case "date-time", "datetime": return "\(day())T\(time())"
    case "date": return day()
    case "time": return time()
    case "duration": return "PT\(number(1...59))M"
    case "uuid", "guid": return "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))"
    case "uri", "url", "iri", "http-url": return "https://example.com/\(word())"
    case "uri-reference", "iri-reference": return "/\(word())"
    case "uri-template": return "/\(word())/{id}"
    case "email", "idn-email": return "\(word())@example.com"
    case "hostname", "idn-hostname": return "\(word()).example.com"
    case "ipv4", "ip": return "192.0.2.\(number(1...254))"
    case "ipv6": return "2001:db8::\(hex(4))"
    case "byte", "base64", "base64url": return Data(words(3, using: &random).utf8.prefix(15)).base64EncodedString()
    case "json-pointer": return "/\(word())"
    case "regex": return "^[a-z]+$"
    case "phone", "phone-number": return "+1555\(number(1_000_000...9_999_999))"
    case "int64", "int32", "decimal": return "\(number(1...1000))"
    default: return nil
    }
  }
}
