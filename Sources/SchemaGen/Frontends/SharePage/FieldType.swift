import SchemaDescription

/// The type of a field as a page writes it: alternatives of which the first is the main one.
struct FieldType {
  /// One alternative.
  indirect enum Kind {
    case scalar(RawType, format: String?)
    /// An object and, where the page tells it, how many properties it has.
    case object(count: Int?)
    case array(FieldType?)
    /// An object with any keys and, where the page tells it, the type of their values.
    case map(FieldType?)
    case enumeration(FieldType?)
    /// A model of the page, by its name.
    case model(String)
    /// Anything, or a union whose parts the page does not name.
    case any
  }

  /// At least one.
  var kinds: [Kind]

  /// What children the type has, however deep it is within arrays: nil where it can have none.
  var children: Children? {
    for kind in kinds {
      switch kind {
      case .object(let count): return Children(count: count)
      case .array(let element):
        if let children = element?.children { return children }
      case .map(let value):
        if let children = value?.children { return children }
      case .scalar, .enumeration, .model, .any: continue
      }
    }
    return nil
  }

  /// Whether a model of the page is among the alternatives.
  var namesModel: Bool {
    kinds.contains { if case .model = $0 { true } else { false } }
  }

  /// The models that the type names, however deep it does.
  var models: [String] {
    kinds.flatMap { kind -> [String] in
      switch kind {
      case .model(let name): [name]
      case .array(let inner), .map(let inner), .enumeration(let inner): inner?.models ?? []
      case .scalar, .object, .any: []
      }
    }
  }

  /// Whether the type is nothing but scalars.
  var isScalar: Bool {
    kinds.allSatisfy { if case .scalar = $0 { true } else { false } }
  }

  /// What a page says of the properties of an object.
  struct Children {
    /// How many there are; nil where the page does not say.
    var count: Int?
  }
}
