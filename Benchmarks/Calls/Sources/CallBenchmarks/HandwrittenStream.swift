import AsyncHTTPClient
import Dispatch
import Foundation
import NIOCore
import NIOFoundationCompat

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A stream as somebody reads it who takes each chunk for an event, the least that anybody can do.
enum HandwrittenStream {
  /// When the first event of a stream was sent, and when it arrived, in nanoseconds.
  static func firstEvent(_ carrier: Scenario.Carrier, port: Int) async throws -> (sent: Int, arrived: Int) {
    let url = "http://127.0.0.1:\(port)/moments?count=2"
    switch carrier {
    case .urlSession:
      guard let url = URL(string: url) else { throw URLError(.badURL) }
      var first: (sent: Int, arrived: Int)?
      for try await chunk in FirstChunk.chunks(of: url) where first == nil { first = try read(chunk) }
      guard let first else { throw URLError(.badServerResponse) }
      return first
    case .asyncHTTPClient, .memory:
      let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: .seconds(60))
      var first: (sent: Int, arrived: Int)?
      for try await buffer in response.body where first == nil { first = try read(Data(buffer: buffer)) }
      guard let first else { throw HTTPClientError.remoteConnectionClosed }
      return first
    }
  }

  /// The time that an event holds, and that of now.
  private static func read(_ chunk: Data) throws -> (sent: Int, arrived: Int) {
    let text = chunk.dropFirst("data: ".utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    let moment = try JSONDecoder().decode(Handwritten.Moment.self, from: Data(text))
    return (moment.sent, Int(DispatchTime.now().uptimeNanoseconds))
  }

  /// Passes the chunks of a response on.
  private final class FirstChunk: NSObject, URLSessionDataDelegate {
    /// Takes the chunks.
    private let continuation: AsyncThrowingStream<Data, any Error>.Continuation

    /// Passes the chunks on to a continuation.
    private init(_ continuation: AsyncThrowingStream<Data, any Error>.Continuation) { self.continuation = continuation }

    /// The chunks of a response, each as soon as it is there.
    static func chunks(of url: URL) -> AsyncThrowingStream<Data, any Error> {
      let (stream, continuation) = AsyncThrowingStream.makeStream(of: Data.self)
      let session = URLSession(configuration: .ephemeral, delegate: FirstChunk(continuation), delegateQueue: nil)
      session.dataTask(with: url).resume()
      session.finishTasksAndInvalidate()
      return stream
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
      continuation.yield(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
      continuation.finish(throwing: error)
    }
  }
}
