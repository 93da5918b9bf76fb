import ArgumentParser
import SchemaConvert
import SchemaGen
import SchemaGenRun

/// `schemagen convert`: documents in any form in, OpenAPI out.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turns API documents into an OpenAPI document that other tools read.",
    usage: "schemagen convert INPUT… [-o FILE] [options]",
    discussion: """
      Reads what schemagen reads, with the same configuration and filters, and writes one OpenAPI document for each API. \
      The extension says how: .yaml, .yml or .json. Without -o, or with -o -, the document is written to standard output. \
      Where the inputs hold several APIs, -o names a folder. A file whose content is the same is not touched, and one \
      whose documents cannot be read stays as it is.

      EXAMPLES
        schemagen convert page.txt                          show what was understood, as OpenAPI
        schemagen convert export.json -o openapi.yaml
        schemagen convert specs -o converted/ --openapi 3.0
        schemagen convert specs -o converted/ --check       tell what is stale
        schemagen convert page.txt --format json | jq .paths

      EXIT CODES
        0  everything was written
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
    help: ArgumentHelp("The file to write, .yaml or .json; a folder where there are several APIs.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(
    help: ArgumentHelp("How to write it down, yaml or json, where no file's name says so.", valueName: "form")
  )
  var format: Converter.Syntax?

  @Flag(help: "Write nothing; show what is stale as a diff, and end with 1 where anything is.")
  var check = false

  @Option(
    name: .customLong("openapi"),
    help: ArgumentHelp("The version of OpenAPI that is written: 3.0 or 3.1.", valueName: "version")
  )
  var form: OpenAPIForm = .v3_1

  @Option(
    help: ArgumentHelp("The configuration; schemagen.yaml beside the inputs where not given.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var config: String?

  @Option(help: ArgumentHelp("How to show diagnostics on standard error: text or json.", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

  @Flag(help: "Make warnings errors.")
  var strict = false

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

  @Flag(name: .shortAndLong, help: "Do not show the summary.")
  var quiet = false

  /// Checks what the types of the options do not say. The run does so: before it an unknown option would not be named.
  private func checkUsage() throws {
    if inputs.isEmpty { throw ValidationError("Name at least one document or folder.") }
    if check && (output ?? "-") == "-" { throw ValidationError("Use --check together with -o.") }
    if cacheFolder != nil && !allowRemote { throw ValidationError("Use --cache-dir together with --allow-remote.") }
  }

  func run() throws {
    try checkUsage()
    let succeeded = ConvertRun(self).execute()
    if !succeeded { throw ExitCode.failure }
  }
}

extension OpenAPIForm: ExpressibleByArgument {}

extension Converter.Syntax: ExpressibleByArgument {}
