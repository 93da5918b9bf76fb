import Foundation
import SchemaEmit
import SchemaSource
import Testing

@Test func dumpTemp() throws {
  guard let folder = ProcessInfo.processInfo.environment["DUMP"] else { return }
  var report = Report()
  var options = EmitOptions(module: "Models")
  options.sources = ["openapi.yaml", "x\n.md"]
  let t = TemplateSet()
  let start = Date()
  for f in Emitter.emit(Sample.api, options: options, templates: t, report: &report) {
    let url = URL(fileURLWithPath: folder).appendingPathComponent("Sources/" + f.path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try f.contents.write(to: url, atomically: true, encoding: .utf8)
  }
  for f in Emitter.emitTests(Sample.api, options: options, templates: t, report: &report) {
    let url = URL(fileURLWithPath: folder).appendingPathComponent("Tests/ModelsTests/" + f.path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try f.contents.write(to: url, atomically: true, encoding: .utf8)
  }
  print("seconds", Date().timeIntervalSince(start))
  for d in report.diagnostics { print(d.message) }
}
