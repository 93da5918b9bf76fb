import SchemaEmit
import SchemaSource

extension ConfigurationTable {
  /// The key `naming`.
  static var naming: Setting<NamingOptions> {
    .object(
      NamingOptions(),
      [
        Key(
          "acronyms",
          \.acronyms,
          .list(of: .identifier(example: "OAuth")),
          "Words that are written as they are here, in addition to the common ones such as URL and ID."
        ),
        Key("types", \.types, kind(path: "pet_store"), "Names of types; paths as in `Pet`, `Pet.owner`, `Pet.tags[]`."),
        Key(
          "properties",
          \.properties,
          kind(path: "Pet.created_at"),
          "Names of properties; paths as in `Pet.created_at`, or `*.created_at` for every property of that key."
        ),
        Key(
          "operations",
          \.operations,
          kind(path: "GET /pets"),
          "Names of the client's methods; by operation id, by the key of a tool as in `apifox:1234`, by title, or by method "
            + "and path as in `GET /pets`."
        ),
        Key(
          "cases",
          \.cases,
          kind(path: "Pet.status.in-stock"),
          "Names of enumeration cases; paths as in `Pet.status.in-stock`, or `*.in-stock` for every case of that value."
        ),
      ]
    )
  }

  /// How one kind of thing is named.
  private static func kind(path: String) -> Setting<NamingOptions.Kind> {
    .object(
      NamingOptions.Kind(),
      [
        Key(
          "style",
          \.style,
          .choice,
          initial: "\"idiomatic\"",
          "`idiomatic` follows Swift's guidelines, `verbatim` keeps the document's spelling as far as Swift allows it."
        ),
        Key(
          "names",
          \.names,
          .map(of: Setting.identifier(example: "name").located, example: path),
          "Single Swift names by what they are for."
        ),
      ]
    )
  }
}
