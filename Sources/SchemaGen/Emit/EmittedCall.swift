import SchemaIR

/// A call of one of the client's methods in one of the ways that it can be called, for whoever tries them all.
package struct EmittedCall: Sendable {
  /// What the table of calls knows it by: the method as it is called, `pets.list`, and the case of a body that has
  /// several media types.
  package var name: String
  package var form: MethodForm
  package var operation: Operation
  /// The operation's place in the API.
  package var index: Int
  /// What the call sends as its body; nil for none.
  package var body: Content?

  init(name: String, form: MethodForm, operation: Operation, index: Int, body: Content?) {
    self.name = name
    self.form = form
    self.operation = operation
    self.index = index
    self.body = body
  }
}
