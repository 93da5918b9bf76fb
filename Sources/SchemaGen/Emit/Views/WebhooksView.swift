import Mustache
import SchemaIR

/// What the server sends, as `webhooks.mustache` shows it: a name for each payload and for what answers it.
struct WebhooksView: MustacheParent {
  /// Which of the server's requests a view shows.
  enum Scope: String, CaseIterable {
    /// Those sent of its own accord.
    case webhooks = "Webhooks"
    /// Those sent to places that earlier requests name.
    case callbacks = "Callbacks"

    /// The name of the enumeration: not the namespace's, which must be seen from within.
    func name(in namespace: SwiftName) -> String { namespace.text == rawValue ? rawValue + "Payloads" : rawValue }

    /// Whether an operation is one of them.
    func contains(_ operation: Operation) -> Bool {
      switch (self, operation.kind) {
      case (.webhooks, .webhook), (.callbacks, .callback): true
      default: false
      }
    }
  }

  let access: String
  let name: String
  let documentation: [String]
  let payloads: [PayloadView]
  let imports: Imports

  init(_ scope: Scope, in context: EmitContext) {
    access = context.access
    name = scope.name(in: context.names.namespace)
    documentation =
      switch scope {
      case .webhooks: [" What the server sends of its own accord, and what answers it."]
      case .callbacks: [" What the server sends to places that earlier calls named, and what answers it."]
      }
    // Without a namespace, no longer name leads around the payloads' names: these leave the types' names to the types.
    let hidden = Set(context.names.hasNamespace ? [] : context.names.roots.map { context.names[$0].text })
    var parts: [(request: NameScope.Request, type: TypeRef, documentation: [String])] = []
    for (operation, name) in zip(context.api.operations, context.names.operations) where scope.contains(operation) {
      if let body = operation.body {
        let request = Self.request(name.text, hidden: hidden)
        parts.append((request, Self.payload(of: body.content), Self.documentation(of: operation)))
      }
      if let answer = operation.successes.lazy.flatMap(\.contents).first {
        let request = Self.request(name.text + "Response", hidden: hidden, rank: 1)
        let text = "What answers `\(operation.method) \(operation.path)`."
        let lines = DocumentationComment.lines(nil, fallback: text)
        parts.append((request, Self.payload(of: answer), lines))
      }
    }
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil, isQualified: true)
    let scope = NameScope(reserved: hidden.union([context.names.namespace.text, name]))
    let names = scope.names(for: parts.map(\.request)).names
    let layout = Layout(depth: context.names.topDepth)
    payloads = zip(parts, names).enumerated().map { index, payload in
      PayloadView(
        documentation: payload.0.documentation,
        isSeparated: index > 0,
        declaration: layout.pair(
          "\(context.access)typealias \(SwiftName(payload.1).declaration) =",
          types.core(payload.0.type),
          indent: 2
        )
      )
    }
    imports = parts.reduce(into: []) { $0.formUnion(context.resolver.imports(of: $1.type)) }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "name": self.name
    case "documentation": Block.text(documentation)
    case "payloads": payloads
    default: nil
    }
  }

  /// What a payload asks for; `hidden` are the names of types that it would hide.
  private static func request(_ raw: String, hidden: Set<String>, rank: Int = 0) -> NameScope.Request {
    let plain = NameRole.type.plain(raw)
    let spelled = { hidden.contains(plain) ? plain + "Payload" : NameRole.type.spelled(raw) }
    return NameScope.Request(raw, plain: plain, spelled: spelled, rank: rank)
  }

  /// The type of what a body is once it is read.
  private static func payload(of content: Content) -> TypeRef {
    switch content.coding {
    case .json, .multipart, .urlEncoded: content.type
    case .text, .eventStream, .jsonLines: .scalar(.string)
    case .binary: .scalar(.data)
    }
  }

  /// What the document says of a request, how it is sent, and which values come with it.
  private static func documentation(of operation: Operation) -> [String] {
    var lines = DocumentationComment.lines(
      documentationText(operation.title, operation.documentation),
      fallback: "Sent as `\(operation.method) \(operation.path)`."
    )
    if case .callback(_, let caller) = operation.kind {
      lines += ["", " Follows `\(StringLiteral.shown(caller))`, as `\(operation.method)`."]
    }
    let notes = operation.parameters.flatMap { parameter in
      let text = DocumentationComment.lines(parameter.documentation, fallback: "A value beside the payload.")
      let place = "the \(parameter.location.word) parameter \(StringLiteral.shown(parameter.name))"
      return [" - With \(place):\(text[0])"] + text.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
    }
    return notes.isEmpty ? lines : lines + [""] + notes
  }

  /// Title and description as one text.
  private static func documentationText(_ title: String?, _ text: String?) -> String? {
    guard let title, let text, title != text else { return title ?? text }
    return "\(title)\n\n\(text)"
  }
}

/// One payload's name.
struct PayloadView: MustacheParent {
  let documentation: [String]
  /// Whether a blank line stands before it.
  let isSeparated: Bool
  let declaration: String

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": Block.text(documentation)
    case "isSeparated": isSeparated
    case "declaration": declaration
    default: nil
    }
  }
}
