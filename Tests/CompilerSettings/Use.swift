import SchemaRuntime

/// Models and clients belong to no actor, whatever the module's default isolation is.
nonisolated func useOffTheMainActor(_ client: BrokenReferences.Client, _ shape: Unions.Shapes) throws -> Bool {
  let copy = client
  _ = copy.connection
  return try RoundTrip.differences(of: Unions.Shapes.self, json: "1").isEmpty && shape == .string("x")
}

/// Values cross from one actor to another.
func send(_ shape: Unions.Shapes) { Task.detached { _ = shape == .string("x") } }
