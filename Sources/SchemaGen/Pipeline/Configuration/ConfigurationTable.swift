import SchemaDocument
import SchemaEmit
import SchemaIR
import SchemaLower
import SchemaSource

/// Every key of the configuration.
enum ConfigurationTable {
  /// The keys at the top.
  static var keys: [Key<Configuration>] {
    [
      Key(
        "module",
        \.module,
        Setting.identifier(example: "PetModels").map("must be no keyword of Swift") {
          Configuration.isKeyword($0) ? nil : $0
        },
        "The module that the output is for; --module wins."
      ),
      Key(
        "templates",
        \.templates,
        .text(example: "../Templates"),
        "A folder of *.mustache files that replace built-in templates, relative to this file; --templates wins."
      ),
      Key(
        "shards",
        \.shards,
        .integer(1...Configuration.shardLimit),
        "Exactly this many files for all APIs together, instead of what `layout` says; --shards wins."
      ),
    ] + shared.map { $0.within(\.settings) } + [apis]
  }

  /// The settings of single APIs: what an API does not say holds for it as it does for all.
  private static var apis: Key<Configuration> {
    let own = own + shared
    let shape = KeyShape(
      name: "apis",
      summary: "Settings of single APIs, by the name of the API's folder; they override those at the top.",
      initial: nil,
      isRequired: false,
      shape: .map(example: "petstore", .object(own.map(\.shape)))
    )
    return Key(shape: shape, comesLast: true) { node, configuration, report in
      guard let members = node.map(of: "apis", report: &report) else { return false }
      for member in members {
        var settings = configuration.settings
        settings.span = member.keySpan
        if let values = member.value.map(of: member.key, report: &report) {
          _ = Key.read(values, into: &settings, own, within: member.value.span, &report)
        }
        configuration.apis[member.key] = settings
      }
      return true
    }
  }

  /// The keys that only an API has.
  private static var own: [Key<Settings>] {
    [
      Key(
        "namespace",
        \.namespace,
        Setting.identifier(example: "PetStore").map { $0 == "none" ? Settings.Namespace.none : .named($0) },
        "The Swift name around the API's types; `none` to let them stand at the top of the module."
      ),
      Key(
        "server",
        \.server,
        .url(example: "https://api.example.com/v1"),
        "The base URL of the client, instead of the documented one."
      ),
    ]
  }

  /// The keys that stand at the top and in each API.
  private static var shared: [Key<Settings>] {
    [
      Key(
        "prose",
        \.readsProse,
        Setting<Prose>.choice.map { $0 == .read },
        initial: "\"read\"",
        "Whether descriptions are read: listed values, defaults, bounds and lengths, as in \"one of alloy, echo\"."
      ),
      Key(
        "operations",
        \.operations,
        .choice,
        initial: "\"merge\"",
        "`merge` makes one operation of all descriptions with the same method and path, `separate` one of each."
      ),
      Key(
        "confidence",
        \.documentsConfidence,
        Setting<Confidence>.choice.map { $0 == .document },
        initial: "\"hide\"",
        "`document` lets documentation comments say which types rest on examples or on prose."
      ),
      Key(
        "access",
        \.access,
        .choice,
        initial: "\"public\"",
        "Who sees the generated declarations; imports follow."
      ),
      Key(
        "filter",
        \.filter,
        filter,
        "Which operations and schemas are generated, each with everything that it needs."
      ),
      Key("naming", \.naming, naming, "How Swift names are made, and single names."),
      Key("types", \.self, types, "Swift types for formats, schemas and properties."),
      Key("enums", \.self, enums, "Whether enumerations keep values that the document does not list."),
      Key(
        "unknownKeys",
        \.unknownKeys,
        .choice,
        initial: "\"ignore\"",
        "Keys of which a schema says nothing: `ignore` skips them, `keep` keeps them in every structure, `refuse` skips "
          + "them but refuses an object with keys that its schema forbids."
      ),
      Key(
        "defaults",
        \.defaults,
        .choice,
        initial: "\"initializers\"",
        "`initializers` gives properties their documented defaults, `documentation` leaves these to the server."
      ),
      Key(
        "validation",
        \.validation,
        .choice,
        initial: "\"off\"",
        "`rules` lets models be checked against what their schemas demand beyond types; `formats` also checks formats."
      ),
      Key(
        "conformances",
        \.conformances,
        .list(of: conformance),
        "Protocols that generated types conform to beyond those that they have; the module implements what is missing."
      ),
      Key("client", \.self, client, "What the client looks like."),
      Key(
        "streams",
        \.streams,
        streams,
        "Streams of events by the operations that answer with them: the name of the schema of an event's data, `none`, or "
          + "more."
      ),
      Key("pagination", \.self, pagination, "How the pages of lists follow each other."),
      Key("layout", \.self, layout, "How the declarations are spread over files."),
    ]
  }

  /// What to do with values listed in prose.
  private enum Prose: String, CaseIterable { case read, ignore }

  /// Whether to say what a type rests on.
  private enum Confidence: String, CaseIterable { case hide, document }
}
