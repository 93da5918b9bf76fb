/// Gets tokens from an OAuth 2 token endpoint (RFC 6749, sections 4.4 and 6) and keeps them until they expire.
///
/// Of many calls that need a token at the same time one asks the server, the others wait for its answer; the cancellation
/// of a call that waits stops no other.
public actor OAuthTokenProvider: TokenProvider {
  /// A token and its end.
  private struct Token {
    /// The token.
    let text: String
    /// Says how long ago the token came.
    let age: Stopwatch
    /// How long the token is good; nil where the server did not say.
    let lifetime: Duration?
  }

  /// The request for a token that is under way.
  private struct Flight {
    /// Tells the request from later ones.
    let number: Int
    /// The request.
    let task: Task<String, any Error>
  }

  /// How long an answer is waited for, since all calls wait for the one request.
  private static let limit = Duration.seconds(60)

  /// What stays the same in all requests.
  private let request: TokenRequest
  /// How long before its end a token is replaced.
  private let leeway: Duration
  /// Measures the age of tokens.
  private let clock: any Clock<Duration>
  /// Texts that must not be printed.
  public nonisolated let secrets: [String]
  /// The refresh token, once there is one.
  private var refreshToken: String?
  /// The token; nil where a new one is needed.
  private var token: Token?
  /// The request for a token that is under way.
  private var flight: Flight?
  /// How many requests there have been.
  private var flights = 0

  /// Makes a provider.
  ///
  /// - Parameters:
  ///   - grant: what is shown to get a token.
  ///   - tokenURL: the token endpoint.
  ///   - clientSecret: the secret; nil for a public client, which only names itself.
  ///   - scopes: the scopes to ask for; none for the server's own choice.
  ///   - parameters: further parameters of the form, for example `audience`.
  ///   - authentication: how the client says who it is.
  ///   - leeway: how long before its end a token is replaced.
  ///   - clock: measures the age of tokens.
  public init(
    _ grant: OAuthGrant,
    tokenURL: Server,
    clientID: String,
    clientSecret: String? = nil,
    scopes: [String] = [],
    parameters: [String: String] = [:],
    authentication: OAuthClientAuthentication = .basic,
    leeway: Duration = .seconds(30),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    request = TokenRequest(
      tokenURL: tokenURL,
      clientID: clientID,
      clientSecret: clientSecret,
      scopes: scopes,
      parameters: parameters,
      authentication: authentication
    )
    self.leeway = leeway
    self.clock = clock
    var secrets = [clientSecret].compactMap(\.self)
    if let clientSecret { secrets.append(Credential.basicToken(user: clientID, password: clientSecret)) }
    if case .refreshToken(let token) = grant {
      refreshToken = token
      secrets.append(token)
    }
    self.secrets = secrets
  }

  /// The token that is kept, or a new one.
  ///
  /// - Throws: `TokenError` where the server gives none, `CallTimeout` where it does not answer within a minute, what the
  ///   transport throws, `CancellationError`.
  public func token(using transport: any ClientTransport) async throws -> String {
    if let token, isGood(token) { return token.text }
    return try await Self.wait(for: (flight ?? start(transport)).task)
  }

  /// Forgets a token that the server refused.
  public func reject(_ token: String) {
    if self.token?.text == token { self.token = nil }
  }

  /// Whether a token may still be sent.
  private func isGood(_ token: Token) -> Bool {
    guard let lifetime = token.lifetime else { return true }
    // A token that lives shorter than the leeway is used for half of its life.
    return token.age.elapsed < max(lifetime - leeway, lifetime / 2)
  }

  /// Asks the server.
  private func start(_ transport: any ClientTransport) -> Flight {
    let (request, refreshToken, clock) = (request, refreshToken, clock)
    flights += 1
    let number = flights
    let task = Task {
      do {
        let timeout = CallTimeout(operation: "token endpoint", limit: Self.limit)
        let response = try await Deadline.run(within: Self.limit, by: clock, else: timeout) {
          try await request.send(through: transport, refreshToken: refreshToken)
        }
        self.land(number, response)
        return response.accessToken
      } catch {
        self.land(number, nil)
        throw error
      }
    }
    let flight = Flight(number: number, task: task)
    self.flight = flight
    return flight
  }

  /// Keeps what the server answered; nil for nothing.
  private func land(_ number: Int, _ response: TokenResponse?) {
    guard flight?.number == number else { return }
    flight = nil
    guard let response else { return }
    token = Token(text: response.accessToken, age: Stopwatch(clock), lifetime: response.lifetime)
    if let next = response.refreshToken { refreshToken = next }
  }

  /// The result of a task that others wait for too: a cancelled call stops waiting, the task goes on.
  private static func wait(for task: Task<String, any Error>) async throws -> String {
    let waiting = Waiting<String>()
    Task { await waiting.finish(await task.result) }
    return try await withTaskCancellationHandler {
      try await waiting.value()
    } onCancel: {
      Task { await waiting.finish(.failure(CancellationError())) }
    }
  }
}
