import Foundation
import SchemaGen
import SchemaSource
import Testing

/// `Docs/schemagen.schema.json` says what the reader does.
@Suite struct ConfigurationSchemaTests {
  /// One place of a configuration with what the schema says of the value there.
  struct Place: CustomTestStringConvertible, Sendable {
    /// The keys that lead there; a list's entry is under no key.
    var path: [String]
    /// A value that is allowed, as JSON text.
    var right: String
    /// Values that are not.
    var wrong: [String]

    var testDescription: String { path.joined(separator: ".") }

    /// A configuration, which JSON text is as well, with a value at the place.
    func text(_ value: String) -> String {
      path.reversed().reduce(value) { inner, key in "{\"\(key)\": \(inner)}" }
    }
  }

  /// The checked-in schema.
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Docs/schemagen.schema.json").standardizedFileURL

  @Test("Docs/schemagen.schema.json is up to date; SCHEMAGEN_RECORD=1 writes it") func upToDate() throws {
    let old = try? String(contentsOf: Self.file, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["SCHEMAGEN_RECORD"] == "1"
    if isRecording, old != ConfigurationSchema.json {
      try ConfigurationSchema.json.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(old == ConfigurationSchema.json, "run `make golden` and look at the difference")
  }

  @Test("every key of the schema takes what the schema allows", arguments: try places())
  func right(_ place: Place) {
    #expect(problems(place.text(place.right)) == [], "\(place.text(place.right))")
  }

  @Test("every key of the schema refuses what the schema does not allow", arguments: try places())
  func wrong(_ place: Place) {
    for value in place.wrong {
      let text = place.text(value)
      #expect(problems(text).contains { $0 == .error }, "\(text)")
    }
  }

  @Test("no object of the schema takes a key that the schema does not have", arguments: try places())
  func unknown(_ place: Place) {
    guard place.right.hasPrefix("{"), !place.wrong.isEmpty, place.isObject else { return }
    #expect(problems(place.text("{\"no-such-key\": 1}")) != [], "\(place.path)")
  }

  @Test("the walk reaches the deepest keys") func depth() throws {
    let names = try Set(Self.places().map { $0.path.joined(separator: ".") })
    for name in ["module", "filter.include.tags", "naming.cases.names.Pet.status.in-stock", "apis.petstore.namespace"] {
      #expect(names.contains(name), "\(name)")
    }
  }

  /// The severities of what reading a text reports.
  private func problems(_ text: String) -> [Severity] {
    var sources = SourceMap()
    var report = Report()
    let file = sources.add(path: "schemagen.yaml", bytes: Array(text.utf8))
    _ = Configuration(reading: file, report: &report)
    return report.diagnostics.map(\.severity)
  }

  /// Every place that the schema knows.
  private static func places() throws -> [Place] {
    let root = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.json.utf8))
    return places(of: root as? [String: Any] ?? [:], at: [])
  }

  /// The places within a schema.
  private static func places(of schema: [String: Any], at path: [String]) -> [Place] {
    var found: [Place] = []
    if !path.isEmpty { found.append(Place(path: path, right: example(of: schema), wrong: mistakes(for: schema))) }
    for (key, value) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      let others = (schema["required"] as? [String] ?? []).filter { $0 != key }
      guard others.isEmpty else { continue }
      found += places(of: value, at: path + [key])
    }
    if let value = schema["additionalProperties"] as? [String: Any], let key = schema["x-example-key"] as? String {
      found += places(of: value, at: path + [key])
    }
    for alternative in schema["anyOf"] as? [[String: Any]] ?? [] where alternative["type"] as? String != "array" {
      found += places(of: alternative, at: path).dropFirst()
    }
    return found.sorted { $0.testDescription < $1.testDescription }
  }

  /// A value that a schema allows.
  private static func example(of schema: [String: Any]) -> String {
    if let words = schema["enum"] as? [String] { return "\"\(words.last ?? "")\"" }
    if let texts = schema["examples"] as? [String] { return "\"\(texts.first ?? "")\"" }
    if let minimum = schema["minimum"] as? Int { return String(minimum) }
    if let alternatives = schema["anyOf"] as? [[String: Any]] { return alternatives.first.map(example) ?? "" }
    if let value = schema["additionalProperties"] as? [String: Any], let key = schema["x-example-key"] as? String {
      return "{\"\(key)\": \(example(of: value))}"
    }
    let members = (schema["properties"] as? [String: [String: Any]] ?? [:]).sorted { $0.key < $1.key }
    return "{" + members.map { "\"\($0.key)\": \(example(of: $0.value))" }.joined(separator: ", ") + "}"
  }

  /// Values that a schema does not allow.
  private static func mistakes(for schema: [String: Any]) -> [String] {
    if schema["enum"] != nil { return ["\"no such word\"", "1", "[]", "{}", "null", "true"] }
    if schema["examples"] != nil { return ["1", "true", "\"\"", "null", "[]", "{}"] }
    if let maximum = schema["maximum"] as? Int { return ["\"1\"", "1.5", "-1", "\(maximum + 1)", "null", "[]", "{}"] }
    if let alternatives = schema["anyOf"] as? [[String: Any]] {
      let lists = alternatives.contains { $0["type"] as? String == "array" }
      return lists ? ["1", "[1]", "true"] : ["1", "[]", "true", "null"]
    }
    return ["1", "\"text\"", "[]", "true"]
  }
}

extension ConfigurationSchemaTests.Place {
  /// Whether the place holds an object with keys of its own, and not a map.
  fileprivate var isObject: Bool {
    !["apis", "names", "schemas", "formats"].contains(path.last ?? "") || path.dropLast().last == "include"
  }
}
