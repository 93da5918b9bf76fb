import Foundation

/// Measures generated clients beside code written by hand, and prints tables of medians.
///
/// Without an argument everything; `calls`, `streams` and `memory` name tables. Each row is measured in a process of
/// its own, against a server in another one.
@main
enum CallBenchmarks {
  static func main() async {
    do {
      try await run(CommandLine.arguments.dropFirst())
    } catch {
      FileHandle.standardError.write(Data("call-benchmarks: \(error)\n".utf8))
      exit(1)
    }
  }

  /// Runs a scenario for another process, or everything.
  private static func run(_ arguments: ArraySlice<String>) async throws {
    if let task = arguments.first, let text = arguments.dropFirst().first, text.first == "{" {
      let run = ScenarioRun(try JSONDecoder().decode(Scenario.self, from: Data(text.utf8)))
      let result: any Encodable = task == "compare" ? try await run.compare(turns: 41) : try await run.measure()
      print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
      return
    }
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let server = try ServerProcess(folder.appending(path: "load-server"))
    defer { server.stop() }
    let bench = Bench(program: folder.appending(path: "call-benchmarks"), port: server.port)
    for (name, table) in [("calls", bench.calls), ("streams", bench.streams), ("memory", bench.memory)]
    where arguments.isEmpty || arguments.contains(name) {
      print(try table().text, terminator: "\n\n")
    }
  }
}
