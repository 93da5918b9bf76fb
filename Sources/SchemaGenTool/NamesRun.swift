import SchemaEmit
import SchemaGen
import SchemaGenRun
import SchemaSource

/// One run of `schemagen names`: reads, names, shows.
struct NamesRun {
  private let arguments: NamesCommand

  init(_ arguments: NamesCommand) { self.arguments = arguments }

  /// Carries out the run; false where anything was wrong.
  func execute() -> Bool {
    var reading = Reading(arguments.inputs, configuration: arguments.config)
    guard reading.findDocuments() else {
      return finish(reading.report, reading.sources, summary: "nothing was named")
    }
    var options = Generator.Options(module: reading.found.configuration.module ?? Configuration.defaultModule)
    options.listsNames = true
    let generator = Generator(
      configuration: reading.found.configuration,
      options: options,
      templates: TemplateSet(),
      access: reading.access()
    )
    let result = generator.generate(reading.documents, sources: reading.sources, report: reading.report)
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
