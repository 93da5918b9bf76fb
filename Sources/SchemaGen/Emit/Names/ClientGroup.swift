/// Methods of the client that are called through a property of it.
package struct ClientGroup: Sendable {
  /// The tag of the operations.
  let tag: String
  /// The type that has the methods.
  var type: SwiftName
  /// The client's property.
  var member: SwiftName
  /// The operations, by their indices.
  var operations: [Int]
}
