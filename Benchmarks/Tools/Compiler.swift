import Foundation

/// Compiles what was generated, as a debug build of a package does.
package struct Compiler {
  /// The products of the package's own debug build: `Modules/` and a folder of objects a target.
  package var products: String

  package init(products: String) { self.products = products }

  /// The options of a debug build, in which all files of a module are compiled together.
  private var options: [String] {
    [
      "-swift-version", "6", "-Onone", "-g", "-enable-testing", "-enable-batch-mode", "-parse-as-library",
      "-j\(ProcessInfo.processInfo.activeProcessorCount)", "-I", "\(products)/Modules",
    ]
  }

  /// The objects that generated code is linked with.
  private var runtimeObjects: [String] {
    ["SchemaRuntime", "HTTPTypes"].flatMap { target in
      let folder = "\(products)/\(target).build"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".o") }.map { "\(folder)/\($0)" }
    }
  }

  /// Compiles a module, each warning an error; its objects go into `folder`.
  package func module(_ name: String, sources: [String], into folder: String, errors: String) throws -> Child.Outcome {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var map: [String: [String: String]] = ["": ["swift-dependencies": "\(folder)/\(name).swiftdeps"]]
    for (index, source) in sources.enumerated() { map[source] = ["object": "\(folder)/\(index).o"] }
    try JSONEncoder().encode(map).write(to: URL(filePath: "\(folder)/map.json"))
    let list = "\(folder)/sources"
    try sources.joined(separator: "\n").write(toFile: list, atomically: false, encoding: .utf8)
    let arguments =
      options + ["-warnings-as-errors", "-module-name", name, "-c", "@\(list)"]
      + [
        "-emit-module", "-emit-module-path", "\(folder)/\(name).swiftmodule", "-output-file-map", "\(folder)/map.json",
      ]
    return try Child(path: "swiftc", arguments: arguments).run(output: errors, errors: errors + ".more")
  }

  /// Compiles and links a program that imports a module compiled into `folder`.
  package func program(sources: [String], with folder: String, into path: String, errors: String) throws
    -> Child.Outcome
  {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".o") }
    let list = "\(folder)/objects"
    try (names.map { "\(folder)/\($0)" } + runtimeObjects).joined(separator: "\n")
      .write(toFile: list, atomically: false, encoding: .utf8)
    let arguments =
      options.filter { !["-g", "-enable-batch-mode"].contains($0) } + [
        "-suppress-warnings", "-module-name", "RoundTrips", "-I", folder,
      ] + sources
      + ["@\(list)", "-o", path]
    return try Child(path: "swiftc", arguments: arguments).run(output: errors, errors: errors + ".more")
  }
}
