import SchemaLower
import SchemaSource

extension ConfigurationTable {
  /// The key `filter`.
  static var filter: Setting<Filter> {
    .object(
      Filter(),
      [
        Key(
          "include",
          \.include,
          .list(of: rule),
          "Rules for what is generated; without any, everything. What one rule or another means is in."
        ),
        Key(
          "exclude",
          \.exclude,
          .list(of: rule),
          "Rules for what is left out of that. A schema that something else needs stays."
        ),
      ]
    )
  }

  /// One rule of a filter.
  private static var rule: Setting<Filter.Rule> {
    .object(
      Filter.Rule(),
      [
        Key("operations", \.operations, patterns(example: "listPets"), "Operation ids; `*` stands for any characters."),
        Key("tags", \.tags, patterns(example: "pets"), "Tags; `*` stands for any characters."),
        Key(
          "paths",
          \.paths,
          patterns(example: "/pets/**"),
          "Paths as the document writes them; `*` stands for any characters but a slash, `**` for any."
        ),
        Key("methods", \.methods, methods, "Request methods."),
        Key("schemas", \.schemas, patterns(example: "Pet"), "Names of schemas; `*` stands for any characters."),
      ]
    )
  }

  /// A list of patterns of names.
  static func patterns(example: String) -> Setting<[Located<NamePattern>]> {
    .list(of: Setting.text(example: example).map { NamePattern($0) }.located)
  }

  /// A list of request methods.
  private static var methods: Setting<[Located<NamePattern>]> {
    let method = Setting.text(pattern: "^[A-Za-z]+$", example: "GET").map("must be a request method") { text in
      let isWord = text.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
      return isWord ? NamePattern(text.uppercased()) : nil
    }
    return .list(of: method.located)
  }
}
