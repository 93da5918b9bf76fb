import SchemaLower
import SchemaSource

extension ConfigurationTable {
  /// The key `client`.
  static var client: Setting<Settings> {
    .object(
      Settings(),
      [
        Key(
          "groups",
          \.groupsOperations,
          Setting<Groups>.choice.map { $0 == .tags },
          initial: "\"none\"",
          "`tags` groups the methods by the first tags of their operations, as in `client.pets.list()`."
        ),
        Key(
          "names",
          \.shortensGrouped,
          Setting<GroupedNames>.choice.map { $0 == .short },
          initial: "\"short\"",
          "`short` leaves out of a method's name in a group the words of the tag, `full` keeps them: `client.pets.listPets()`."
        ),
      ]
    )
  }

  /// The key `streams`.
  static var streams: Setting<[String: Located<StreamOption>]> {
    let named = Setting.text(example: "ChatChunk").map { name in
      name == "none" ? StreamOption.off : .on(event: name, property: nil, terminators: [])
    }
    let parts = Setting<StreamParts>.object(
      StreamParts(),
      [
        Key("event", \.event, .text(example: "ChatChunk"), "The name of the schema of an event's data."),
        Key(
          "property",
          \.property,
          .text(example: "stream"),
          "The boolean property of the body, or the parameter of the query, that asks for the stream; `stream` where it is "
            + "not said."
        ),
        Key(
          "until",
          \.terminators,
          .list(of: .text(example: "[DONE]")),
          "The data of the event that ends the stream, one text or a list; `[DONE]` where nothing else is documented."
        ),
      ]
    ).map { StreamOption.on(event: $0.event, property: $0.property, terminators: $0.terminators) }
    let either = Setting<StreamOption>(shape: .either([named.shape, parts.shape])) { node, key, _, report in
      node.members == nil ? named.read(node, key, nil, &report) : parts.read(node, key, nil, &report)
    }
    return .map(of: either.located, example: "createChat")
  }

  /// The key `pagination`.
  static var pagination: Setting<Settings> {
    .object(
      Settings(),
      [
        Key(
          "default",
          \.pagination,
          .choice,
          initial: "\"recognised\"",
          "`recognised` finds pages by the usual names of parameters and properties, `off` only those that are listed here."
        ),
        Key(
          "operations",
          \.pages,
          .map(of: pages.located, example: "listPets"),
          "Pages by operation id, title, method and path, or a pattern of these; `*` stands for any characters but a slash."
        ),
      ]
    )
  }

  /// How the pages of one list follow each other.
  private static var pages: Setting<PaginationOption> {
    .object(
      PaginationOption(),
      [
        Key(
          "style",
          \.style,
          .choice,
          isRequired: true,
          "`cursor`, `page` and `offset` say what the parameter takes, `link` follows the header `Link`, `off` makes no pages."
        ),
        Key(
          "parameter",
          \.parameter,
          .text(example: "cursor"),
          "The parameter of the query that says which page is wanted."
        ),
        Key("items", \.items, .text(example: "data"), "Where the items stand in a response; `.` for the whole."),
        Key(
          "next",
          \.next,
          .text(example: "paging.next"),
          "Where the next cursor stands in a response; `data[-1].id` for a property of the last item."
        ),
        Key("more", \.more, .text(example: "has_more"), "Where it stands whether there are more pages."),
        Key("first", \.first, .integer(0...1), "The number of the first page."),
      ]
    )
  }

  /// How methods are grouped.
  private enum Groups: String, CaseIterable { case none, tags }

  /// How methods in groups are named.
  private enum GroupedNames: String, CaseIterable { case short, full }

  /// The parts of a stream that the configuration names.
  private struct StreamParts {
    var event: String?
    var property: String?
    var terminators: [String] = []
  }
}
