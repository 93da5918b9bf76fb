import SchemaDescription
import SchemaDocument

/// Writes the examples of parameters and bodies.
enum ExampleWriter {
  /// Adds examples: one alone of which nothing but its value is known by itself, others under their names (OpenAPI 3.1,
  /// section 4.8.19). What an original calls alike, or not at all, is marked.
  static func add(_ examples: [RawExample], _ external: [ExternalExample], to object: inout ObjectBuilder) {
    if external.isEmpty, examples.count == 1, examples[0].name == nil, examples[0].words == nil {
      object.add("example", examples[0].value)
      return
    }
    var map = ObjectBuilder()
    var taken: [String: Int] = [:]
    for (position, example) in examples.enumerated() {
      let wanted = example.name ?? "\(position + 1)"
      let key = unique(wanted, &taken)
      var value = ObjectBuilder()
      value.add("summary", example.words?.value.summary)
      value.add("description", example.words?.value.description)
      value.add("value", example.value)
      value.add(extensions: example.words?.value.extensions ?? [])
      value.add(ConvertedKey.nameless, flag: example.name == nil)
      if key != example.name || key.allSatisfy(\.isNumber) { value.add(ConvertedKey.name, example.name) }
      map.add(key, value.node)
    }
    for example in external {
      var value = ObjectBuilder()
      value.add("summary", example.summary)
      value.add("description", example.description)
      value.add("externalValue", example.url)
      map.add(unique(example.name, &taken), value.node)
    }
    object.add("examples", object: map)
  }

  /// A key that no other example has.
  private static func unique(_ wanted: String, _ taken: inout [String: Int]) -> String {
    var key = wanted
    while let count = taken[key] {
      taken[key] = count + 1
      key = "\(wanted) \(count + 1)"
    }
    taken[key] = 1
    return key
  }
}
