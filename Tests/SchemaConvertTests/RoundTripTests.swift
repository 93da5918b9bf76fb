import Foundation
import SchemaConvert
import SchemaDocument
import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

@Suite("Converted documents") struct RoundTripTests {
  /// What documents become, by path.
  private func swift(_ documents: [InputDocument], _ configuration: Configuration) -> [String: String] {
    var options = Generator.Options(module: "Models")
    options.makesTests = true
    let generator = Generator(configuration: configuration, options: options, templates: TemplateSet())
    let result = generator.generate(documents)
    // The first line names the documents.
    return Dictionary(
      (result.files + result.tests).map { file in
        (
          file.path,
          file.contents.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
        )
      },
      uniquingKeysWith: { $1 }
    )
  }

  @Test("what is converted becomes the same Swift", arguments: RoundTripInput.all, OpenAPIForm.allCases)
  func sameSwift(_ input: RoundTripInput, _ form: OpenAPIForm) throws {
    let documents = try input.documents()
    let configuration = try input.settings()
    let result = Converter(configuration: configuration, form: form).convert(documents)
    let expected = swift(documents, configuration)
    guard let api = result.apis.first else {
      // What cannot be read becomes nothing either way.
      #expect(result.report.hasErrors && expected.isEmpty)
      return
    }
    let yaml = [UInt8](api.text(as: .yaml).utf8)
    // Of a document alone its name may be the API's, of several the folder is.
    let path = documents.count == 1 ? documents[0].path : "input.yaml"
    let found = swift([InputDocument(api: "api", path: path, bytes: yaml)], configuration)
    let different = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }
    if let folder = ProcessInfo.processInfo.environment["SCHEMAGEN_ROUND_TRIP"] {
      try keep(expected, found, different, "\(folder)/\(form.rawValue)/\(input.name)")
      try String(decoding: yaml, as: UTF8.self)
        .write(
          toFile: "\(folder)/\(form.rawValue)-\(input.name.replacing("/", with: "-")).yaml",
          atomically: true,
          encoding: .utf8
        )
    }
    #expect(different == RoundTripException.files(of: input.name, form))
    // JSON says the same as YAML.
    var report = Report()
    var sources = SourceMap()
    let file = sources.add(path: "openapi.yaml", bytes: yaml)
    #expect(YAMLReader.read(file, report: &report).map { $0.jsonText(pretty: true) + "\n" } == api.text(as: .json))
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
