public import HTTPTypes

/// How a client sends its calls: where to, with which credentials, through which transport.
public struct Connection: Sendable {
  /// Sends the requests.
  public var transport: any ClientTransport
  /// The base URL.
  public var server: Server
  /// The credentials; nil for none.
  public var authorization: Authorization?
  /// The alternatives of credentials that operations ask for which name none of their own; nil for all that there are.
  public var security: [SecurityRequirement]?
  /// Header fields for every request; parameters and the runtime's own fields replace those of the same name.
  public var headers = HTTPFields()
  /// What each request passes on its way to the transport; the first is outermost.
  public var middleware: [any ClientMiddleware] = []
  /// How long a call may take as a whole; of a stream, how long until its head, then between two chunks. Nil for no limit
  /// but the transport's own.
  public var timeout: Duration?
  /// How many bytes of a response are taken into memory.
  public var bodyLimit = 256 * 1024 * 1024
  /// How many bytes an event or a line of a stream may have.
  public var elementLimit = 16 * 1024 * 1024
  /// Measures timeouts.
  public var clock: any Clock<Duration> = ContinuousClock()
  /// What `with` and the runtime itself say about the next calls.
  var options = CallOptions()

  /// Makes a connection.
  ///
  /// - Parameter security: the alternatives of credentials that operations ask for which name none of their own, of which
  ///   the first is sent that the client has all of; where it has none of them whole, and where this is nil, all of the
  ///   client's credentials are sent.
  public init(
    transport: any ClientTransport,
    server: Server,
    authorization: Authorization? = nil,
    security: [SecurityRequirement]? = nil
  ) {
    self.transport = transport
    self.server = server
    self.authorization = authorization
    self.security = security
  }
}
