import Foundation
import SchemaConvert
import SchemaGen
import SchemaGenRun
import SchemaSource

/// One run of `schemagen convert`: reads, converts, shows, writes.
struct ConvertRun {
  private let arguments: ConvertCommand

  init(_ arguments: ConvertCommand) { self.arguments = arguments }

  /// Carries out the run; false where anything was wrong.
  func execute() -> Bool {
    var reading = Reading(arguments.inputs, configuration: arguments.config)
    guard reading.findDocuments(where: { !isOwnOutput($0) }) else {
      return finish(reading.report, reading.sources, summary: "nothing was converted")
    }
    let documents = reading.documents
    let converter = Converter(
      configuration: reading.found.configuration,
      form: arguments.form,
      access: reading.access(allowsRemote: arguments.allowRemote, cache: arguments.cacheFolder)
    )
    var result = converter.convert(documents, sources: reading.sources, report: reading.report)
    let counts = write(result, inputs: documents.map(\.path), report: &result.report)
    guard !arguments.check else {
      let stale = "\(Outcome.count(counts.written, "OpenAPI document")) stale"
      let isComplete = !result.report.hasErrors || result.apis.count == result.apiNames.count
      let fresh =
        switch (isComplete, counts.unchanged > 0) {
        case (true, _): "the output is up to date"
        case (false, true): "the output is up to date as far as it could be checked; the rest stays as it is"
        case (false, false): "the output could not be checked and stays as it is"
        }
      let summary = counts.written == 0 ? fresh : stale
      return finish(result.report, result.sources, summary: summary) && counts.written == 0
    }
    let summary =
      "\(Outcome.count(documents.count, "document")), \(Outcome.count(result.apiNames.count, "API")): "
      + "\(Outcome.count(counts.written, "OpenAPI document")) written, \(counts.unchanged) unchanged"
    return finish(result.report, result.sources, summary: summary)
  }

  /// Whether a document that was found in a folder is what an earlier run has written there.
  private func isOwnOutput(_ document: InputDocument) -> Bool {
    guard let output = arguments.output, output != "-", !arguments.inputs.contains(document.path) else { return false }
    let path = URL(fileURLWithPath: document.path).resolvingSymlinksInPath().path
    let target = URL(fileURLWithPath: output).resolvingSymlinksInPath().path
    guard path == target || path.hasPrefix(target.hasSuffix("/") ? target : target + "/") else { return false }
    return document.isConversion
  }

  /// Writes what was converted where the arguments say, or shows what would be; how many documents are new, and how many
  /// the same.
  private func write(
    _ result: ConversionResult,
    inputs: [String],
    report: inout Report
  ) -> (written: Int, unchanged: Int) {
    let output = arguments.output ?? "-"
    let isFolder = output.hasSuffix("/") || FileKind(following: output) == .folder
    if result.apiNames.count > 1, !isFolder {
      let names = result.apiNames.map { "`\($0)`" }.joined(separator: ", ")
      let advice = Diagnostic.Note("name a folder that exists, or one with a slash at its end: -o converted/")
      let message = "the inputs hold \(result.apiNames.count) APIs, \(names); one file cannot hold them"
      report.add(.unwritableFile, message, at: nil, notes: [advice])
      return (0, 0)
    }
    var counts = (written: 0, unchanged: 0)
    for api in result.apis {
      if output == "-" {
        Terminal.write(api.text(as: arguments.format ?? .yaml))
        counts.written += 1
        continue
      }
      let folder = output.hasSuffix("/") ? output : output + "/"
      let path = isFolder ? "\(folder)\(api.name).\((arguments.format ?? .yaml).rawValue)" : output
      guard let syntax = syntax(of: path) ?? arguments.format else {
        report.add(.unwritableFile, "`\(path)` must end with .yaml, .yml or .json", at: nil)
        continue
      }
      switch write(api.text(as: syntax), to: path, inputs: inputs, report: &report) {
      case true?: counts.written += 1
      case false?: counts.unchanged += 1
      case nil: continue
      }
    }
    return counts
  }

  /// Writes one document, or shows what would change; whether it is new, nil where it cannot be written. An input is never
  /// written over.
  private func write(_ text: String, to path: String, inputs: [String], report: inout Report) -> Bool? {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    if inputs.contains(where: { URL(fileURLWithPath: $0).resolvingSymlinksInPath() == target }) {
      report.add(.foreignOutput, "`\(path)` is one of the inputs and is kept", at: nil)
      return nil
    }
    let data = Data(text.utf8)
    let present = try? Data(contentsOf: target)
    if present == data { return false }
    if arguments.check {
      let old = present.map { String(decoding: $0, as: UTF8.self) }
      Terminal.write(UnifiedDiff.text(from: old, to: text, path: path))
      return true
    }
    do {
      let folder = target.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: target, options: .atomic)
      return true
    } catch {
      report.add(.unwritableFile, "`\(path)` cannot be written", at: nil)
      return nil
    }
  }

  /// How a file of some name is written; nil where the name does not say.
  private func syntax(of path: String) -> Converter.Syntax? {
    let name = path.lowercased()
    if name.hasSuffix(".json") { return .json }
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : nil
  }

  /// Shows the diagnostics and the summary; false where there are errors.
  private func finish(_ report: Report, _ sources: SourceMap, summary: String) -> Bool {
    let outcome = Outcome(
      form: arguments.diagnostics,
      isVerbose: arguments.verbose,
      isQuiet: arguments.quiet,
      isStrict: arguments.strict
    )
    return outcome.show(report, sources, summary: summary)
  }
}
