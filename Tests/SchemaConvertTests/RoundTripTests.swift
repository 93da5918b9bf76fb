import Foundation
import SchemaConvert
import SchemaDocument
import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

@Suite("Converted documents") struct RoundTripTests {
  /// A document, and the name under which exceptions list it.
  struct Input: CustomTestStringConvertible, Sendable {
    var name: String
    var url: URL

    var testDescription: String { name }
  }

  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the corpus, which is absent in a fresh clone.
  private static let corpus: URL =
    ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    ?? package.appending(path: "../shared/corpus").standardizedFileURL

  /// The documents of the package and of the corpus, each an API.
  static let inputs: [Input] =
    files(in: package.appending(path: "specs"), prefix: "specs")
    + ["openapi", "apifox", "share-text"].flatMap { files(in: corpus.appending(path: $0), prefix: $0) }

  /// The documents in a folder and in those within it.
  private static func files(in folder: URL, prefix: String) -> [Input] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) else {
      print("skipped: there is no \(prefix) beside the package; set SCHEMAGEN_CORPUS to the corpus' folder")
      return []
    }
    return names.sorted().flatMap { name -> [Input] in
      let url = folder.appending(path: name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
      if isFolder.boolValue { return files(in: url, prefix: "\(prefix)/\(name)") }
      return name.hasPrefix("schemagen.") ? [] : [Input(name: "\(prefix)/\(name)", url: url)]
    }
  }

  /// The documents whose Swift differs, and the files that do.
  private static let exceptions: [String: Set<String>] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "exceptions.txt")
    let lines = ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n")
    var table: [String: Set<String>] = [:]
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2 { table[parts[0], default: []].insert(parts[1]) }
    }
    return table
  }()

  /// What documents become, by path.
  private func swift(_ text: [UInt8], name: String) -> [String: String] {
    var options = Generator.Options(module: "Models")
    options.makesTests = true
    let generator = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
    let result = generator.generate([InputDocument(api: "api", path: name, bytes: text)])
    return Dictionary((result.files + result.tests).map { ($0.path, $0.contents) }, uniquingKeysWith: { $1 })
  }

  @Test("what is converted becomes the same Swift", arguments: inputs) func sameSwift(_ input: Input) throws {
    let bytes = [UInt8](try Data(contentsOf: input.url))
    let name = input.url.lastPathComponent
    let converter = Converter(configuration: Configuration(), form: .v3_1)
    let result = converter.convert([InputDocument(api: "api", path: name, bytes: bytes)])
    guard let api = result.apis.first else {
      // What is not read yet becomes nothing either way.
      #expect(result.report.hasErrors && swift(bytes, name: name).isEmpty)
      return
    }
    let (expected, found) = (swift(bytes, name: name), swift([UInt8](api.text(as: .yaml).utf8), name: name))
    let paths = Set(expected.keys).union(found.keys)
    let different = paths.filter { expected[$0] != found[$0] }
    if let folder = ProcessInfo.processInfo.environment["SCHEMAGEN_ROUND_TRIP"] {
      try keep(expected, found, different, folder)
    }
    #expect(different == Self.exceptions[input.name] ?? [])
    // JSON says the same as YAML.
    var report = Report()
    var sources = SourceMap()
    let yaml = sources.add(path: "openapi.yaml", bytes: [UInt8](api.text(as: .yaml).utf8))
    #expect(YAMLReader.read(yaml, report: &report).map { $0.jsonText(pretty: true) + "\n" } == api.text(as: .json))
  }

  /// Writes what differs to a folder, for looking at it.
  private func keep(
    _ expected: [String: String],
    _ found: [String: String],
    _ different: Set<String>,
    _ folder: String
  ) throws {
    for (side, files) in [("expected", expected), ("found", found)] {
      for path in different {
        let url = URL(filePath: folder).appending(path: side).appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try files[path].map { try $0.write(to: url, atomically: true, encoding: .utf8) }
      }
    }
  }
}
