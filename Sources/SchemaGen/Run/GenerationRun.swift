import Foundation
import SchemaEmit
import SchemaGen
import SchemaSource

/// One run that generates: reads, generates, shows, writes.
package struct GenerationRun {
  private let options: GenerationOptions

  package init(_ options: GenerationOptions) { self.options = options }

  /// Carries out the run; false where anything was wrong or stale.
  package func execute() -> Bool {
    var reading = Reading(options.inputs, configuration: options.configuration)
    let templates = templates(for: reading.found, report: &reading.report)
    guard reading.findDocuments() else {
      return finish(reading.report, reading.sources, summary: "nothing was generated")
    }
    // A document that cannot even be opened may belong to any API: what is there of all of them stays.
    let isComplete = !reading.report.hasErrors
    let module = options.module ?? reading.found.configuration.module ?? Configuration.defaultModule
    let isDump = options.dumpsIR || options.dumpsExamples
    // What is there is read while the documents are.
    let folders =
      isDump
      ? [] : [(options.output, module), (options.tests, "\(module)Tests"), (options.calls, "\(module)Calls")]
    let present = Pending {
      folders.map { folder, root in folder.map { OutputStore(folder: $0).snapshot(of: [root]) } ?? OutputFolder() }
    }
    let result = generate(reading, as: module, templates)
    if options.dumpsIR { return dump(result) }
    if options.dumpsExamples { return dumpExamples(result) }
    if options.isCheck { return check(result, against: present.value(), isComplete: isComplete) }
    return write(result, over: present.value(), documents: reading.documents.count, deletes: isComplete)
  }

  /// Turns the documents into files.
  private func generate(
    _ reading: Reading,
    as module: String,
    _ templates: TemplateSet
  ) -> GenerationResult {
    var made = Generator.Options(module: module)
    made.shards = options.shards
    made.makesTests = options.tests != nil
    made.makesCalls = options.calls != nil
    made.dumpsIR = options.dumpsIR
    made.listsExamples = options.dumpsExamples
    made.isStrict = options.isStrict
    let progress = Progress(
      documents: reading.documents.count,
      isWanted: !options.isQuiet && options.diagnostics == .text
    )
    let generator = Generator(
      configuration: reading.found.configuration,
      options: made,
      templates: templates,
      access: reading.access(allowsRemote: options.allowsRemote, cache: options.cacheFolder)
    ) { done, total in progress.show(done, of: total) }
    defer { progress.clear() }
    return generator.generate(reading.documents, sources: reading.sources, report: reading.report)
  }

  /// The built-in templates, with those replaced that a folder holds.
  private func templates(for found: ConfigurationFinder.Found, report: inout Report) -> TemplateSet {
    let folder =
      options.templates
      ?? found.configuration.templates.map { $0.hasPrefix("/") ? $0 : "\(found.folder)/\($0)" }
    var texts: [String: String] = [:]
    if let folder {
      if let names = try? FileManager.default.contentsOfDirectory(atPath: folder) {
        for name in names.sorted() where name.hasSuffix(".mustache") && !name.hasPrefix(".") {
          if let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) {
            texts[String(name.dropLast(".mustache".count))] = text
          } else {
            report.add(.invalidTemplate, "the template `\(folder)/\(name)` cannot be read as UTF-8", at: nil)
          }
        }
      } else {
        report.add(.unreadableFile, "the templates' folder `\(folder)` cannot be read", at: nil)
      }
    }
    do {
      return try TemplateSet(overrides: texts)
    } catch {
      report.add(.invalidTemplate, "\(folder ?? "")/\(error)", at: nil)
      return TemplateSet()
    }
  }

  /// Prints the IR.
  private func dump(_ result: GenerationResult) -> Bool {
    for dump in result.dumps { Terminal.write(dump.text) }
    return finish(result.report, result.sources, summary: nil)
  }

  /// Prints the documented examples, one a line.
  private func dumpExamples(_ result: GenerationResult) -> Bool {
    Terminal.write(ExampleList.json(of: result.examples, sources: result.sources))
    return finish(result.report, result.sources, summary: nil)
  }

  /// Prints what is stale; `isComplete` says that all documents could be opened.
  private func check(_ result: GenerationResult, against present: [OutputFolder], isComplete: Bool) -> Bool {
    var report = result.report
    var staleCount = 0
    for (store, plan) in plans(result, over: present, report: &report) {
      staleCount += plan.changes.count
      for change in plan.changes { Terminal.write(diff(change, in: store)) }
    }
    let files = result.files + result.tests + result.callTables
    let isUnknown = files.allSatisfy { file in result.kept.contains { $0.covers(file.path) } }
    let stale = "\(count(staleCount, "file")) stale"
    let summary =
      switch (staleCount == 0, isComplete && result.kept.isEmpty) {
      case (true, true): "the output is up to date"
      case (true, false) where isUnknown: "the output could not be checked and stays as it is"
      case (true, false): "the output is up to date as far as it could be checked; the rest stays as it is"
      case (false, true): stale
      case (false, false): "\(stale); not all could be checked"
      }
    return finish(report, result.sources, summary: summary) && staleCount == 0
  }

  /// Writes the output.
  private func write(
    _ result: GenerationResult,
    over present: [OutputFolder],
    documents: Int,
    deletes: Bool
  ) -> Bool {
    var report = result.report
    var counts = OutputCounts()
    for (store, plan) in plans(result, over: present, report: &report) {
      counts = counts + store.apply(deletes ? plan : plan.withoutDeletions, report: &report)
    }
    let files = counts.written + counts.unchanged
    let summary =
      "\(count(documents, "document")), \(count(result.apiCount, "API")), \(count(files, "file")): "
      + "\(counts.written) written, \(counts.unchanged) unchanged, \(counts.deleted) deleted"
    return finish(report, result.sources, summary: summary)
  }

  /// The folders to change and what to change in each.
  private func plans(
    _ result: GenerationResult,
    over present: [OutputFolder],
    report: inout Report
  ) -> [(OutputStore, OutputPlan)] {
    let outputs = [
      (options.output, result.files), (options.tests, result.tests), (options.calls, result.callTables),
    ]
    return zip(outputs, present).compactMap { output, present in
      guard let folder = output.0 else { return nil }
      let plan = OutputPlan(output.1, over: present, keeping: result.kept, report: &report)
      // Whoever names one document or one API's folder speaks of that API alone.
      let isWhole = result.isSharded || options.inputs.contains(where: InputFinder.holdsAPIs)
      return (OutputStore(folder: folder), isWhole ? plan : plan.deleting(onlyIn: result.owned))
    }
  }

  /// A change as a unified diff.
  private func diff(_ change: OutputPlan.Change, in store: OutputStore) -> String {
    let path = store.absolute(change.path)
    return switch change {
    case .create(let file): UnifiedDiff.text(from: nil, to: file.contents, path: path)
    case .replace(let file, let old):
      UnifiedDiff.text(from: String(decoding: old, as: UTF8.self), to: file.contents, path: path)
    case .delete(_, let old): UnifiedDiff.text(from: String(decoding: old, as: UTF8.self), to: nil, path: path)
    }
  }

  /// Shows the diagnostics and the summary; false where there are errors.
  private func finish(_ report: Report, _ sources: SourceMap, summary: String?) -> Bool {
    let outcome = Outcome(
      form: options.diagnostics,
      isVerbose: options.isVerbose,
      isQuiet: options.isQuiet,
      isStrict: options.isStrict
    )
    return outcome.show(report, sources, summary: summary)
  }

  /// A number with its noun.
  private func count(_ number: Int, _ noun: String) -> String { Outcome.count(number, noun) }
}
