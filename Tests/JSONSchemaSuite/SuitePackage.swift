import Foundation
import SchemaEmit
import SchemaRuntime

/// A package that holds the models of all schemas of the suite and tries all instances with them.
struct SuitePackage {
  /// Where the package is written.
  let folder: URL

  /// Writes the package.
  ///
  /// - Throws: an error of Foundation where a file cannot be written.
  func write(_ groups: [JSONSchemaSuite.Group]) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    try write(Self.manifest(root.path(percentEncoded: false)), to: "Package.swift")
    try write(Self.check, to: "Sources/Suite/Check.swift")
    var calls: [String] = []
    for (number, group) in groups.enumerated() {
      let model = try SuiteModel(group, number: number)
      for file in model.files { try write(file.contents, to: "Sources/\(file.path)") }
      let instances = JSONValue.array(group.instances.map(\.value)).description
      try write(
        """
        import SchemaRuntime

        func check\(number)() {
          let instances = \(StringLiteral.raw(json: instances))
          Check.run(\(number), \(model.type).self, Schema\(number).rules[\(StringLiteral.quoted(model.rule))], instances)
        }

        """,
        to: "Sources/Suite/Check\(number).swift"
      )
      calls.append("check\(number)()\n")
    }
    try write(calls.joined(), to: "Sources/Suite/main.swift")
  }

  /// Writes a file unless it has the same content.
  private func write(_ text: String, to path: String) throws {
    let url = folder.appending(path: path)
    if let old = try? Data(contentsOf: url), old == Data(text.utf8) { return }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The package's manifest.
  private static func manifest(_ root: String) -> String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "Suite",
      platforms: [.macOS(.v13)],
      dependencies: [.package(name: "SchemaGen", path: \(StringLiteral.quoted(root)))],
      targets: [
        .executableTarget(
          name: "Suite",
          dependencies: [.product(name: "SchemaRuntime", package: "SchemaGen")],
          swiftSettings: [.treatAllWarnings(as: .error)]
        )
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  /// What tries the instances: a line for each, with the numbers of schema and instance and what became of it.
  private static let check = """
    import SchemaRuntime

    enum Check {
      static func run<T: Codable>(_ number: Int, _ type: T.Type, _ rule: SchemaRule, _ text: String) {
        guard let instances = try? JSONValue(parsing: text).arrayValue else { return }
        for (index, instance) in instances.enumerated() {
          print(number, index, outcome(instance, type, rule))
        }
      }

      static func outcome<T: Codable>(_ instance: JSONValue, _ type: T.Type, _ rule: SchemaRule) -> String {
        do {
          let value = try JSONCoding.decode(type, from: instance)
          do { try rule.validate(value) } catch { return "invalid" }
          return try RoundTrip.differences(of: type, json: instance.description).isEmpty ? "carried" : "lost"
        } catch {
          return "refused"
        }
      }
    }

    """
}
