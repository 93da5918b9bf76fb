import Foundation
import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// Every folder in `Cases` is a case: `input.*` goes in, as `schemagen.yaml` has it where there is one; `expected/`, `ir.txt` and `diagnostics.txt` must come out.
/// The expected files are part of this very target: they are compiled, and their example tests run, with it.
@Suite struct GoldenTests {
  @Test(arguments: try GoldenCase.all())
  func `output is as recorded`(golden: GoldenCase) throws {
    let produced = try golden.produce()
    if GoldenCase.isRecording {
      try golden.record(produced)
      Issue.record("recorded \(golden.name); look at the difference, then run the tests without recording")
      return
    }
    let recorded = try golden.recorded()
    for path in Set(produced.keys).union(recorded.keys).sorted() {
      #expect(recorded[path] == produced[path], "\(golden.name)/\(path)")
    }
  }

  @Test(arguments: try GoldenCase.all())
  func `output is the same again`(golden: GoldenCase) throws {
    #expect(try golden.produce() == golden.produce())
  }
}

/// One folder of `Cases`.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let folder: URL
  /// The folder's name, which is also the API's.
  var name: String { folder.lastPathComponent }
  var testDescription: String { name }

  /// Whether this run writes what it finds instead of comparing.
  static let isRecording = ProcessInfo.processInfo.environment["SCHEMAGEN_RECORD"] == "1"

  /// All cases, by name.
  static func all() throws -> [GoldenCase] {
    let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    return try FileManager.default.contentsOfDirectory(at: cases, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .map(GoldenCase.init).sorted { $0.name < $1.name }
  }

  /// Everything that the case's inputs become, by path within the folder.
  func produce() throws -> [String: String] {
    let documents = try inputs()
    #expect(!documents.isEmpty, "\(name) has no input")
    var options = Generator.Options(module: "expected")
    options.makesTests = true
    options.dumpsIR = true
    options.testsImportModule = false
    var sources = SourceMap()
    var report = Report()
    var configuration = Configuration()
    if let data = try? Data(contentsOf: folder.appending(path: Configuration.fileNames[0])) {
      let file = sources.add(path: Configuration.fileNames[0], bytes: [UInt8](data))
      configuration = Configuration(reading: file, report: &report)
    }
    let generator = Generator(configuration: configuration, options: options, templates: TemplateSet())
    let result = generator.generate(documents, sources: sources, report: report)
    var files: [String: String] = [:]
    for file in result.files { files[file.path] = file.contents }
    for file in result.tests { files["expected/\(file.path.split(separator: "/").last ?? "")"] = file.contents }
    files["ir.txt"] = result.dumps.map(\.text).joined()
    var renderer = DiagnosticRenderer(sources: result.sources)
    files["diagnostics.txt"] = renderer.text(of: result.report.diagnostics)
    return files
  }

  /// The case's documents: files beside each other that are called `input`, or a tree of them in a folder `input`.
  private func inputs() throws -> [InputDocument] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { name in
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      return name.hasPrefix("input") && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    return try names.map { path in
      InputDocument(api: name, path: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: path))))
    }
  }

  /// The files that are there, by path within the folder.
  func recorded() throws -> [String: String] {
    var files: [String: String] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)
    while let name = names?.nextObject() as? String {
      let isExpected = name.hasPrefix("expected/") && name.hasSuffix(".swift")
      guard isExpected || name == "ir.txt" || name == "diagnostics.txt" else { continue }
      files[name] = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return files
  }

  /// Replaces what is there.
  func record(_ files: [String: String]) throws {
    try? FileManager.default.removeItem(at: folder.appending(path: "expected"))
    for (path, text) in files {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }
}
