import Foundation

/// Takes the figures.
struct Bench {
  /// What runs scenarios: this program.
  let program: URL
  /// Where the server listens.
  let port: Int

  /// How many bytes a large body has.
  private static let large = 2 << 30
  /// The ways over the network.
  private static let carriers: [Scenario.Carrier] = [.urlSession, .asyncHTTPClient]

  /// A scenario that could not be run.
  struct Failure: Error {
    var scenario: Scenario
    var output: String
  }

  /// Calls a second and processor time for each, beside code written by hand.
  func calls() throws -> Table {
    var table = Table([
      "call", "transport", "at once", "generated", "by hand", "ratio", "processor, generated", "by hand", "ratio",
    ])
    for kind in CallKind.allCases {
      for carrier in Self.carriers {
        for concurrency in [1, 16] {
          let count = carrier == .urlSession || kind == .listItems ? 96 : 320
          let scenario = Scenario(
            work: .calls(kind, concurrency: concurrency),
            carrier: carrier,
            count: count,
            port: port
          )
          let pair = try run("compare", scenario) as Comparison
          table.add([
            kind.title, carrier.rawValue, "\(concurrency)", "\(Int(pair.ours.rate)) /s", "\(Int(pair.theirs.rate)) /s",
            Table.ratio(pair.rate), Table.microseconds(pair.ours.processorSecondsEach),
            Table.microseconds(pair.theirs.processorSecondsEach), Table.ratio(pair.processor),
          ])
        }
      }
    }
    return table
  }

  /// Events a second, and how late the first one of a stream is.
  func streams() throws -> Table {
    var table = Table(["stream", "from", "rate", "processor", "late by, median", "95 %"])
    let count = 200_000
    for carrier in [.memory] + Self.carriers {
      for work in [Scenario.Work.events, .values] {
        let scenario = Scenario(work: work, carrier: carrier, count: count, port: port)
        let result = try median(of: (0..<3).map { _ in try run(scenario) }, by: \.processorSeconds)
        table.add([
          work == .events ? "events" : "events, decoded", carrier.rawValue, "\(Int(result.rate)) /s",
          Table.microseconds(result.processorSecondsEach), "", "",
        ])
      }
    }
    for carrier in Self.carriers {
      let scenario = Scenario(work: .firstEvents, carrier: carrier, count: 300, port: port)
      for scenario in [scenario, scenario.byHand] {
        let result = try median(of: (0..<3).map { _ in try run(scenario) }, by: \.medianLatency)
        table.add([
          scenario.isHandwritten ? "the same by hand" : "first event", carrier.rawValue, "", "",
          Table.microseconds(result.medianLatency), Table.microseconds(result.lateLatency),
        ])
      }
    }
    return table
  }

  /// The most memory that large bodies and long streams take.
  func memory() throws -> Table {
    var table = Table(["what", "transport", "memory", "took", "processor"])
    let file = FileManager.default.temporaryDirectory.appending(path: "load-\(UUID().uuidString)").path
    guard FileManager.default.createFile(atPath: file, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    defer { try? FileManager.default.removeItem(atPath: file) }
    // A file with a hole takes no room on the disk, and is read like any other.
    truncate(file, off_t(Self.large))
    let works: [(String, Scenario.Work, Int)] = [
      ("nothing but a call", .calls(.getItem, concurrency: 1), 1), ("form with a file of 2 GiB", .form, Self.large),
      ("upload of 2 GiB as it is made", .upload, Self.large), ("download of 2 GiB", .download, Self.large),
      ("stream of 1,000,000 events, decoded", .values, 1_000_000),
    ]
    for (title, work, count) in works {
      for carrier in Self.carriers {
        let result = try run(Scenario(work: work, carrier: carrier, count: count, port: port, file: file))
        table.add([
          title, carrier.rawValue, "\(result.peakBytes >> 20) MiB", String(format: "%.1f s", result.seconds),
          String(format: "%.1f s", result.processorSeconds),
        ])
      }
    }
    return table
  }

  /// The one in the middle.
  private func median(of results: [Measurement], by value: (Measurement) -> Double) -> Measurement {
    results.sorted { value($0) < value($1) }[results.count / 2]
  }

  /// Runs a scenario in a process of its own.
  private func run(_ scenario: Scenario) throws -> Measurement { try run("measure", scenario) }

  /// Does something with a scenario in a process of its own.
  private func run<Result: Decodable>(_ task: String, _ scenario: Scenario) throws -> Result {
    let (process, output) = (Process(), Pipe())
    process.executableURL = program
    process.arguments = [task, String(decoding: try JSONEncoder().encode(scenario), as: UTF8.self)]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let result = try? JSONDecoder().decode(Result.self, from: data) else {
      throw Failure(scenario: scenario, output: String(decoding: data, as: UTF8.self))
    }
    return result
  }
}
