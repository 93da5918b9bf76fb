/// A documented value as the raw document holds it.
struct FoundExample {
  /// Where the value begins and ends.
  var place: DocumentedPlace
  var end: DocumentedPlace
  /// What the value is an example of: the kind of the place, for example `schema default`.
  var kind: String
  /// Where the parts of the document begin that the value stands in, from the operation or component inwards.
  var containers: [DocumentedPlace]
  /// Whether an operation or a schema leads to the value; otherwise it stands in a component that nothing uses.
  var isUsed: Bool
}
