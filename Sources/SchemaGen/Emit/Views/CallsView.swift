import Mustache
import SchemaIR

/// What `calls.mustache` shows: all calls of a client in one table, by name and of values in JSON.
struct CallsView: MustacheParent {
  /// How many calls one function makes, about: the compiler takes longer for a long function than for several short ones.
  private static let partSize = 40

  /// Some of the calls.
  struct Part: MustacheParent {
    let documentation: [String]
    let name: String
    let branches: [String]

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "name": self.name
      case "branches": Block.text(branches)
      default: nil
      }
    }
  }

  let sources: String
  let imports: [String]
  let access: String
  let name: String
  let client: String
  let isDeprecated: Bool
  let parts: [Part]

  init(_ context: EmitContext, options: EmitOptions) {
    sources = FileView.sources(options)
    access = options.access.modifier
    let isHidden = options.access == .internal
    let modules: Imports = [.runtime, Imports("SchemaCalls"), Imports(options.module)]
    let seen = options.access.importModifier
    imports = modules.modules.map { module in
      isHidden && module == options.module ? "@testable import \(module)" : "\(seen)import \(module)"
    }
    name = context.names.namespace.text + "Calls"
    client = (options.hasNamespace ? context.names.namespace.declaration : options.module) + ".Client"
    let writer = InvocationWriter(context: context, layout: Layout(depth: 0), indent: 6)
    let invocations = writer.invocations()
    isDeprecated = invocations.contains { $0.call.operation.isDeprecated }
    let split = HashedParts(invocations, size: Self.partSize) { $0.call.name }
    parts = split.parts.map { number, invocations in
      Part(
        documentation: [split.count == 1 ? " Makes a call." : " Makes a call, part \(number) of \(split.count)."],
        name: "calls\(number)",
        branches: invocations.map { invocation in
          "case \(StringLiteral.quoted(invocation.call.name)):\n      \(invocation.statements)"
        }
      )
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "sources": sources
    case "imports": imports
    case "access": access
    case "name": self.name
    case "client": client
    case "isDeprecated": isDeprecated
    case "parts": parts
    default: nil
    }
  }
}
