import Foundation
import SchemaDescription
import SchemaDocument
import SchemaSource

@testable import SchemaFrontends

/// A document that was read, with what was found on the way.
struct OpenAPISample {
  /// The text of the document.
  let file: SourceFile
  /// The nodes of the document.
  let root: Node
  /// What the document says, nil where it is no OpenAPI document.
  let description: APIDescription?
  /// The diagnostics of reading it.
  let report: Report

  /// Reads a document in YAML.
  init?(_ yaml: String) { self.init(SourceFile(id: FileID(0), path: "api.yaml", bytes: Array(yaml.utf8))) }

  /// Reads a file, as JSON where it begins as an object does, otherwise as YAML.
  init?(_ file: SourceFile) {
    var report = Report()
    let isJSON = file.bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    let root = isJSON ? JSONReader.read(file, report: &report) : YAMLReader.read(file, report: &report)
    guard let root else { return nil }
    self.file = file
    self.root = root
    description = OpenAPIReader.read(root, in: file, report: &report)
    // Samples are parts of documents: what they lack is not told.
    var told = Report()
    let uncarried = description?.uncarried ?? []
    for diagnostic in report.diagnostics + uncarried where diagnostic.id != .missingMember { told.add(diagnostic) }
    self.report = told
  }

  /// Reads a document that consists of one component named `A`, a schema in YAML's flow style.
  static func schema(_ flow: String, others: String = "") -> (schema: RawSchema, report: Report)? {
    let yaml = "openapi: 3.1.0\ncomponents: {schemas: {A: \(flow)\(others)}}"
    guard let sample = OpenAPISample(yaml), let schema = sample.description?.schemas.first?.schema else { return nil }
    return (schema, sample.report)
  }

  /// Reads a document that consists of one operation, `GET /a`, given as the indented lines of YAML below it.
  static func operation(_ lines: String, root: String = "") -> (operation: OperationDescription, sample: Self)? {
    let indented = lines.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    let yaml = "openapi: 3.1.0\n\(root)\npaths:\n  /a:\n    get:\n\(indented)"
    guard let sample = OpenAPISample(yaml), let operation = sample.description?.operations.first else { return nil }
    return (operation, sample)
  }

  /// The schema of a component.
  func schema(_ name: String) -> RawSchema? { description?.schemas.first { $0.name == name }?.schema }

  /// The text that each diagnostic with an identifier points at.
  func places(_ id: DiagnosticID) -> [String] {
    report.diagnostics.filter { $0.id == id }.compactMap(\.span).map { file.text($0.start, $0.end) }
  }

  /// The bytes of a file of the corpus, nil, with a line on the console, where it is absent.
  static func corpus(_ path: String) -> SourceFile? {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let named = ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    let folder = named ?? package.appending(path: "../shared/corpus").standardizedFileURL
    guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
      print("skipped: the corpus has no \(path); set SCHEMAGEN_CORPUS to its folder")
      return nil
    }
    return SourceFile(id: FileID(0), path: path, bytes: [UInt8](data))
  }

  /// A file of the package.
  static func package(_ path: String) throws -> SourceFile {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return SourceFile(id: FileID(0), path: path, bytes: [UInt8](try Data(contentsOf: package.appending(path: path))))
  }
}

extension Report {
  /// The identifiers of what was found.
  var ids: [DiagnosticID] { diagnostics.map(\.id) }
}
