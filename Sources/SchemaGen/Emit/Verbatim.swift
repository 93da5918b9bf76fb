import Mustache

/// A text as a value for a template. The engine prints any value, and finds out anew for each one how: this one says it.
struct Verbatim: MustacheCustomRenderable {
  /// The text itself.
  let renderText: String
  /// No text is null.
  var isNull: Bool { false }

  init(_ text: String) { renderText = text }
}
