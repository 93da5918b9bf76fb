#if AsyncHTTPClient
  import AsyncHTTPClient
  import NIOCore
  import NIOHTTP1
  import NIOHTTP2
  import NIOHTTPCompression

  /// A response whose status is none (RFC 9110, section 15).
  struct InvalidStatus: Error {
    /// The status.
    let code: Int
  }

  /// Ends a response that breaks off in its body, and marks that end, so that what came before it is delivered.
  ///
  /// AsyncHTTPClient keeps what has come without having been asked for: it hands that over with the end of the response, and
  /// drops it with an error. `ResponseChunks` finds the mark and throws the error.
  final class BreakHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    /// Where a connection is.
    private enum State {
      /// Not in a body: an error is that of the request.
      case outside
      /// Between the head of a response and its end.
      case inBody
      /// Behind a break: nothing more is passed on.
      case broken
    }

    /// Where the connection is.
    private var state = State.outside

    /// Puts a handler between those that read responses and the one that AsyncHTTPClient has behind them, on a connection of HTTP/1.1
    /// or a stream of HTTP/2.
    static func add(to channel: any Channel) -> EventLoopFuture<Void> {
      channel.eventLoop.makeCompletedFuture {
        let pipeline = channel.pipeline.syncOperations
        let reader: any ChannelHandler
        if let handler = try? pipeline.handler(type: NIOHTTPResponseDecompressor.self) {
          reader = handler
        } else if let handler = try? pipeline.handler(type: HTTP2FramePayloadToHTTP1ClientCodec.self) {
          reader = handler
        } else if let handler = try? pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self) {
          reader = handler
        } else {
          // Of a connection that is made otherwise a break drops what was not asked for, as without the handler.
          return
        }
        try pipeline.addHandler(BreakHandler(), position: .after(reader))
      }
    }

    /// Passes on a part of a response.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      if case .broken = state { return }
      switch unwrapInboundIn(data) {
      case .head(let head) where head.status.code < 100:
        // AsyncHTTPClient takes it for that of an interim response, and ends the process where a body follows.
        state = .broken
        context.fireErrorCaught(InvalidStatus(code: Int(head.status.code)))
        context.close(promise: nil)
        return
      case .head(let head): if head.status.code >= 200 || head.status == .switchingProtocols { state = .inBody }
      case .body: break
      case .end: state = .outside
      }
      context.fireChannelRead(data)
    }

    /// Takes an error for a break where there is a body.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      switch state {
      case .outside: context.fireErrorCaught(error)
      case .inBody:
        end(context, error)
        // A connection of HTTP/1.1 is closed by AsyncHTTPClient, a stream of HTTP/2 is not.
        context.close(promise: nil)
      case .broken: break
      }
    }

    /// Takes the end of the connection for a break where there is a body.
    func channelInactive(context: ChannelHandlerContext) {
      if case .inBody = state { end(context, HTTPClientError.remoteConnectionClosed) }
      context.fireChannelInactive()
    }

    /// Ends the response in place of its connection.
    private func end(_ context: ChannelHandlerContext, _ error: any Error) {
      state = .broken
      // AsyncHTTPClient uses a connection again where the end comes while it reads; so it is told that this is all there was to read.
      context.fireChannelReadComplete()
      context.fireChannelRead(wrapInboundOut(.body(BrokenResponse(error).mark)))
      context.fireChannelRead(wrapInboundOut(.end(nil)))
    }
  }
#endif
