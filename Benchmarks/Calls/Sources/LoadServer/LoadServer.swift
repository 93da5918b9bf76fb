import NIOCore
import NIOHTTP1
import NIOPosix

/// The server of the benchmarks, in a process of its own: prints its port and serves until its input ends.
@main
enum LoadServer {
  static func main() async throws {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
      .serverChannelOption(.backlog, value: 256)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(RequestHandler())
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    print(channel.localAddress?.port ?? 0)
    // Whoever reads the port would wait for the end of a buffer otherwise.
    flushOutput()
    while readLine() != nil {}
  }
}
