import SchemaDescription
import SchemaDocument
import SchemaEmit
import SchemaFrontends
import SchemaIR
import SchemaLower
import SchemaSource

/// What one schema of the suite becomes.
struct SuiteModel {
  /// A schema of which nothing could be read.
  struct Unreadable: Error {}

  /// The generated files.
  let files: [OutputFile]
  /// The name of the schema's type.
  let type: String
  /// The name of the schema's rule.
  let rule: String
  /// The book of rules as JSON.
  let rules: String

  /// Generates the models of a schema, in a namespace of its own.
  init(_ group: JSONSchemaSuite.Group, number: Int) throws {
    let file = SourceFile(id: FileID(0), path: "schema.json", bytes: Array(group.schema.utf8))
    var report = Report()
    guard let root = Frontends.value(of: file, report: &report) else { throw Unreadable() }
    let description = Frontends.jsonSchema(root, in: file, library: nil, report: &report)
    var lowerOptions = LowerOptions()
    lowerOptions.validation = .rules
    // What a schema forbids is an error here, and not skipped.
    lowerOptions.unknownKeys = .refuse
    let api = Lowering.lower([description], name: "suite", options: lowerOptions, report: &report)
    var options = EmitOptions(module: "Suite")
    options.namespace = "Schema\(number)"
    options.shards = 1
    files = Emitter.emit(api, options: options, templates: TemplateSet(), report: &report)
    let hint = description.schemas[0].name.map(NameHint.component)
    guard let rule = api.rules.first,
      let index = api.declarations.firstIndex(where: { $0.hint == hint && $0.parent == nil })
    else { throw Unreadable() }
    type = Emitter.name(of: DeclID(index), in: api, options: options)
    self.rule = rule.name
    let entries = api.rules.map { rule in
      var text = ""
      Rule.quote(rule.name, to: &text)
      return text + ":" + rule.rule.json
    }
    rules = "{" + entries.joined(separator: ",") + "}"
  }
}
