import SchemaEmit
import SchemaIR
import SchemaSource

/// Short ways to build an IR by hand.
enum Build {
  /// A place in no particular document.
  static let span = SourceSpan.nowhere

  static func property(
    _ key: String,
    _ type: TypeRef,
    _ presence: Presence = .required,
    initial: Literal? = nil,
    text: String? = nil,
    isDeprecated: Bool = false
  ) -> Property {
    Property(
      key: key,
      type: type,
      presence: presence,
      initial: initial.map(presence == .required ? Initial.constant : Initial.standard),
      documentation: text,
      isDeprecated: isDeprecated,
      span: span
    )
  }

  static func structure(
    _ name: String,
    _ properties: [Property],
    additional: AdditionalProperties = .ignored,
    _ text: String? = nil,
    parent: DeclID? = nil,
    isDeprecated: Bool = false
  ) -> Declaration {
    declaration(
      .component(name),
      .structure(Structure(properties: properties, additional: additional)),
      text,
      parent: parent,
      isDeprecated: isDeprecated
    )
  }

  static func declaration(
    _ hint: NameHint,
    _ kind: Declaration.Kind,
    _ text: String? = nil,
    parent: DeclID? = nil,
    isDeprecated: Bool = false
  ) -> Declaration {
    Declaration(
      hint: hint,
      parent: parent,
      kind: kind,
      documentation: text,
      isDeprecated: isDeprecated,
      span: span
    )
  }

  /// Structures that hold nothing, by their names.
  static func api(_ name: String = "relay", structures: [String]) -> API {
    var api = API(name: name)
    api.declarations = structures.map { structure($0, []) }
    return api
  }

  /// The files that an API becomes, by path; the function may change the options.
  static func files(
    _ api: API,
    templates: TemplateSet = TemplateSet(),
    _ change: (inout EmitOptions) -> Void = { _ in }
  ) -> [String: String] {
    var options = EmitOptions(module: "Models")
    options.sources = ["openapi.yaml"]
    change(&options)
    var report = Report()
    let files = Emitter.emit(api, options: options, templates: templates, report: &report)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.contents) })
  }

  /// The text of one declaration of an API, without the file around it.
  static func body(_ api: API, of type: String) throws -> String {
    let text = files(api)["Models/Relay/Relay+\(type).swift"] ?? ""
    let begin = text.range(of: "extension Relay {\n")?.upperBound ?? text.startIndex
    return String(text[begin...].dropLast(2))
  }

  /// The table of names of an API and what was reported on the way.
  static func names(_ api: API, namespace: String? = nil) -> (table: NameTable, report: Report) {
    var report = Report()
    let table = AssignNames.assign(api, namespace: namespace, report: &report)
    return (table, report)
  }

  /// The Swift names of properties with these keys, by key.
  static func properties(_ keys: [String]) -> [String: String] {
    var api = API(name: "relay")
    api.declarations = [structure("Thing", keys.map { property($0, .scalar(.string)) })]
    let names = names(api).table.members[0].map(\.text)
    return Dictionary(zip(keys, names), uniquingKeysWith: { first, _ in first })
  }
}

extension String {
  /// The first place of a text; a stand-in for Foundation's.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
