import Foundation
import SchemaEmit
import SchemaSource
import Testing

/// What is emitted is what swift-format would write.
@Suite struct FormatTests {
  @Test("emitted files pass the project's own format, every declaration documented")
  func format() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let tool = FormatTests.tool else {
      print("swift-format is not installed: the format of emitted files is not checked")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("emit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var report = Report()
    var options = EmitOptions(module: "Models")
    options.sources = ["openapi.yaml"]
    let templates = TemplateSet()
    var files = Emitter.emit(Sample.api, options: options, templates: templates, report: &report)
    files += Emitter.emitTests(Sample.api, options: options, templates: templates, report: &report)
    var paths: [String] = []
    for (index, file) in files.enumerated() {
      let url = folder.appendingPathComponent("\(index).swift")
      try file.contents.write(to: url, atomically: true, encoding: .utf8)
      paths.append(url.path)
    }
    let configuration = package.appendingPathComponent(".swift-format").path
    let lint = Process()
    lint.executableURL = tool
    lint.arguments = ["lint", "--strict", "--configuration", configuration] + paths
    try lint.run()
    lint.waitUntilExit()
    #expect(lint.terminationStatus == 0)
    let format = Process()
    format.executableURL = tool
    format.arguments = ["format", "--in-place", "--configuration", configuration] + paths
    try format.run()
    format.waitUntilExit()
    for (path, file) in zip(paths, files) {
      #expect(try String(contentsOfFile: path, encoding: .utf8) == file.contents, "\(file.path)")
    }
  }

  /// The formatter of the toolchain.
  private static var tool: URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("swift-format") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
