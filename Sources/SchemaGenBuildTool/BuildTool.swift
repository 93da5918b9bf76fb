import Foundation
import SchemaGenRun

/// What the build-tool plugin runs: `schemagen` without a command line, so that builds that use the plugin need not
/// build one. Its arguments are the plugin's own and may change with it.
@main
enum BuildTool {
  /// Generates one target's sources; ends with 1 where anything is wrong with its documents.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let options = GenerationOptions(Array(arguments)) else {
      Terminal.write(error: "schemagen-build-tool: run by the plugin alone; the command is schemagen\n")
      exit(2)
    }
    if !GenerationRun(options).execute() { exit(1) }
  }
}

extension GenerationOptions {
  /// Reads what the plugin passes: the folder of the documents, the one for the output, the module, the number of files
  /// and, where there is one, the configuration.
  fileprivate init?(_ arguments: [String]) {
    guard (4...5).contains(arguments.count), let shards = Int(arguments[3]), shards > 0 else { return nil }
    self.init(inputs: [arguments[0]])
    output = arguments[1]
    module = arguments[2]
    self.shards = shards
    configuration = arguments.count > 4 ? arguments[4] : nil
    isQuiet = true
  }
}
