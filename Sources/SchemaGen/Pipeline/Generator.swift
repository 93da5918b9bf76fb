import SchemaDescription
import SchemaEmit
import SchemaFrontends
import SchemaLower
import SchemaSource

/// The whole way from documents to Swift files, without touching a disk.
package struct Generator: Sendable {
  /// Choices of a run that are not in the configuration.
  package struct Options: Sendable {
    /// The module that the output is for.
    package var module: String
    /// How many files the output of all APIs together is spread over; nil for one file a top-level declaration.
    package var shards: Int?
    /// Whether tests of the documented examples are made as well.
    package var makesTests = false
    /// Whether the tests import the module; false where they are compiled together with it.
    package var testsImportModule = true
    /// Whether a table of each client's calls is made as well, for whoever tries them all.
    package var makesCalls = false
    /// Whether the IR is wanted as text.
    package var dumpsIR = false
    /// Whether a list of the documented examples is wanted.
    package var listsExamples = false
    /// Whether a list of the operations' names is wanted.
    package var listsNames = false
    /// Whether warnings count as errors.
    package var isStrict = false

    package init(module: String) { self.module = module }
  }

  /// Told how many of how many documents are read; called from several threads.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let configuration: Configuration
  private let options: Options
  private let templates: TemplateSet
  private let access: DocumentAccess
  private let progress: Progress?

  /// Makes a generator; `access` opens documents that are no inputs and that the inputs refer to.
  package init(
    configuration: Configuration,
    options: Options,
    templates: TemplateSet,
    access: DocumentAccess = .none,
    progress: Progress? = nil
  ) {
    self.access = access
    self.configuration = configuration
    self.options = options
    self.templates = templates
    self.progress = progress
  }

  /// Generates all APIs. The result depends on the documents and the options alone, not on the number of threads;
  /// `sources` and `report` hold what reading the configuration has left.
  package func generate(
    _ documents: [InputDocument],
    sources: SourceMap = SourceMap(),
    report: Report = Report()
  ) -> GenerationResult {
    var result = GenerationResult(module: options.module)
    result.report = report
    let read = ReadAPIs(documents, sources: sources, access: access, progress: progress)
    result.sources = read.sources
    let groups = read.apis
    result.apiCount = groups.count
    reportUnusedSettings(apis: Set(groups.map(\.name)), &result.report)
    let generated = Workers.map(groups) { name, documents in generate(name, documents) }
    collect(generated, into: &result)
    if let shards = options.shards ?? configuration.shards {
      result.isSharded = true
      Shards.join(&result, count: shards, module: options.module)
    }
    result.files = result.files.map(\.marked)
    result.tests = result.tests.map(\.marked)
    result.callTables = result.callTables.map(\.marked)
    if options.isStrict { result.report = result.report.raisingWarnings() }
    return result
  }

  /// Generates one API.
  private func generate(_ name: String, _ documents: [ReadDocument]) -> GeneratedAPI {
    var api = GeneratedAPI(name: name)
    let pages = documents.compactMap { document in
      document.description.map { (path: document.document.path, description: $0) }
    }
    let descriptions = SiteOrder.arrange(pages, report: &api.report)
    let isAlone = documents.count == 1
    for document in documents { api.report.merge(document.report(isAlone: isAlone)) }
    // An index without its pages says nothing.
    let isIndexAlone = descriptions.isEmpty && !pages.isEmpty
    api.isIncomplete = isIndexAlone || documents.contains { $0.isLost(isAlone: isAlone) }
    let settings = configuration.settings(of: name)
    api.places = settings.places
    var emitOptions = settings.emitOptions(module: options.module)
    emitOptions.shards = options.shards ?? configuration.shards
    emitOptions.testsImportModule = options.testsImportModule
    emitOptions.sources = documents.filter { $0.description != nil }.map(\.fileName)
    api.owned = output(of: name, emitOptions)
    guard !descriptions.isEmpty else {
      if api.isIncomplete { api.kept = api.owned }
      return api
    }
    var lowerOptions = settings.lowerOptions
    lowerOptions.keepsExamples = options.makesTests || options.dumpsIR || options.listsExamples
    let lowered = Lowering.lower(descriptions, name: name, options: lowerOptions, report: &api.report)
    if options.dumpsIR { api.dump = lowered.dump() }
    if options.listsExamples { api.examples = Emitter.examples(lowered, options: emitOptions) }
    if options.listsNames { api.names = Emitter.operationNames(lowered, options: emitOptions) }
    api.files = Emitter.emit(lowered, options: emitOptions, templates: templates, report: &api.report)
    api.topLevelNames = Emitter.topLevelNames(lowered, options: emitOptions)
    if options.makesTests {
      var ignored = Report()
      api.tests = Emitter.emitTests(lowered, options: emitOptions, templates: templates, report: &ignored).map { file in
        OutputFile(path: "\(options.module)Tests/\(file.path)", contents: file.contents)
      }
    }
    if options.makesCalls {
      api.calls = Emitter.calls(lowered, options: emitOptions)
      api.callTables = Emitter.emitCalls(lowered, options: emitOptions, templates: templates).map { file in
        OutputFile(path: "\(options.module)Calls/\(file.path)", contents: file.contents)
      }
    }
    if api.isIncomplete { api.kept = api.owned }
    return api
  }

  /// Where the output of an API lies, whatever its documents say.
  private func output(of name: String, _ emitOptions: EmitOptions) -> [KeptOutput] {
    let namespace = AssignNames.namespace(emitOptions.namespace ?? name).text
    return [
      .folder("\(options.module)/\(namespace)"),
      .file("\(options.module)Tests/\(namespace)ExampleTests.swift"),
      .file("\(options.module)Calls/\(namespace)Calls.swift"),
    ]
  }

  /// Puts the APIs' results together; two APIs that become the same files are an error.
  private func collect(_ generated: [GeneratedAPI], into result: inout GenerationResult) {
    var owners: [String: String] = [:]
    var declared: [String: String] = [:]
    let unused = UnusedSettings(generated.map { (report: $0.report, places: $0.places) })
    for api in generated {
      for diagnostic in api.report.diagnostics where unused.isWorthTelling(diagnostic) { result.report.add(diagnostic) }
      if let dump = api.dump { result.dumps.append((api.name, dump)) }
      result.examples += api.examples
      if options.listsNames { result.names.append((api.name, api.names)) }
      result.kept += api.kept
      result.owned += api.owned
      if let owner = api.files.lazy.compactMap({ owners[$0.path.lowercased()] }).first {
        let message = "the APIs `\(owner)` and `\(api.name)` become the same namespace"
        let advice = Diagnostic.Note("give one of them a `namespace` in \(Configuration.fileNames[0])")
        let span = configuration.apis[api.name]?.span
        result.report.add(
          Diagnostic(.collidingNames, message, at: span, severity: .error, notes: [advice])
        )
        continue
      }
      if let (name, owner) = api.topLevelNames.lazy.compactMap({ name in declared[name].map { (name, $0) } }).first {
        let message = "the APIs `\(owner)` and `\(api.name)` both declare `\(name)` at the top of the module"
        let advice = Diagnostic.Note("give one of them a `namespace` in \(Configuration.fileNames[0])")
        let span = configuration.apis[api.name]?.span
        result.report.add(Diagnostic(.collidingNames, message, at: span, severity: .error, notes: [advice]))
        continue
      }
      for name in api.topLevelNames { declared[name] = api.name }
      for file in api.files { owners[file.path.lowercased()] = api.name }
      result.files += api.files
      result.tests += api.tests
      result.callTables += api.callTables
      result.calls.append((api.name, api.calls))
    }
  }

  /// Reports settings for an API that no input has.
  private func reportUnusedSettings(apis: Set<String>, _ report: inout Report) {
    guard configuration.coversInputs else { return }
    let unused = configuration.apis.filter { !apis.contains($0.key) }.sorted { $0.key < $1.key }
    for (name, settings) in unused {
      let names = apis.sorted().map { "`\($0)`" }.joined(separator: ", ")
      report.add(
        Diagnostic(
          .invalidConfiguration,
          "no API of the inputs is called `\(name)`",
          at: settings.span,
          severity: .warning,
          notes: apis.isEmpty ? [] : [Diagnostic.Note("the APIs are \(names)")]
        )
      )
    }
  }
}

/// What a run makes of one API.
private struct GeneratedAPI: Sendable {
  let name: String
  var files: [OutputFile] = []
  var tests: [OutputFile] = []
  var callTables: [OutputFile] = []
  var calls: [EmittedCall] = []
  var report = Report()
  var dump: String?
  var examples: [EmittedExample] = []
  var names: [EmittedName] = []
  /// Whether a document of the API could not be read.
  var isIncomplete = false
  var kept: [KeptOutput] = []
  var owned: [KeptOutput] = []
  /// What the API declares at the top of the module.
  var topLevelNames: [String] = []
  /// Where the configuration states what the documents may fail to meet.
  var places: Set<SourceSpan> = []

  init(name: String) { self.name = name }
}

extension OutputFile {
  /// The file with a first line that says who wrote it, whatever the templates did.
  fileprivate var marked: OutputFile {
    if OutputFolder.isGenerated(contents.utf8) { return self }
    return OutputFile(path: path, contents: "\(OutputFolder.mark). Do not edit.\n\n\(contents)")
  }
}
