import Foundation

/// Measures generated clients beside code written by hand, and prints tables of medians.
///
/// Without arguments everything; `calls`, `streams` and `memory` name single tables. Each figure is taken in a process of
/// its own, against a server in another one.
@main
enum CallBenchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "run", let text = arguments.last {
      let scenario = try JSONDecoder().decode(Scenario.self, from: Data(text.utf8))
      print(String(decoding: try JSONEncoder().encode(try await ScenarioRun(scenario).measure()), as: UTF8.self))
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
