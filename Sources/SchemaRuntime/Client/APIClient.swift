/// A client of one API.
public protocol APIClient: Sendable {
  /// How the client sends its calls.
  var connection: Connection { get set }
}
