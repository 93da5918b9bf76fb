import Mustache
import SchemaIR

/// One property of a structure, in every function that deals with it.
struct PropertyView: MustacheParent {
  let documentation: [String]
  let isDeprecated: Bool
  let name: String
  /// Where the value of a deprecated property is kept, so that generated code need not name it.
  let storage: String
  /// The variable, and where the value of a deprecated one is kept; the name and the type are on two lines where they do
  /// not fit on one.
  let declaration: [String]
  /// One parameter of the memberwise initialiser.
  let parameter: String
  /// Whether callers may leave the parameter out.
  let isOptional: Bool
  let assignment: String
  let read: String
  let write: String

  init(_ property: Property, name: SwiftName, in scope: EmitScope) {
    let form = PropertyForm(property, scope.resolver)
    let type = form.type(scope.types.core(property.type))
    let isBoxed = scope.resolver.isBoxed(property.type)
    documentation = DocumentationComment.lines(
      property.documentation,
      fallback: "The value of \(StringLiteral.shown(property.key))."
    )
    isDeprecated = property.isDeprecated
    let wrapper = isBoxed ? "@Indirect " : ""
    self.name = name.declaration
    storage = property.isDeprecated ? "_" + name.text : name.declaration
    let isDeprecated = property.isDeprecated
    let variable = "\(isDeprecated ? "" : wrapper)\(scope.access)var \(name.declaration):"
    let shown = scope.layout.pair(variable, type, indent: 2)
    declaration =
      isDeprecated
      ? [
        "@available(*, deprecated)", "\(shown) {", "  get { \(storage) }", "  set { \(storage) = newValue }", "}",
        scope.layout.pair("\(wrapper)private var \(storage):", type, indent: 2),
      ]
      : [shown]
    var initial: String?
    switch property.initial {
    case .constant(let literal) where !form.isOmittable, .standard(let literal):
      initial = scope.literals.text(literal, as: property.type)
    case .constant, nil: break
    }
    if case .optionalNullable = form, let text = initial, text.hasPrefix(".") || text == "[:]" {
      initial = ".value(\(text))"
    }
    if initial == nil, form.isOmittable { initial = "nil" }
    parameter = "\(name.label): \(type)" + (initial.map { " = " + $0 } ?? "")
    isOptional = initial != nil
    let own = property.isDeprecated ? storage : name.text
    assignment = scope.layout.pair("self.\(own) =", name.local, indent: 4)
    var scalar: Scalar?
    if case .scalar(let known) = scope.resolver.resolved(property.type) { scalar = known }
    let key = StringLiteral.quoted(property.key)
    let member = property.isDeprecated ? storage : name.member
    read = scope.layout.call("\(member) = try reader.\(form.accessor(scalar))", [key], indent: 4)
    write = scope.layout.call("try writer.\(form.accessor(scalar))", [key, member], indent: 4)
  }

  /// The dictionary that keeps what a structure does not name.
  init(additional type: TypeRef, in scope: EmitScope) {
    let text = "[String: \(scope.types.text(type))]"
    documentation = [" The properties that have no name here."]
    isDeprecated = false
    name = "additionalProperties"
    storage = name
    declaration = [scope.layout.pair("\(scope.access)var \(name):", text, indent: 2)]
    parameter = "\(name): \(text) = [:]"
    isOptional = true
    assignment = "self.\(name) = \(name)"
    read = ""
    write = ""
  }

  /// The documentation and the declaration.
  var lines: [String] { documentation.map { "///\($0)" } + declaration }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": Block.text(documentation)
    case "isDeprecated": isDeprecated
    case "name": Verbatim(self.name)
    case "declaration": Block.text(declaration)
    default: nil
    }
  }
}
