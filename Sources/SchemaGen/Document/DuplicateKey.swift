import SchemaSource

/// A key that an object has twice.
struct DuplicateKey {
  /// The key, its escapes resolved.
  var key: String
  /// The place of the earlier key.
  var first: SourceSpan
  /// The place of the later key, the one that counts.
  var second: SourceSpan

  /// What the user is told.
  var diagnostic: Diagnostic {
    Diagnostic(
      .duplicateKey,
      "key '\(key)' is there twice, the last one is used",
      at: second,
      notes: [Diagnostic.Note("the earlier one is here", at: first)]
    )
  }
}
