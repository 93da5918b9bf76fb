import SchemaEmit
import SchemaIR
import SchemaLower
import SchemaSource

extension ConfigurationTable {
  /// The key `types`.
  static var types: Setting<Settings> {
    .object(
      Settings(),
      [
        Key(
          "formats",
          \.formats,
          .map(of: chosenType, example: "date-time"),
          "Types by the name of a `format`, for example `date-time: Date`."
        ),
        Key(
          "schemas",
          \.types,
          .map(of: chosenType.located, example: "Pet.id"),
          "Types by the path of a schema or property, as in `Pet.id`, `Pet.tags[]`, or `*.id` for every property of that key."
        ),
      ]
    )
  }

  /// The key `enums`.
  static var enums: Setting<Settings> {
    .object(
      Settings(),
      [
        Key(
          "default",
          \.enumerations,
          .choice,
          initial: "\"open\"",
          "`open` keeps a value that the document does not list, `closed` refuses it."
        ),
        Key(
          "schemas",
          \.enumerationOverrides,
          .map(of: Setting<EnumerationPolicy>.choice.located, example: "Pet.status"),
          "The same by the path of a schema or property."
        ),
      ]
    )
  }

  /// One entry of `conformances`.
  static var conformance: Setting<Conformance> {
    let parts = Setting<ConformanceParts>.object(
      ConformanceParts(),
      [
        Key(
          "protocol",
          \.type,
          typeName(example: "Identifiable"),
          isRequired: true,
          "The protocol's name, as in `Identifiable`."
        ),
        Key(
          "module",
          \.module,
          .identifier(example: "Swift"),
          "The module that declares the protocol; it is imported."
        ),
        Key(
          "schemas",
          \.schemas,
          patterns(example: "Pet"),
          "The paths of the schemas whose types conform; without any, all types do. `*` stands for any characters."
        ),
      ]
    )
    return parts.map("names no type that Swift allows") { parts in
      parts.type.flatMap { ChosenType(name: $0, module: parts.module) }.flatMap { type in
        guard case .external(let type) = type else { return nil }
        return Conformance(type, schemas: parts.schemas)
      }
    }
  }

  /// A type by its name, or by its name and its module.
  private static var chosenType: Setting<ChosenType> {
    let problem = "names no type that Swift allows"
    let named = typeName(example: "String").map(problem) { ChosenType(name: $0) }
    let parts = Setting<ConformanceParts>.object(
      ConformanceParts(),
      [
        Key("name", \.type, typeName(example: "Money"), isRequired: true, "The type's name, as in `Money`."),
        Key("module", \.module, .identifier(example: "Ledger"), "The module that declares the type; it is imported."),
      ]
    ).map(problem) { parts in parts.type.flatMap { ChosenType(name: $0, module: parts.module) } }
    return Setting(shape: .either([named.shape, parts.shape])) { node, key, _, report in
      node.members == nil ? named.read(node, key, nil, &report) : parts.read(node, key, nil, &report)
    }
  }

  /// The name of a type, with the types around it.
  private static func typeName(example: String) -> Setting<String> {
    .text(pattern: "^[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*)*$", example: example)
  }

  /// The parts of a type or a protocol that the configuration names.
  private struct ConformanceParts {
    var type: String?
    var module: String?
    var schemas: [Located<NamePattern>] = []
  }
}
