import Mustache
import SchemaIR

/// What `tuple.mustache` shows.
struct TupleView: MustacheParent {
  /// One property: an element, or those behind the last one.
  struct Element: MustacheParent {
    let documentation: [String]
    let declaration: String
    let parameter: String
    let assignment: String
    let read: String
    let write: String

    init(_ element: Tuple.Element, at index: Int, name: SwiftName, form property: Property, in scope: EmitScope) {
      let form = PropertyForm(property, scope.resolver)
      let type = form.type(scope.types.core(element.type))
      documentation = DocumentationComment.lines(element.documentation, fallback: "The element \(index).")
      let wrapper = scope.resolver.isBoxed(element.type) ? "@Indirect " : ""
      declaration = scope.layout.pair("\(wrapper)\(scope.access)var \(name.declaration):", type, indent: 2)
      parameter = "\(name.label): \(type)" + (form.isOmittable ? " = nil" : "")
      assignment = scope.layout.pair("self.\(name.text) =", name.local, indent: 4)
      read = "\(name.member) = try reader.\(form.accessor(nil))()"
      write = scope.layout.call("try writer.\(form.accessor(nil))", [name.member], indent: 4)
    }

    /// The elements behind the last one that has a name.
    init(rest type: TypeRef, isAlone: Bool, in scope: EmitScope) {
      let text = "[\(scope.types.text(type))]"
      documentation = [isAlone ? " The elements." : " The elements behind these."]
      declaration = scope.layout.pair("\(scope.access)var rest:", text, indent: 2)
      parameter = "rest: \(text) = []"
      assignment = "self.rest = rest"
      read = "rest = try reader.rest()"
      write = "try writer.rest(rest)"
    }

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "declaration": declaration
      default: nil
      }
    }
  }

  let access: String
  let conformances: String
  let name: String
  let documentation: [String]
  let elements: [Element]
  /// Whether an array that has more elements is an error.
  let refusesOthers: Bool
  let parameters: String
  let hasNested: Bool

  init(_ tuple: Tuple, of id: DeclID, in context: EmitContext) {
    let scope = context.scope(of: id)
    access = context.access
    conformances = context.conformances.clause(of: id)
    name = context.names[id].declaration
    let fallback = tuple.elements.isEmpty ? "A JSON array." : "A JSON array with a fixed beginning."
    documentation = context.documentation(of: context.api[id], fallback: fallback)
    hasNested = context.hasNested(id)
    var elements: [Element] = []
    for (index, (element, name)) in zip(tuple.elements, context.names.members[id.index]).enumerated() {
      let property = Property(
        key: element.name,
        type: element.type,
        presence: element.presence,
        span: context.api[id].span
      )
      elements.append(Element(element, at: index, name: name, form: property, in: scope))
    }
    if let rest = tuple.rest { elements.append(Element(rest: rest, isAlone: elements.isEmpty, in: scope)) }
    if case .refused = tuple.others { refusesOthers = true } else { refusesOthers = false }
    self.elements = elements
    parameters = scope.layout.list(elements.map(\.parameter), after: "\(access)init(", before: ") {", indent: 2)
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "conformances": conformances
    case "name": self.name
    case "documentation": Block.text(documentation)
    case "elements": elements
    case "parameters": parameters
    case "assignments": Block.text(elements.map(\.assignment))
    case "reads": Block.text(elements.map(\.read) + (refusesOthers ? ["try reader.refuseOthers()"] : []))
    case "writes": Block.text(elements.map(\.write))
    case "nested": hasNested ? [Assembly.placeholder] : []
    default: nil
    }
  }
}
