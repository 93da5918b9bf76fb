import SchemaDescription
import SchemaDocument

extension ConvertedKey {
  /// What a component is called; nil where it is only the target of references.
  static func name(ofComponent component: Member) -> String? {
    if component.value[nameless]?.boolean == true { return nil }
    return component.value[name]?.string ?? component.key
  }

  /// Whether a schema was made of examples, which say the same once more.
  static func isInferred(_ schema: Node) -> Bool { schema[inferred]?.boolean == true }
}

extension NamedSchema {
  /// Takes a schema that values alone tell of for what it is: the values, each with its name.
  mutating func readSample(_ node: Node) {
    guard let names = node[ConvertedKey.sample]?.elements else { return }
    isSample = true
    var sample = RawSchema(at: schema.span)
    sample.isTypeLost = true
    sample.examples = schema.examples
    for (index, name) in names.enumerated() where index < sample.examples.count {
      sample.examples[index].name = name.string
    }
    schema = sample
  }
}
