extension API {
  /// Lets the documentation of types and properties say what is not declared in the document; declared ones say nothing.
  package mutating func documentConfidence() {
    for index in declarations.indices {
      switch declarations[index].kind {
      case .structure(var structure):
        for property in structure.properties.indices { structure.properties[property].documentConfidence() }
        declarations[index].kind = .structure(structure)
      case .tuple, .enumeration, .union, .alias: break
      }
      let text = declarations[index].origin.sentence("The type", prose: "The values are listed in prose.")
      declarations[index].documentation =
        text.map { declarations[index].documentation.adding($0) }
        ?? declarations[index].documentation
    }
    for index in operations.indices {
      for parameter in operations[index].parameters.indices {
        guard let text = operations[index].parameters[parameter].typeOrigin.sentence("The type") else { continue }
        let documentation = operations[index].parameters[parameter].documentation
        operations[index].parameters[parameter].documentation = documentation.adding(text)
      }
    }
  }
}

extension Property {
  /// Adds what the property, its type and its default rest on.
  fileprivate mutating func documentConfidence() {
    let sentences = [
      origin.sentence("The property"),
      origin == .declared ? typeOrigin.sentence("The type") : nil,
      initial == nil ? nil : initialOrigin.sentence("The default"),
    ].compactMap(\.self)
    guard !sentences.isEmpty else { return }
    documentation = documentation.adding(sentences.joined(separator: " "))
  }
}

extension Origin {
  /// What to say of a thing of this origin; nil where the document declares it.
  fileprivate func sentence(_ thing: String, prose: String? = nil) -> String? {
    switch self {
    case .declared: nil
    case .example: "\(thing) is taken from examples."
    case .prose: prose ?? "\(thing) is read from prose."
    }
  }
}

extension String? {
  /// The text with another paragraph.
  fileprivate func adding(_ paragraph: String) -> String { map { "\($0)\n\n\(paragraph)" } ?? paragraph }
}
