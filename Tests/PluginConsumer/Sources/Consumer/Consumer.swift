public import SchemaRuntime

/// A client as a user of the package would make one.
public func petsClient(transport: any ClientTransport) -> Pets.Client {
  Pets.Client(transport: transport)
}
