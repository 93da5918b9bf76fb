#if AsyncHTTPClient
  import AsyncHTTPClient
  import NIOCore

  /// The chunks of a response as the runtime takes them.
  struct ResponseChunks: AsyncSequence, Sendable {
    /// The chunks as AsyncHTTPClient gives them.
    private let body: HTTPClientResponse.Body

    /// Reads a body.
    init(_ body: HTTPClientResponse.Body) { self.body = body }

    /// Reads the chunks.
    struct AsyncIterator: AsyncIteratorProtocol {
      /// Gives the chunks.
      var buffers: HTTPClientResponse.Body.AsyncIterator
      /// What comes behind the last chunk; nil for nothing that is known of.
      private var failure: BrokenResponse?

      /// Reads chunks.
      init(_ buffers: HTTPClientResponse.Body.AsyncIterator) { self.buffers = buffers }

      /// The next chunk; nil at the end.
      ///
      /// - Throws: `CancellationError` where the task was cancelled, `BrokenResponse` behind what came before a break, else
      ///   AsyncHTTPClient's error.
      mutating func next() async throws -> [UInt8]? {
        do {
          while failure == nil, var buffer = try await buffers.next() {
            failure = BrokenResponse(endOf: &buffer)
            if buffer.readableBytes > 0 { return [UInt8](buffer.readableBytesView) }
          }
          if let failure { throw failure }
          return nil
        } catch {
          throw Task.isCancelled ? CancellationError() : error
        }
      }
    }

    /// Starts reading.
    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body.makeAsyncIterator()) }
  }
#endif
