import SchemaEmit
import SchemaGen
import SchemaSource

/// One run of `schemagen names`: reads, names, shows.
struct NamesRun {
  private let arguments: NamesCommand

  init(_ arguments: NamesCommand) { self.arguments = arguments }

  /// Carries out the run; false where anything was wrong.
  func execute() -> Bool {
    var sources = SourceMap()
    var report = Report()
    let found = ConfigurationFinder.find(arguments.config, inputs: arguments.inputs, sources: &sources, report: &report)
    if report.hasErrors { return finish(report, sources, summary: "nothing was named") }
    let documents = InputFinder.documents(in: arguments.inputs, report: &report)
    if documents.isEmpty {
      if !report.hasErrors { report.add(.noDocuments, "the inputs hold no document", at: nil) }
      return finish(report, sources, summary: "nothing was named")
    }
    var options = Generator.Options(module: found.configuration.module ?? Configuration.defaultModule)
    options.listsNames = true
    let opener = FileOpener(inputs: arguments.inputs, documents: documents)
    let access = DocumentAccess(file: opener.open, remote: { _ in .failure(.notAllowed) })
    let generator = Generator(
      configuration: found.configuration,
      options: options,
      templates: TemplateSet(),
      access: access
    )
    let result = generator.generate(documents, sources: sources, report: report)
    Terminal.write(NameList.yaml(of: result.names, isWhole: arguments.all))
    let names = result.names.flatMap(\.names)
    let summary =
      "\(Outcome.count(names.count, "operation")), \(names.count(where: \.isUnnamed)) without a name in Latin letters"
    return finish(result.report, result.sources, summary: summary)
  }

  /// Shows the diagnostics and the summary; false where there are errors.
  private func finish(_ report: Report, _ sources: SourceMap, summary: String) -> Bool {
    Outcome(form: .text, isVerbose: arguments.verbose, isQuiet: false, isStrict: false)
      .show(report, sources, summary: summary)
  }
}
