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
    ["SchemaRuntime", "SchemaValues", "HTTPTypes"].flatMap { target in
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

  /// The options that find the C modules of the package's dependencies: their headers, and the maps that the build
  /// has made.
  private var dependencyOptions: [String] {
    let files = FileManager.default
    let checkouts = URL(filePath: products).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "checkouts").path
    func names(_ folder: String) -> [String] { ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted() }
    let headers = names(checkouts).flatMap { package in
      names("\(checkouts)/\(package)/Sources").map { "\(checkouts)/\(package)/Sources/\($0)/include" }
    }.filter(files.fileExists)
    let maps = names(products).filter { $0.hasSuffix(".build") && !$0.hasSuffix("-tool.build") }
      .map { "\(products)/\($0)/module.modulemap" }.filter(files.fileExists)
    return headers.flatMap { ["-I", $0] } + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  /// The objects of another program of the package, without its own module's and those of the generator, which need
  /// libraries that nothing else does.
  private func objects(ofProgram name: String) throws -> [String] {
    let generator = ["Source", "Document", "Description", "Frontends", "IR", "Lower", "Emit", "Convert", "Mock", "Gen"]
    let others = generator.map { "/Schema\($0).build/" } + ["/SchemaMockServer.build/", "/CHTMLEvents.build/"]
    let list = try String(contentsOfFile: "\(products)/\(name).product/Objects.LinkFileList", encoding: .utf8)
    // Paths with spaces are quoted there, as a response file wants them.
    return list.split(separator: "\n").map(String.init).filter { line in
      !line.contains("/\(name).build/") && !others.contains(where: line.contains)
    }
  }

  /// Compiles and links a program that imports a module compiled into `folder`, with all that another program of the
  /// package is linked with.
  package func program(
    sources: [String],
    with folder: String,
    andLibrariesOf name: String,
    into path: String,
    errors: String
  ) throws -> Child.Outcome {
    let own = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".o") }
    let list = "\(folder)/objects"
    try (own.map { "\(folder)/\($0)" } + objects(ofProgram: name)).joined(separator: "\n")
      .write(toFile: list, atomically: false, encoding: .utf8)
    let arguments =
      options.filter { !["-g", "-enable-testing", "-enable-batch-mode"].contains($0) } + dependencyOptions + [
        "-module-name", "Calls", "-I", folder,
      ]
      + sources + ["@\(list)", Self.cxxLibrary, "-o", path]
    return try Child(path: "swiftc", arguments: arguments).run(output: errors, errors: errors + ".more")
  }

  /// The library of C++, which BoringSSL is linked with.
  private static var cxxLibrary: String {
    #if canImport(Darwin)
      "-lc++"
    #else
      "-lstdc++"
    #endif
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
