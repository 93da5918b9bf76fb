import LoadAPI
import SchemaRuntime

/// The calls of the generated client.
struct GeneratedCalls: Calls {
  /// The client.
  let client: Load.Client

  /// Makes a client of the server on a port.
  init(_ transport: any ClientTransport, port: Int) {
    client = Load.Client(transport: transport, authorization: .bearer(Texts.token), server: "http://127.0.0.1:\(port)")
  }

  func getItem() async throws -> Int { try await client.getItem(id: "7", currency: "EUR").name.count }

  func listItems() async throws -> Int { try await client.listItems(limit: 100).items.count }

  func createCompletion() async throws -> Int {
    let request = Load.CompletionRequest(
      model: "large-2",
      messages: [.init(role: "system", content: Texts.system), .init(role: "user", content: Texts.question)],
      temperature: 0.5,
      maxTokens: 200
    )
    return try await client.createCompletion(request).choices[0].message.content.count
  }
}
