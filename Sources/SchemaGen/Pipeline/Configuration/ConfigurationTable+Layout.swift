import SchemaEmit

extension ConfigurationTable {
  /// The key `layout`.
  static var layout: Setting<Settings> {
    .object(
      Settings(),
      [
        Key(
          "files",
          \.layout,
          .choice,
          initial: "\"type\"",
          "`type` for a file for each top-level type, `tag` for files for each tag, `single` for one file."
        ),
        Key(
          "operations",
          \.operationsPerFile,
          .integer(1...100_000),
          "Spread a client that has more operations than this over several files, by tags."
        ),
      ]
    )
  }
}
