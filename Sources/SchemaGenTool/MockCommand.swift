import ArgumentParser
import SchemaGenRun

/// `schemagen mock`: documents in, a server of their examples out.
struct MockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mock",
    abstract: "Serves the documented examples over HTTP.",
    usage: "schemagen mock INPUT… [options]",
    discussion: """
      Answers each documented operation with its documented example, or with a value made from the schema where there \
      is none. A request that is not as the document says is answered with 400 and what is wrong with it. GET / lists \
      the operations.

      EXAMPLES
        schemagen mock specs                                  serve all APIs on http://127.0.0.1:8080
        schemagen mock openapi.yaml --port 9000 --watch       read the document again when it changes
        schemagen mock chat.yaml --delay 50ms                 send streams event by event
        schemagen mock chat.yaml --latency 20ms..2s --fail-rate 0.1

      A REQUEST MAY ASK FOR
        Prefer: status=429          the documented response with this status
        Prefer: example=NAME        the documented example with this name

      EXIT CODES
        0  the server was told to end
        1  nothing could be served, the configuration is wrong, or the port is taken
        2  the command line was wrong
      """
  )

  @Argument(
    help: ArgumentHelp("Documents, or folders that are searched for documents.", valueName: "input"),
    completion: .file()
  )
  var inputs: [String] = []

  @Option(help: ArgumentHelp("The port; 0 for one that is free.", valueName: "number"))
  var port = 8080

  @Option(help: ArgumentHelp("The address to listen at; 0.0.0.0 to be reached from elsewhere.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("What made values, latencies and faults depend on.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The pause before each event of a stream, as 50ms or 0.5s.", valueName: "time"))
  var delay = TimeSpan.zero

  @Option(help: ArgumentHelp("How long responses take, as 100ms or 20ms..2s.", valueName: "time"))
  var latency = TimeRange.zero

  @Option(
    name: .customLong("fail-rate"),
    help: ArgumentHelp("The part of all responses that are faults, from 0 to 1.", valueName: "number")
  )
  var failRate = 0.0

  @Flag(help: "Read the documents again when they change.")
  var watch = false

  @Option(
    help: ArgumentHelp("The configuration; schemagen.yaml beside the inputs where not given.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var config: String?

  @Option(help: ArgumentHelp("How to show diagnostics on standard error: text or json.", valueName: "form"))
  var diagnostics: DiagnosticForm = .text

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

  @Flag(name: .shortAndLong, help: "Do not show a line for each request.")
  var quiet = false

  /// Checks what the types of the options do not say. The run does so: before it an unknown option would not be named.
  private func checkUsage() throws {
    if inputs.isEmpty { throw ValidationError("Name at least one document or folder.") }
    if !(0...65535).contains(port) { throw ValidationError("The port must be from 0 to 65535.") }
    if !(0...1).contains(failRate) { throw ValidationError("The fail rate must be from 0 to 1.") }
    if cacheFolder != nil && !allowRemote { throw ValidationError("Use --cache-dir together with --allow-remote.") }
  }

  func run() throws {
    try checkUsage()
    #if MockServer
      let succeeded = MockRun(self).execute()
      if !succeeded { throw ExitCode.failure }
    #else
      Terminal.write(error: Self.advice)
      throw ExitCode(2)
    #endif
  }

  #if !MockServer
    /// How to get a tool with a server in it.
    private static let advice = """
      schemagen: this schemagen was built without the mock server, which is a trait of the package:
        swift run --traits MockServer schemagen mock INPUT…
      or, in a package that depends on it:
        .package(url: …, from: …, traits: ["MockServer"])

      """
  #endif
}
