import SchemaIR
import SchemaSource

/// Writes an API as Swift.
package enum Emitter {
  /// The files of one API: its types, its client and its namespace.
  ///
  /// The files lie in `<module>/<Namespace>/` as the layout has it; with `shards` there are exactly that many,
  /// `<module>/<Namespace>_00.swift`, chosen by a hash of the declaration's name.
  package static func emit(
    _ api: API,
    options: EmitOptions,
    templates: TemplateSet,
    report: inout Report
  ) -> [OutputFile] {
    var api = AliasCycles.broken(in: api)
    if options.documentsConfidence { api.documentConfidence() }
    let context = EmitContext(api, options: options, report: &report)
    for entry in context.conformances.unused {
      report.add(.unusedSetting, "no schema is at `\(entry.value.text)`", at: entry.span)
    }
    let writer = FileWriter(context: context, options: options, templates: templates)
    writer.tellLostTags(&report)
    return options.shards.map(writer.shards) ?? writer.files()
  }

  /// The names that an API declares at the top of its module: its namespace, or all that would stand there.
  package static func topLevelNames(_ api: API, options: EmitOptions) -> [String] {
    if options.hasNamespace { return [AssignNames.namespace(options.namespace ?? api.name).text] }
    var ignored = Report()
    let context = EmitContext(AliasCycles.broken(in: api), options: options, report: &ignored)
    let names = context.names
    let choices = [names.bodies, names.results, names.streamResults].flatMap(\.values)
    return names.roots.map { names[$0].text } + (choices + names.groups.map(\.type)).map(\.text).sorted()
      + (ServersView.isNeeded(for: api) ? [ServersView.name(in: names.namespace)] : [])
      + (api.operations.isEmpty ? [] : ["Client"])
  }

  /// The documented values of one API, each with the type that carries it.
  package static func examples(_ api: API, options: EmitOptions) -> [EmittedExample] {
    let api = AliasCycles.broken(in: api)
    var ignored = Report()
    let context = EmitContext(api, options: options, report: &ignored)
    let types = TypePrinter(resolver: context.resolver, names: context.names, context: nil, isQualified: true)
    return api.examples.map { example in
      EmittedExample(
        type: types.text(example.type),
        label: example.label,
        json: example.json,
        spans: [example.span] + example.repeats
      )
    }
  }

  /// What the operations of one API are called.
  package static func operationNames(_ api: API, options: EmitOptions) -> [EmittedName] {
    var ignored = Report()
    let context = EmitContext(AliasCycles.broken(in: api), options: options, report: &ignored)
    return OperationNames.list(api, names: context.names)
  }

  /// The name of a declaration with the namespace and the types around it, as `emit` gives it.
  package static func name(of id: DeclID, in api: API, options: EmitOptions) -> String {
    var ignored = Report()
    return EmitContext(api, options: options, report: &ignored).names.qualified(id)
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
    let context = EmitContext(api, options: options, report: &report)
    let view = TestsView(context, options: options)
    let text = Assembly.text(of: Assembly.Piece(text: templates.render(view, with: .tests), depth: 0))
    return [OutputFile(path: view.name + ".swift", contents: text)]
  }
}
