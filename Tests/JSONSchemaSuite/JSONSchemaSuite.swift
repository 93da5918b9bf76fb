import Foundation
import SchemaRuntime

/// JSON Schema's own test suite, draft 2020-12, as it lies in the corpus.
struct JSONSchemaSuite {
  /// A schema with instances.
  struct Group: Sendable {
    /// The file without `.json`.
    var file: String
    var description: String
    /// The schema as JSON text.
    var schema: String
    var instances: [Instance]

    /// What the list of exceptions calls an instance.
    func name(of instance: Instance) -> String {
      [file, description, instance.description].joined(separator: " | ")
    }
  }

  /// A value and whether the schema allows it.
  struct Instance: Sendable {
    var description: String
    var value: JSONValue
    var isValid: Bool
  }

  /// The suite, nil where the corpus is absent.
  static let groups: [Group]? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let corpus = ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    let folder = (corpus ?? package.appending(path: "../shared/corpus"))
      .appending(path: "json-schema-test-suite/tests/draft2020-12")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return nil }
    return names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)),
        let groups = try? JSONValue(parsing: data).arrayValue
      else { return [Group]() }
      return groups.map { Self.group($0, file: String(name.dropLast(5))) }
    }
  }()

  /// One entry of a file.
  private static func group(_ value: JSONValue, file: String) -> Group {
    Group(
      file: file,
      description: value["description"]?.stringValue ?? "",
      schema: value["schema"]?.description ?? "true",
      instances: (value["tests"]?.arrayValue ?? []).map { test in
        Instance(
          description: test["description"]?.stringValue ?? "",
          value: test["data"] ?? .null,
          isValid: test["valid"]?.boolValue ?? false
        )
      }
    )
  }

  /// The instances that are known to be judged otherwise, by who judges them: `rule` or `model`.
  ///
  /// - Throws: an error of Foundation where the list cannot be read.
  static func exceptions(_ judge: String) throws -> Set<String> {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "exceptions.txt")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    return Set(
      lines.filter { !$0.hasPrefix("#") }.compactMap { line in
        let parts = line.components(separatedBy: " | ")
        return parts.count == 5 && parts[0] == judge ? parts[1..<4].joined(separator: " | ") : nil
      }
    )
  }
}
