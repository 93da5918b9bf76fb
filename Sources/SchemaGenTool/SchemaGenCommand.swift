import ArgumentParser
import SchemaGenRun

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
      schemagen names INPUT… [--all]
      """,
    discussion: GenerateCommand.configuration.discussion,
    version: ToolVersion.text,
    subcommands: [GenerateCommand.self, ConvertCommand.self, MockCommand.self, NamesCommand.self],
    defaultSubcommand: GenerateCommand.self
  )

  /// The help for whoever asks without naming a command: what generates is most of the tool, so its options are shown,
  /// and the other commands after them.
  private static var help: String {
    let all = helpMessage()
    let options = helpMessage(for: GenerateCommand.self)
    guard let commands = all.firstRange(of: "SUBCOMMANDS:") else { return options }
    return "\(options)\n\(all[commands.lowerBound...])"
  }

  /// Runs the tool. Wrong usage ends with exit code 2, for which the parser itself has another one.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if let argument = arguments.first, arguments.count == 1, ["-h", "--help", "help"].contains(argument) {
      return Terminal.write(help + "\n")
    }
    var running: any ParsableCommand.Type = Self.self
    do {
      var command = try parseAsRoot()
      running = type(of: command)
      try command.run()
    } catch {
      let usage = ExitCode(64)
      guard exitCode(for: error) == usage else { exit(withError: error) }
      // A command that runs does not know that it is a part of the tool.
      let own = running.configuration.commandName.map { "'\($0) --help'" } ?? ""
      let message = running.fullMessage(for: error).replacing(own, with: "'schemagen \(own.dropFirst())")
      Terminal.write(error: message + "\n")
      if let hint = folderHint(for: arguments.first) { Terminal.write(error: hint + "\n") }
      exit(withError: ExitCode(2))
    }
  }

  /// What to write where the name of a command was meant as that of a folder; nil where no such folder is there.
  private static func folderHint(for argument: String?) -> String? {
    guard let argument, configuration.subcommands.contains(where: { $0.configuration.commandName == argument }),
      FileKind(following: argument) == .folder
    else { return nil }
    return "`\(argument)` is a command; to name the folder that is called so, write ./\(argument)"
  }
}
