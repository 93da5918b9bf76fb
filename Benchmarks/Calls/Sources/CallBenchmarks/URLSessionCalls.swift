import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The calls as somebody writes them with `URLSession` and `JSONDecoder`: the status is looked at, errors are decoded.
struct URLSessionCalls: Calls {
  /// The session.
  private let session = URLSession(configuration: .ephemeral)
  /// Writes bodies.
  private let encoder = JSONEncoder()
  /// Reads bodies.
  private let decoder = JSONDecoder()
  /// The base URL.
  private let base: URL

  /// Calls the server on a port.
  init(port: Int) { base = URL(string: "http://127.0.0.1:\(port)")! }

  func getItem() async throws -> Int {
    let url = base.appending(path: "items/7").appending(queryItems: [URLQueryItem(name: "currency", value: "EUR")])
    let item: Handwritten.Item = try await send(URLRequest(url: url))
    return item.name.count
  }

  func listItems() async throws -> Int {
    let url = base.appending(path: "items").appending(queryItems: [URLQueryItem(name: "limit", value: "100")])
    let list: Handwritten.ItemList = try await send(URLRequest(url: url))
    return list.items.count
  }

  func createCompletion() async throws -> Int {
    var request = URLRequest(url: base.appending(path: "completions"))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = try encoder.encode(
      Handwritten.CompletionRequest(
        model: "large-2",
        messages: [.init(role: "system", content: Texts.system), .init(role: "user", content: Texts.question)],
        temperature: 0.5,
        maxTokens: 200
      )
    )
    let completion: Handwritten.Completion = try await send(request)
    return completion.choices[0].message.content.count
  }

  /// Sends a request and decodes what comes back.
  private func send<Value: Decodable>(_ request: URLRequest) async throws -> Value {
    var request = request
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    request.setValue("Bearer \(Texts.token)", forHTTPHeaderField: "Authorization")
    let (data, response) = try await session.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
    guard (200..<300).contains(response.statusCode) else {
      throw Handwritten.Failure(
        status: response.statusCode,
        problem: try? decoder.decode(Handwritten.Problem.self, from: data)
      )
    }
    return try decoder.decode(Value.self, from: data)
  }
}
