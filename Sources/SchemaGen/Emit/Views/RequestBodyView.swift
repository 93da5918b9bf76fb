import Mustache
import SchemaIR

/// A body that may be in one of several media types, as `requestBody.mustache` shows it.
struct RequestBodyView: MustacheParent {
  let access: String
  let name: String
  let documentation: [String]
  let cases: [CaseView]
  let imports: Imports

  /// The body of an operation that has a name for it; nil otherwise.
  init?(_ index: Int, in context: EmitContext) {
    guard let name = context.names.bodies[index], let body = context.api.operations[index].body else { return nil }
    access = context.access
    self.name = name.declaration
    documentation = [" What `\(context.names.operations[index])` sends, in one of several media types."]
    let layout = Layout(depth: context.names.topDepth)
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil)
    let writer = BodyWriter(layout: layout, types: types, indent: 2)
    cases = zip(body.contents, RequestBodyView.names(of: body)).map { content, name in
      CaseView(
        documentation: DocumentationComment.lines(nil, fallback: "`\(content.mediaType)`"),
        declaration: layout.call("case \(name.declaration)", [writer.type(of: content)], indent: 2)
      )
    }
    imports = body.contents.reduce(into: []) { $0.formUnion(context.resolver.imports(of: $1)) }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "name": self.name
    case "documentation": Block.text(documentation)
    case "cases": cases
    default: nil
    }
  }

  /// The names of a body's cases, what people call the media types.
  static func names(of body: Body) -> [SwiftName] {
    let requests = body.contents.map { content in
      NameScope.Request(
        content.mediaType,
        plain: NameRole.unionCase.plain(content.word),
        spelled: { NameRole.unionCase.plain(content.mediaType) }
      )
    }
    return NameScope().names(for: requests).names.map { SwiftName($0) }
  }
}

/// One case of an enumeration.
struct CaseView: MustacheParent {
  let documentation: [String]
  let declaration: String

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": Block.text(documentation)
    case "declaration": declaration
    default: nil
    }
  }
}
