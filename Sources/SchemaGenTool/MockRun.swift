#if MockServer
  import Foundation
  import SchemaGen
  import SchemaGenRun
  import SchemaMock
  import SchemaMockServer
  import SchemaSource

  /// One run of `schemagen mock`: reads, serves, and reads again where that is wanted.
  struct MockRun: Sendable {
    /// How often the documents are looked at with `--watch`.
    private static let watchInterval = Duration.milliseconds(500)

    private let arguments: MockArguments

    init(_ command: MockCommand) { arguments = MockArguments(command) }

    /// Carries out the run; false where anything was wrong.
    func execute() -> Bool {
      // Before anything is read, so that no change is missed.
      let stamps = FileStamps(arguments.inputs)
      let content = read()
      guard let site = content.site else { return false }
      let current = Locked(site)
      let result = Locked(true)
      let finished = DispatchSemaphore(value: 0)
      Task {
        defer { finished.signal() }
        do {
          try await serve(current, stamps.including(content.paths))
        } catch {
          Terminal.write(error: "schemagen: the server cannot run on \(arguments.host):\(arguments.port): \(error)\n")
          result.value = false
        }
      }
      finished.wait()
      return result.value
    }

    /// Runs the server, and beside it what watches the documents.
    private func serve(_ site: Locked<MockSite>, _ stamps: FileStamps) async throws {
      let isQuiet = arguments.isQuiet
      let server = MockServer(
        host: arguments.host,
        port: arguments.port,
        log: { if !isQuiet { Terminal.write(error: "\($0)\n") } },
        site: { site.value }
      )
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await server.run { port in
            let path = site.value.startPath
            let host = arguments.host.contains(":") ? "[\(arguments.host)]" : arguments.host
            Terminal.write("schemagen: http://\(host):\(port)\(path) lists the operations\n")
          }
        }
        if arguments.isWatching { group.addTask { await watch(site, stamps) } }
        try await group.next()
        group.cancelAll()
      }
    }

    /// Reads the documents again whenever they have changed; what cannot be read leaves the server as it is.
    private func watch(_ site: Locked<MockSite>, _ stamps: FileStamps) async {
      var known = stamps
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.watchInterval)
        let now = FileStamps(arguments.inputs).including(known.paths)
        guard now != known else { continue }
        let content = read()
        known = now.including(content.paths)
        guard let new = content.site else { continue }
        site.value = new
        Terminal.write(error: "schemagen: the documents were read again\n")
      }
    }

    /// What was read.
    private struct Content {
      /// The mock; nil where nothing can be served.
      let site: MockSite?
      /// The files that it depends on.
      let paths: [String]
    }

    /// Reads the documents, and shows what is wrong with them.
    private func read() -> Content {
      var reading = Reading(arguments.inputs, configuration: arguments.config)
      guard reading.findDocuments() else { return finish([], reading.report, reading.sources) }
      var described = Describer(
        configuration: reading.found.configuration,
        access: reading.access(allowsRemote: arguments.allowsRemote, cache: arguments.cacheFolder)
      )
      .describe(reading.documents, sources: reading.sources, report: reading.report)
      let apis = described.apis.map { api in
        MockAPI(api.description, name: api.name, seed: arguments.options.seed, report: &described.report)
      }
      return finish(apis, described.report, described.sources)
    }

    /// Shows the diagnostics, and passes on what was made.
    private func finish(_ apis: [MockAPI], _ report: Report, _ sources: SourceMap) -> Content {
      let outcome = Outcome(
        form: arguments.diagnostics,
        isVerbose: arguments.isVerbose,
        isQuiet: arguments.isQuiet,
        isStrict: false
      )
      let summary = apis.isEmpty ? "nothing can be served" : "the documents are read"
      _ = outcome.show(report, sources, summary: summary)
      let site = apis.isEmpty ? nil : MockSite(apis, options: arguments.options)
      return Content(site: site, paths: sources.files.map(\.path))
    }
  }

  /// What the command line says, for other threads.
  private struct MockArguments: Sendable {
    let inputs: [String]
    let host: String
    let port: Int
    let isWatching: Bool
    let config: String?
    let diagnostics: DiagnosticForm
    let allowsRemote: Bool
    let cacheFolder: String?
    let isVerbose: Bool
    let isQuiet: Bool
    let options: MockOptions

    init(_ command: MockCommand) {
      inputs = command.inputs
      host = command.host
      port = command.port
      isWatching = command.watch
      config = command.config
      diagnostics = command.diagnostics
      allowsRemote = command.allowRemote
      cacheFolder = command.cacheFolder
      isVerbose = command.verbose
      isQuiet = command.quiet
      var options = MockOptions()
      options.seed = command.seed
      options.delay = command.delay.duration
      options.latency = command.latency.bounds
      options.failRate = command.failRate
      self.options = options
    }
  }

  /// A value that threads share. `@unchecked`: the lock guards it.
  private final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var storage: Value

    init(_ value: Value) { storage = value }

    /// The value.
    var value: Value {
      get { lock.withLock { storage } }
      set { lock.withLock { storage = newValue } }
    }
  }
#endif
