import ArgumentParser

/// The command line tool: arguments in, exit code out.
@main
struct SchemaGenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemagen",
    abstract: "Turns API documents into Swift models and clients, or into OpenAPI.",
    usage: """
      schemagen INPUT… -o DIR [options]
      schemagen convert INPUT… -o openapi.yaml [options]
      schemagen mock INPUT… [options]
      """,
    discussion: GenerateCommand.configuration.discussion,
    version: ToolVersion.text,
    subcommands: [GenerateCommand.self, ConvertCommand.self, MockCommand.self],
    defaultSubcommand: GenerateCommand.self
  )

  /// Runs the tool. Wrong usage ends with exit code 2, for which the parser itself has another one.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let usage = ExitCode(64)
      guard exitCode(for: error) == usage else { exit(withError: error) }
      Terminal.write(error: fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
