/// Checks that a model carries a document there and back.
public enum RoundTrip {
  /// Decodes the text, encodes the value again and compares both as JSON: numbers by exact decimal value, strings by
  /// code point, object members in any order.
  ///
  /// - Returns: a line for each difference, for example `choices[0].text: expected null, found nothing`; sorted by
  ///   place, empty where nothing is lost.
  /// - Throws: `JSONParsingError` where the text is not JSON, `DecodingError` where it does not fit the model,
  ///   `EncodingError` where the value cannot be written again.
  public static func differences<T: Codable>(of type: T.Type, json: String) throws -> [String] {
    let original = try JSONValue(parsing: json)
    let value = try JSONValueDecoder(original).decode(type)
    return differences(from: original, to: try JSONValue(parsing: JSONCoding.bytes(value)))
  }

  /// A line for each difference between two values.
  package static func differences(from original: JSONValue, to copy: JSONValue) -> [String] {
    var lines: [String] = []
    compare(original, copy, at: [], into: &lines)
    return lines
  }

  /// Adds the differences between two values at a place; nil stands for nothing.
  private static func compare(
    _ original: JSONValue?,
    _ copy: JSONValue?,
    at path: [KeyPathText.Step],
    into lines: inout [String]
  ) {
    switch (original, copy) {
    case (.object(let before)?, .object(let after)?):
      for key in Set(before.keys).union(after.keys).sorted() {
        compare(before[key], after[key], at: path + [.key(key)], into: &lines)
      }
    case (.array(let before)?, .array(let after)?):
      for index in 0..<max(before.count, after.count) {
        let (left, right) = (index < before.count ? before[index] : nil, index < after.count ? after[index] : nil)
        compare(left, right, at: path + [.index(index)], into: &lines)
      }
    case (.string(let before)?, .string(let after)?) where before.utf8.elementsEqual(after.utf8): break
    case (.string?, .string?): lines.append(line(original, copy, at: path))
    default: if original != copy { lines.append(line(original, copy, at: path)) }
    }
  }

  /// One difference.
  private static func line(_ original: JSONValue?, _ copy: JSONValue?, at path: [KeyPathText.Step]) -> String {
    let place = path.isEmpty ? "the value" : KeyPathText.text(path)
    return "\(place): expected \(text(original)), found \(text(copy))"
  }

  /// A value in a line; long ones are cut.
  private static func text(_ value: JSONValue?) -> String {
    guard let value else { return "nothing" }
    let text = value.description
    return text.count > 80 ? text.prefix(80) + "…" : text
  }
}
