import SchemaIR
import SchemaSource

/// Writes an API as Swift.
package enum Emitter {
  /// The files of one API: its types, its client and its namespace.
  ///
  /// One file a top-level declaration, `<module>/<Namespace>/<Type>.swift`; with `shards`, exactly that many files
  /// `<module>/<Namespace>_00.swift`, chosen by a hash of the declaration's name.
  package static func emit(
    _ api: API,
    options: EmitOptions,
    templates: TemplateSet,
    report: inout Report
  ) -> [OutputFile] {
    let api = AliasCycles.broken(in: api)
    let context = EmitContext(api, names: AssignNames.assign(api, namespace: options.namespace, report: &report))
    let writer = FileWriter(context: context, options: options, templates: templates)
    return options.shards.map(writer.shards) ?? writer.files()
  }

  /// The name of a declaration with the namespace and the types around it, as `emit` gives it.
  package static func name(of id: DeclID, in api: API, options: EmitOptions) -> String {
    var ignored = Report()
    return AssignNames.assign(api, namespace: options.namespace, report: &ignored).qualified(id)
  }

  /// The round-trip tests of one API's examples, `<Namespace>ExampleTests.swift`; no file where it has no examples.
  package static func emitTests(
    _ api: API,
    options: EmitOptions,
    templates: TemplateSet,
    report: inout Report
  ) -> [OutputFile] {
    guard !api.examples.isEmpty else { return [] }
    let api = AliasCycles.broken(in: api)
    let context = EmitContext(api, names: AssignNames.assign(api, namespace: options.namespace, report: &report))
    let view = TestsView(context, options: options)
    let text = templates.render(view, with: .tests)
    return [OutputFile(path: view.name + ".swift", contents: text)]
  }
}
