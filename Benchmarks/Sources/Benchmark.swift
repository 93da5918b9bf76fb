import Foundation
import SchemaDocument
import SchemaEmit
import SchemaGen
import SchemaSource

/// Measures the generator stage by stage on the release build and prints a table of medians.
@main
enum Benchmark {
  static func main() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let corpus = Corpus(root: root)
    var table = Table()
    try measureReading(corpus, &table)
    try measureGenerating(root, &table)
    print(table.text)
  }

  /// JSON and YAML text to nodes, beside Foundation's reader of the same bytes.
  private static func measureReading(_ corpus: Corpus, _ table: inout Table) throws {
    let json = corpus.json
    let file = SourceFile(id: FileID(0), path: "large.json", bytes: json.bytes)
    let ours = Sample.take(20) {
      var report = Report()
      precondition(JSONReader.read(file, report: &report) != nil)
    }
    table.add("read JSON (\(json.name))", ours, bytes: json.bytes.count)
    let data = Data(json.bytes)
    let foundation = try Sample.take(10) { _ = try JSONSerialization.jsonObject(with: data) }
    table.add(
      "the same by JSONSerialization",
      foundation,
      bytes: json.bytes.count,
      ratio: foundation.median / ours.median
    )
    let yaml = corpus.yaml
    let yamlFile = SourceFile(id: FileID(0), path: "large.yaml", bytes: yaml.bytes)
    let yamlSample = Sample.take(10) {
      var report = Report()
      precondition(YAMLReader.read(yamlFile, report: &report) != nil)
    }
    table.add("read YAML (\(yaml.name))", yamlSample, bytes: yaml.bytes.count)
  }

  /// All of `specs/`: in one process without touching the disk, and the whole command.
  private static func measureGenerating(_ root: URL, _ table: inout Table) throws {
    let documents = try Documents.all(in: root.appending(path: "specs"))
    let templates = TemplateSet()
    var options = Generator.Options(module: "GeneratedModels")
    options.makesTests = false
    let generator = Generator(configuration: Configuration(), options: options, templates: templates)
    var output = 0
    let inProcess = Sample.take(30) {
      output = generator.generate(documents).files.reduce(0) { $0 + $1.contents.utf8.count }
    }
    table.add("generate specs/ in memory", inProcess, bytes: output)
    let folder = FileManager.default.temporaryDirectory.appending(path: "schemagen-benchmark-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let tool = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "schemagen")
    let command = try Sample.take(30) {
      let process = Process()
      process.executableURL = tool
      process.arguments = [root.appending(path: "specs").path, "-o", folder.path]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      precondition(process.terminationStatus == 0, "schemagen failed")
    }
    table.add("schemagen specs/ -o DIR, whole process, nothing stale", command)
    let fresh = try Sample.take(30) {
      try? FileManager.default.removeItem(at: folder)
      let process = Process()
      process.executableURL = tool
      process.arguments = [root.appending(path: "specs").path, "-o", folder.path]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    }
    table.add("the same into an empty folder", fresh)
  }
}
