import ArgumentParser
import SchemaGen

/// The command line tool.
@main
struct SchemaGenCommand: ParsableCommand {
  func run() throws {}
}
