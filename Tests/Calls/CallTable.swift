public import SchemaRuntime

/// All calls of a client, by name and with arguments in JSON; schemagen writes one for each API where it is asked to.
public protocol CallTable: Sendable {
  associatedtype Client: APIClient

  /// Makes a client.
  static func client(transport: any ClientTransport, authorization: Authorization?, server: Server) -> Client

  /// Makes the call with a name; nil where none has it.
  ///
  /// - Throws: what the call throws, `DecodingError` where an argument is not what its type expects.
  static func call(_ name: String, of client: Client, with arguments: CallArguments) async throws -> CallResult?
}
