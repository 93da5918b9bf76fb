import Foundation
import PackagePlugin

/// `swift package schemagen`: generates sources into the package, to be committed.
@main
struct SchemaGenCommand: CommandPlugin {
  /// Runs the tool in the package's folder.
  func performCommand(context: PluginContext, arguments: [String]) throws {
    try Tool(url: context.tool(named: "schemagen").url, folder: context.package.directoryURL).run(arguments)
  }
}

/// The generator as a process.
private struct Tool {
  /// Options that are followed by a value.
  private static let optionsWithValue: Set<String> = [
    "-o", "--output", "--config", "--module", "--templates", "--tests", "--diagnostics", "--shards",
    "--cache-dir",
  ]

  /// Options that ask for something else than output.
  private static let optionsWithoutOutput: Set<String> = ["-h", "--help", "--version", "--dump-ir"]

  let url: URL
  /// Where relative paths begin.
  let folder: URL

  /// Runs the tool; its output is the plugin's, and so is its exit code.
  func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = url
    process.arguments = completed(arguments)
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { exit(process.terminationStatus) }
  }

  /// The arguments with `specs` for the input and `Sources` for the output where none is named.
  private func completed(_ arguments: [String]) -> [String] {
    var hasInput = false
    var hasOutput = arguments.contains { Self.optionsWithoutOutput.contains($0) }
    var isValue = false
    for argument in arguments {
      if isValue {
        isValue = false
      } else if argument.hasPrefix("-") {
        let name = argument.prefix { $0 != "=" }
        if name == "-o" || name == "--output" || argument.hasPrefix("-o") { hasOutput = true }
        isValue = Self.optionsWithValue.contains(argument)
      } else {
        hasInput = true
      }
    }
    return (hasInput ? [] : ["specs"]) + arguments + (hasOutput ? [] : ["--output", "Sources"])
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension SchemaGenCommand: XcodeCommandPlugin {
    /// Runs the tool in the project's folder. Xcode names the chosen targets in arguments of its own, which the tool
    /// does not know.
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
      var extractor = ArgumentExtractor(arguments)
      _ = extractor.extractOption(named: "target")
      let tool = try context.tool(named: "schemagen")
      try Tool(url: tool.url, folder: context.xcodeProject.directoryURL).run(extractor.remainingArguments)
    }
  }
#endif
