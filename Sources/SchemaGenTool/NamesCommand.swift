import ArgumentParser

/// `schemagen names`: the names of operations, as a block for the configuration.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Prints what operations are called that have no name in Latin letters, ready for schemagen.yaml.",
    usage: "schemagen names INPUT… [--all]",
    discussion: """
      An operation is called by its operationId, else by its title, else by its method and path. A title in Chinese \
      cannot name a method, and `postChat` says little. This command prints these operations with the names that they \
      have, as a block of the configuration. Change the names on the right and paste it into schemagen.yaml.

      EXAMPLES
        schemagen names specs
        schemagen names specs --all > names.yaml

      EXIT CODES
        0  the names were printed
        1  errors in documents or configuration
        2  the command line was wrong
      """
  )

  @Argument(
    help: ArgumentHelp("Documents, or folders that are searched for documents.", valueName: "input"),
    completion: .file()
  )
  var inputs: [String] = []

  @Flag(help: "Print all operations, also those that the documents name.")
  var all = false

  @Option(
    help: ArgumentHelp("The configuration; schemagen.yaml beside the inputs where not given.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var config: String?

  @Flag(name: .shortAndLong, help: "Show notes as well.")
  var verbose = false

  /// Checks what the types of the options do not say. The run does so: before it an unknown option would not be named.
  private func checkUsage() throws {
    if inputs.isEmpty { throw ValidationError("Name at least one document or folder.") }
  }

  func run() throws {
    try checkUsage()
    let succeeded = NamesRun(self).execute()
    if !succeeded { throw ExitCode.failure }
  }
}
