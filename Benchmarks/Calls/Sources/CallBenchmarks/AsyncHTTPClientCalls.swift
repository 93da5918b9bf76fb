import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat

/// The calls as somebody writes them with AsyncHTTPClient and `JSONDecoder`: the status is looked at, errors are decoded.
struct AsyncHTTPClientCalls: Calls {
  /// Writes bodies.
  private let encoder = JSONEncoder()
  /// Reads bodies.
  private let decoder = JSONDecoder()
  /// The base URL.
  private let base: String

  /// Calls the server on a port.
  init(port: Int) { base = "http://127.0.0.1:\(port)" }

  func getItem() async throws -> Int {
    let item: Handwritten.Item = try await send(HTTPClientRequest(url: "\(base)/items/7?currency=EUR"))
    return item.name.count
  }

  func listItems() async throws -> Int {
    let list: Handwritten.ItemList = try await send(HTTPClientRequest(url: "\(base)/items?limit=100"))
    return list.items.count
  }

  func createCompletion() async throws -> Int {
    var request = HTTPClientRequest(url: "\(base)/completions")
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    let body = try encoder.encode(
      Handwritten.CompletionRequest(
        model: "large-2",
        messages: [.init(role: "system", content: Texts.system), .init(role: "user", content: Texts.question)],
        temperature: 0.5,
        maxTokens: 200
      )
    )
    request.body = .bytes(ByteBuffer(data: body))
    let completion: Handwritten.Completion = try await send(request)
    return completion.choices[0].message.content.count
  }

  /// Sends a request and decodes what comes back.
  private func send<Value: Decodable>(_ request: HTTPClientRequest) async throws -> Value {
    var request = request
    request.headers.add(name: "Accept", value: "application/json")
    request.headers.add(name: "Authorization", value: "Bearer \(Texts.token)")
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
    let body = try await response.body.collect(upTo: 16 * 1024 * 1024)
    guard (200..<300).contains(response.status.code) else {
      throw Handwritten.Failure(
        status: Int(response.status.code),
        problem: try? decoder.decode(Handwritten.Problem.self, from: body)
      )
    }
    return try decoder.decode(Value.self, from: body)
  }
}
