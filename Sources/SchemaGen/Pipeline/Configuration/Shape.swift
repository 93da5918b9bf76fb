/// What a value of the configuration may be: what its JSON Schema is made from.
indirect enum Shape {
  /// A text; `pattern` is a regular expression of JSON Schema, `example` a text that is allowed.
  case text(pattern: String?, example: String)
  /// One of a few words.
  case choice([String])
  case integer(ClosedRange<Int>)
  /// One value, or a list of them.
  case list(Shape)
  /// A map whose keys the user chooses; `example` is one of them.
  case map(example: String, Shape)
  case object([KeyShape])
  case either([Shape])
}

/// One key of an object of the configuration.
struct KeyShape {
  let name: String
  /// What the key does, as a sentence.
  let summary: String
  /// What holds where the key is left out, as JSON text; nil where that is nothing.
  let initial: String?
  let isRequired: Bool
  let shape: Shape
}
