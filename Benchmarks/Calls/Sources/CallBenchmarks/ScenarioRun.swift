import Dispatch
import LoadAPI
import SchemaAsyncHTTPClient
import SchemaRuntime
import SchemaURLSession

/// Runs one scenario in this process.
struct ScenarioRun {
  /// What is run.
  let scenario: Scenario
  /// Carries the requests of generated clients.
  private let transport: any ClientTransport

  /// Something came that should not have.
  struct Mismatch: Error {
    var what: String
  }

  /// Prepares a run.
  init(_ scenario: Scenario) {
    self.scenario = scenario
    transport =
      switch scenario.carrier {
      case .urlSession: URLSessionTransport(configuration: .ephemeral)
      case .asyncHTTPClient: AsyncHTTPClientTransport()
      case .memory: Chunks.transport(events: scenario.count)
      }
  }

  /// The generated client.
  private var client: Load.Client { GeneratedCalls(transport, port: scenario.port).client }

  /// Does the work and says what it took.
  func measure() async throws -> Measurement {
    switch scenario.work {
    case .calls(let kind, let concurrency):
      return try await Self.measure(scenario.count) {
        try await Self.make(kind, scenario.count, concurrency, GeneratedCalls(transport, port: scenario.port))
      }
    case .firstEvents:
      _ = try await firstEvents(10)
      var latencies: [Double] = []
      var result = try await Self.measure(scenario.count) { latencies = try await firstEvents(scenario.count) }
      result.latencies = latencies.sorted()
      return result
    default: return try await Self.measure(scenario.count) { try await expect(scenario.count, work()) }
    }
  }

  /// Makes calls with the generated client and by hand in turn, so many in each turn.
  ///
  /// The turns are short, so that a machine that is slower for a moment is slower for both.
  func compare(turns: Int) async throws -> Comparison {
    guard case .calls(let kind, let concurrency) = scenario.work else { throw Mismatch(what: "no calls") }
    let ours = GeneratedCalls(transport, port: scenario.port)
    let theirs: any Calls =
      scenario.carrier == .urlSession ? URLSessionCalls(port: scenario.port) : AsyncHTTPClientCalls(port: scenario.port)
    let take = { (calls: any Calls) in
      try await Self.measure(scenario.count) { try await Self.make(kind, scenario.count, concurrency, calls) }
    }
    var results: [(Measurement, Measurement)] = []
    for turn in -2..<turns {
      // Who is first changes.
      let first = try await take(turn % 2 == 0 ? ours : theirs)
      let second = try await take(turn % 2 == 0 ? theirs : ours)
      if turn >= 0 { results.append(turn % 2 == 0 ? (first, second) : (second, first)) }
    }
    return Comparison(results)
  }

  /// Makes so many calls, so many at once.
  private static func make(_ kind: CallKind, _ count: Int, _ concurrency: Int, _ calls: any Calls) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<concurrency {
        group.addTask {
          for _ in 0..<count / concurrency {
            guard try await calls.make(kind) > 0 else { throw Mismatch(what: "an empty answer") }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Does the work that is done once; how many came or went.
  private func work() async throws -> Int {
    switch scenario.work {
    case .events:
      var count = 0
      for try await event in try await client.streamTokens(count: scenario.count).events {
        if event.data.utf8.count > 10 { count += 1 }
      }
      return count
    case .values:
      var count = 0
      for try await token in try await client.streamTokens(count: scenario.count) { count += token.choices.count }
      return count
    case .form:
      let file = try FileUpload(file: scenario.file ?? "", contentType: "audio/wav")
      // The form's own bytes come on top.
      return try await client.submitForm(.init(name: "speech", file: file)).bytes / 4096 * 4096
    case .upload:
      let body = HTTPBody(
        Chunks(chunk: Chunks.zeros, count: scenario.count / Chunks.zeros.count),
        length: Int64(scenario.count)
      )
      return try await client.upload(body).bytes
    case .download:
      var count = 0
      for try await chunk in try await client.download(size: scenario.count) { count += chunk.count }
      return count
    case .calls, .firstEvents: return 0
    }
  }

  /// The time from the sending of the first event of each of so many streams to its arrival, in seconds.
  private func firstEvents(_ count: Int) async throws -> [Double] {
    var result: [Double] = []
    for _ in 0..<count {
      let (sent, arrived) = try await firstEvent()
      result.append(Double(arrived - sent) / 1e9)
    }
    return result
  }

  /// When the first event of a stream was sent, and when it arrived, in nanoseconds.
  private func firstEvent() async throws -> (sent: Int, arrived: Int) {
    if scenario.isHandwritten { return try await HandwrittenStream.firstEvent(scenario.carrier, port: scenario.port) }
    var result: (sent: Int, arrived: Int)?
    for try await moment in try await client.streamMoments(count: 2) where result == nil {
      result = (moment.sent, Int(DispatchTime.now().uptimeNanoseconds))
    }
    guard let result else { throw Mismatch(what: "no event") }
    return result
  }

  /// Checks that all came.
  private func expect(_ count: Int, _ found: Int) throws {
    guard count == found else { throw Mismatch(what: "\(found) instead of \(count)") }
  }

  /// What a function takes.
  private static func measure(_ count: Int, _ body: () async throws -> Void) async throws -> Measurement {
    let (start, processorStart) = (DispatchTime.now().uptimeNanoseconds, Usage.processorSeconds)
    try await body()
    return Measurement(
      count: count,
      seconds: Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9,
      processorSeconds: Usage.processorSeconds - processorStart,
      peakBytes: Usage.peakBytes
    )
  }
}
