import Foundation

/// The server, as long as it runs.
final class ServerProcess {
  /// The process.
  private let process = Process()
  /// Keeps the server running until it is closed.
  private let input = Pipe()
  /// Where it listens.
  let port: Int

  /// The server did not say where it listens.
  struct Failure: Error {}

  /// Starts the server.
  init(_ program: URL) throws {
    let output = Pipe()
    process.executableURL = program
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(text.prefix { $0 != "\n" }) else { throw Failure() }
    self.port = port
  }

  /// Ends the server.
  func stop() { try? input.fileHandleForWriting.close() }
}
