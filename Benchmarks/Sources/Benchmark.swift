import Foundation
import SchemaDescription
import SchemaDocument
import SchemaEmit
import SchemaFrontends
import SchemaGen
import SchemaIR
import SchemaLower
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
    measureStages(corpus, &table)
    try measureGenerating(root, &table)
    try measureDocuments(corpus, &table)
    print(table.text)
    print()
    print(Growth.table())
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

  /// Each later stage by itself, on the large JSON document.
  private static func measureStages(_ corpus: Corpus, _ table: inout Table) {
    let file = SourceFile(id: FileID(0), path: corpus.json.name, bytes: corpus.json.bytes)
    var report = Report()
    var description: APIDescription?
    let describing = Sample.take(10) { description = Frontends.describe(file, report: &report) }
    table.add("read and describe it", describing, bytes: corpus.json.bytes.count)
    guard let description else { preconditionFailure("the document could not be read") }
    var api = API(name: "large")
    let lowering = Sample.take(10) { api = Lowering.lower([description], name: "large", report: &report) }
    table.add("lower it", lowering)
    let templates = TemplateSet()
    let options = EmitOptions(module: "Models")
    var bytes = 0
    let emitting = Sample.take(10) {
      let files = Emitter.emit(api, options: options, templates: templates, report: &report)
      bytes = files.reduce(0) { $0 + $1.contents.utf8.count }
    }
    table.add("name and render it (\(api.declarations.count) declarations)", emitting, bytes: bytes)
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
    let command = Command(path: tool.path, arguments: [root.appending(path: "specs").path, "-o", folder.path])
    let unchanged = try Sample.take(30, command.run)
    table.add("schemagen specs/ -o DIR, whole process, nothing stale", unchanged)
    var run = 0
    let fresh = try Sample.take(30) {
      run += 1
      let arguments = [root.appending(path: "specs").path, "-o", folder.appending(path: "\(run)").path]
      try Command(path: tool.path, arguments: arguments).run()
    }
    table.add("the same into an empty folder", fresh)
  }

  /// The whole command on each of the large documents at hand.
  private static func measureDocuments(_ corpus: Corpus, _ table: inout Table) throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "schemagen-benchmark-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let tool = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "schemagen")
    for document in corpus.documents {
      let folder = output.appending(path: document.lastPathComponent).path
      let command = Command(path: tool.path, arguments: [document.path, "-o", folder, "--module", "Models", "--quiet"])
      table.add("schemagen \(document.lastPathComponent), whole process", try Sample.take(15, command.run))
    }
  }
}
