import Foundation
import SchemaGen
import SchemaSource

/// One run of `schemagen convert`: reads, converts, shows, writes.
struct ConvertRun {
  private let arguments: ConvertCommand

  init(_ arguments: ConvertCommand) { self.arguments = arguments }

  /// Carries out the run; false where anything was wrong.
  func execute() -> Bool {
    var sources = SourceMap()
    var report = Report()
    let found = ConfigurationFinder.find(arguments.config, inputs: arguments.inputs, sources: &sources, report: &report)
    if report.hasErrors { return finish(report, sources, summary: "nothing was converted") }
    let documents = InputFinder.documents(in: arguments.inputs, report: &report)
    if documents.isEmpty {
      if !report.hasErrors { report.add(.noDocuments, "the inputs hold no document", at: nil) }
      return finish(report, sources, summary: "nothing was converted")
    }
    let opener = FileOpener(inputs: arguments.inputs, documents: documents)
    let fetcher = arguments.allowRemote ? RemoteFetcher(cache: arguments.cacheFolder) : nil
    let access = DocumentAccess(file: opener.open, remote: { fetcher?.fetch($0) ?? .failure(.notAllowed) })
    let converter = Converter(configuration: found.configuration, form: arguments.form, access: access)
    var result = converter.convert(documents, sources: sources, report: report)
    let written = write(result, inputs: documents.map(\.path), report: &result.report)
    let summary =
      "\(Outcome.count(documents.count, "document")), \(Outcome.count(result.apiNames.count, "API")): "
      + "\(Outcome.count(written, "OpenAPI document")) written"
    return finish(result.report, result.sources, summary: summary)
  }

  /// Writes what was converted where the arguments say, and returns how many documents that are.
  private func write(_ result: ConversionResult, inputs: [String], report: inout Report) -> Int {
    let output = arguments.output ?? "-"
    let isFolder = output.hasSuffix("/") || FileKind(following: output) == .folder
    if result.apiNames.count > 1, !isFolder {
      let names = result.apiNames.map { "`\($0)`" }.joined(separator: ", ")
      let advice = Diagnostic.Note("name a folder that exists, or one with a slash at its end: -o converted/")
      let message = "the inputs hold \(result.apiNames.count) APIs, \(names); one file cannot hold them"
      report.add(.unwritableFile, message, at: nil, notes: [advice])
      return 0
    }
    var count = 0
    for api in result.apis {
      if output == "-" {
        Terminal.write(api.text(as: .yaml))
        count += 1
        continue
      }
      let folder = output.hasSuffix("/") ? output : output + "/"
      let path = isFolder ? "\(folder)\(api.name).yaml" : output
      guard let syntax = syntax(of: path) else {
        report.add(.unwritableFile, "`\(path)` must end with .yaml, .yml or .json", at: nil)
        continue
      }
      if write(api.text(as: syntax), to: path, inputs: inputs, report: &report) { count += 1 }
    }
    return count
  }

  /// Writes one document; an input is never written over.
  private func write(_ text: String, to path: String, inputs: [String], report: inout Report) -> Bool {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    if inputs.contains(where: { URL(fileURLWithPath: $0).resolvingSymlinksInPath() == target }) {
      report.add(.foreignOutput, "`\(path)` is one of the inputs and is kept", at: nil)
      return false
    }
    let data = Data(text.utf8)
    if (try? Data(contentsOf: target)) == data { return true }
    do {
      let folder = target.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: target, options: .atomic)
      return true
    } catch {
      report.add(.unwritableFile, "`\(path)` cannot be written", at: nil)
      return false
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
