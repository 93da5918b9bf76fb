import SchemaRuntime

extension Relay.Client {
  /// A client with a connection of one's own.
  init(_ connection: Connection) {
    self.init(transport: connection.transport)
    self.connection = connection
  }
}
