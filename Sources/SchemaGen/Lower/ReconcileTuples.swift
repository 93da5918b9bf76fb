import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// The rules for arrays whose first elements have types of their own: a missing one is optional, one too many is kept.
  mutating func reconcile(
    _ node: Node,
    with tuple: Tuple,
    of id: DeclID,
    at place: Place,
    in context: Context
  ) -> TypeRef {
    guard let nodes = node.elements else { return widen(.declared(id), toCarry: node, at: place, in: context) }
    var widened = tuple
    for (index, node) in nodes.enumerated() {
      var element = place.element()
      element.path = "\(place.path)[\(index)]"
      element.parent = id
      guard index < tuple.elements.count else {
        element.hint = .variant("item")
        if tuple.rest == nil, widened.rest == nil, !context.isQuiet {
          report.add(
            .widenedType,
            "the example has more elements than `\(place.path)` has; those behind are kept",
            at: node.span,
            notes: [documented(place)]
          )
        }
        widened.rest = reconcile(node, with: widened.rest ?? .unstated(.missing), at: element, in: context)
        continue
      }
      element.hint = .variant(tuple.elements[index].name)
      widened.elements[index].type = reconcile(node, with: widened.elements[index].type, at: element, in: context)
    }
    for index in tuple.elements.indices.dropFirst(nodes.count) where widened.elements[index].presence == .required {
      widened.elements[index].presence = .optional
      guard !context.isQuiet else { continue }
      report.add(
        .optionalProperty,
        "the example ends before the element \(index) of `\(place.path)`",
        at: node.span,
        notes: [documented(place)]
      )
    }
    if widened != tuple { update(id, .tuple(widened)) }
    return .declared(id)
  }
}
