import ArgumentParser
import SchemaGen
import SchemaGenRun

/// `schemagen generate`, which is also `schemagen` without a command: documents in, Swift out.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Turns API documents into Swift models and clients.",
    usage: "schemagen INPUT… -o DIR [options]",
    discussion: """
      Reads OpenAPI documents, Apifox pages and exports, share pages saved as text, and data-model tables, each \
      recognised by its content, and writes Swift that decodes and encodes every documented example. A folder that \
      holds documents is one API, named after the folder.

      EXAMPLES
        schemagen specs -o Sources                 write Sources/GeneratedModels
        schemagen specs -o Sources --tests Tests   and test every example
        schemagen specs -o Sources --check         tell what is stale
        schemagen chat.yaml -o Sources --module Chat
        schemagen page.txt --dump-ir               show what was understood

      OUTPUT
      Files are written atomically, and only where their content changes. A file that schemagen wrote and no longer \
      writes is deleted; a file that it did not write is never touched. An API with a document that cannot be read \
      keeps its old output.

      EXIT CODES
        0  everything was generated, or is up to date
        1  errors in documents, configuration or output; stale output (--check)
        2  the command line was wrong
      """
  )

  @Argument(
    help: ArgumentHelp("Documents, or folders that are searched for documents.", valueName: "input"),
    completion: .file()
  )
  var inputs: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder in which the module's folder is written.", valueName: "dir"),
    completion: .directory
  )
  var output: String?

  @Option(
    help: ArgumentHelp("The configuration; schemagen.yaml beside the inputs where not given.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The module that the output is for, \(Configuration.defaultModule) where not given.",
      valueName: "name"
    )
  )
  var module: String?

  @Option(
    help: ArgumentHelp("A folder of *.mustache files that replace built-in templates.", valueName: "dir"),
    completion: .directory
  )
  var templates: String?

  @Option(
    help: ArgumentHelp("Also write tests of every documented example, below this folder.", valueName: "dir"),
    completion: .directory
  )
  var tests: String?

  /// The folder for tables of all calls of each client, which this project's own tests make.
  @Option(help: .hidden)
  var calls: String?

  @Flag(help: "Write nothing; print a unified diff of what is stale.")
  var check = false

  @Flag(name: .customLong("dump-ir"), help: "Write nothing; print how the documents are understood.")
  var dumpIR = false

  @Flag(
    name: .customLong("dump-examples"),
    help: "Write nothing; print every documented example as JSON, with its Swift type and its places."
  )
  var dumpExamples = false

  @Option(help: ArgumentHelp("How to show diagnostics on standard error: text or json.", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  @Flag(help: "Make warnings errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Write exactly this many files, <module>_00.swift and so on, whatever the documents hold.",
      valueName: "count"
    )
  )
  var shards: Int?

  @Flag(name: .customLong("allow-remote"), help: "Fetch what references name on the network, and keep it.")
  var allowRemote = false

  @Option(
    name: .customLong("cache-dir"),
    help: ArgumentHelp("Where fetched documents are kept; schemagen in the user's cache folder.", valueName: "dir"),
    completion: .directory
  )
  var cacheFolder: String?

  @Flag(name: .shortAndLong, help: "Show notes as well.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show neither progress nor the summary.")
  var quiet = false

  /// Checks what the types of the options do not say. The run does so: before it an unknown option would not be named.
  private func checkUsage() throws {
    if inputs.isEmpty { throw ValidationError("Name at least one document or folder.") }
    let dumps = dumpIR || dumpExamples
    if output == nil && !dumps { throw ValidationError("Name the output folder with -o, or use --dump-ir.") }
    if check && dumps || dumpIR && dumpExamples {
      throw ValidationError("Use one of --check, --dump-ir and --dump-examples.")
    }
    if cacheFolder != nil && !allowRemote { throw ValidationError("Use --cache-dir together with --allow-remote.") }
    if let module, !Configuration.isIdentifier(module) {
      throw ValidationError("The module's name must be a Swift identifier, “\(module)” is none.")
    }
    if let module, Configuration.isKeyword(module) {
      throw ValidationError("“\(module)” is a keyword of Swift, which no module can be called.")
    }
    if let shards, !(1...Configuration.shardLimit).contains(shards) {
      throw ValidationError("The number of shards must be from 1 to \(Configuration.shardLimit).")
    }
  }

  func run() throws {
    try checkUsage()
    let succeeded = GenerationRun(options).execute()
    if !succeeded { throw ExitCode.failure }
  }

  /// What the run is asked for.
  private var options: GenerationOptions {
    var options = GenerationOptions(inputs: inputs)
    options.output = output
    options.configuration = config
    options.module = module
    options.templates = templates
    options.tests = tests
    options.calls = calls
    options.isCheck = check
    options.dumpsIR = dumpIR
    options.dumpsExamples = dumpExamples
    options.diagnostics = diagnostics
    options.isStrict = strict
    options.shards = shards
    options.allowsRemote = allowRemote
    options.cacheFolder = cacheFolder
    options.isVerbose = verbose
    options.isQuiet = quiet
    return options
  }
}

extension DiagnosticForm: ExpressibleByArgument {}
