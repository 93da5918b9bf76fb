import SchemaIR
import SchemaSource

extension Emitter {
  /// The calls of one API's client, in the order of the operations.
  package static func calls(_ api: API, options: EmitOptions) -> [EmittedCall] {
    var ignored = Report()
    let context = EmitContext(AliasCycles.broken(in: api), options: options, report: &ignored)
    return InvocationWriter(context: context, layout: Layout(depth: 0), indent: 0).invocations().map(\.call)
  }

  /// The table of one API's calls, `<Namespace>Calls.swift`; no file where there is nothing to call.
  package static func emitCalls(_ api: API, options: EmitOptions, templates: TemplateSet) -> [OutputFile] {
    guard api.operations.contains(where: { $0.kind == .call }) else { return [] }
    var ignored = Report()
    let context = EmitContext(AliasCycles.broken(in: api), options: options, report: &ignored)
    let view = CallsView(context, options: options)
    let text = Assembly.text(of: Assembly.Piece(text: templates.render(view, with: .calls), depth: 0))
    return [OutputFile(path: view.name + ".swift", contents: text)]
  }
}
