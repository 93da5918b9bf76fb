import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The time between two events that say when they were sent.
  private static let pause = TimeAmount.milliseconds(5)

  /// The request that is under way.
  private var head: HTTPRequestHead?
  /// How many bytes of its body came.
  private var count = 0
  /// Gives the pieces that are still to be sent; nil where no answer is under way.
  private var next: (() -> ByteBuffer?)?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): (self.head, count) = (head, 0)
    case .body(let buffer): count += buffer.readableBytes
    case .end: answer(context)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    send(context)
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  /// Answers the request, all of which has come.
  private func answer(_ context: ChannelHandlerContext) {
    switch Answer(target: head?.uri ?? "") {
    case .fixed(let contentType, let body): send(context, contentType, body)
    case .receipt: send(context, "application/json", ByteBuffer(string: "{\"bytes\":\(count)}"))
    case .missing: send(context, "application/json", ByteBuffer(string: "{\"message\":\"no such thing\"}"), .notFound)
    case .pieces(let contentType, let length, let next):
      begin(context, contentType, length: length)
      self.next = next
      send(context)
    case .moments(let count):
      begin(context, "text/event-stream", length: nil)
      context.flush()
      sendMoments(count, context)
    }
  }

  /// Sends a body at once.
  private func send(
    _ context: ChannelHandlerContext,
    _ contentType: String,
    _ body: ByteBuffer,
    _ status: HTTPResponseStatus = .ok
  ) {
    begin(context, contentType, length: body.readableBytes, status)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  /// Sends the header fields.
  private func begin(
    _ context: ChannelHandlerContext,
    _ contentType: String,
    length: Int?,
    _ status: HTTPResponseStatus = .ok
  ) {
    var headers: HTTPHeaders = ["Content-Type": contentType]
    if let length { headers.add(name: "Content-Length", value: "\(length)") }
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))),
      promise: nil
    )
  }

  /// Sends as many pieces as there is room for.
  private func send(_ context: ChannelHandlerContext) {
    while context.channel.isWritable, let next {
      guard let piece = next() else {
        self.next = nil
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        return
      }
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(piece))), promise: nil)
    }
  }

  /// Sends so many events, with a pause before each.
  private func sendMoments(_ count: Int, _ context: ChannelHandlerContext) {
    guard count > 0, context.channel.isActive else {
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      return
    }
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.pause) {
      let (handler, context) = loopBound.value
      context.writeAndFlush(handler.wrapOutboundOut(.body(.byteBuffer(Answer.moment))), promise: nil)
      handler.sendMoments(count - 1, context)
    }
  }
}
