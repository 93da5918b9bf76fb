import ArgumentParser
import Foundation
import SchemaRuntime
import SchemaURLSession

/// Talks to a model in the terminal, line by line.
@main
struct Chat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Talks to a model in the terminal.",
    discussion: """
      Each line is a message; the answer is printed while it comes. The model may ask for the weather and the time. \
      The key is taken from RELAY_API_KEY.

      COMMANDS
        /say TEXT          an answer that is spoken, written to a file
        /prefer TEXT…      what a mock is to answer the next requests with, one for each: example=NAME or status=CODE
        /quit              the end, as is the end of the input
      """
  )

  @Option(help: ArgumentHelp("The base URL; the documented one where not given.", valueName: "url"))
  var server: String?

  @Option(help: ArgumentHelp("The model that writes.", valueName: "name"))
  var model = "gpt-4o"

  @Option(help: ArgumentHelp("The model that speaks.", valueName: "name"))
  var voiceModel = "gpt-4o-audio-preview"

  @Option(name: .shortAndLong, help: ArgumentHelp("The file for what is spoken.", valueName: "file"))
  var output = "answer.wav"

  /// Reads lines until there are no more.
  func run() async throws {
    var conversation = Conversation(client: try client(), model: model, voiceModel: voiceModel)
    var failures = 0
    while let line = readLine() {
      do {
        switch Command(line) {
        case .nothing: continue
        case .quit: return
        case .message(let text):
          try await conversation.answer(text, print: Terminal.write)
          Terminal.write("\n")
        case .say(let text):
          let (sound, transcript) = try await conversation.speak(text)
          try sound.write(to: URL(filePath: output))
          Terminal.write("\(transcript)\n(\(sound.count) bytes of sound are in \(output))\n")
        case .prefer(let texts): conversation.preferences += texts
        }
      } catch let error as ResponseError<Relay.ErrorResponse> {
        // What the relay documents, it says itself; the conversation goes on.
        Terminal.complain("\(error.status): \(error.body.error.message)")
        failures += 1
      } catch {
        Terminal.complain("\(error)")
        failures += 1
      }
    }
    // Nobody at the terminal needs to be told again; a script does.
    if failures > 0 { throw ExitCode.failure }
  }

  /// A client of the relay.
  private func client() throws -> Relay.Client {
    guard let key = ProcessInfo.processInfo.environment["RELAY_API_KEY"] else {
      throw ValidationError("Put your key into RELAY_API_KEY.")
    }
    var client = Relay.Client(transport: URLSessionTransport(), authorization: .bearer(key))
    if let server { client.connection.server = Server(server) }
    client.connection.timeout = .seconds(60)
    return client
  }
}
