import SchemaRuntime

/// What a random schema allows, from which both its text and values of it are made.
indirect enum Shape {
  /// Any value: `{}` or `true`.
  case any
  case boolean
  /// A string in a format, or in none.
  case string(format: String?, isShort: Bool)
  /// An integer in a format, or in none.
  case integer(format: String?, isSmall: Bool)
  /// A number in a format, or in none.
  case number(format: String?)
  /// Listed values, with or without their type.
  case listed([JSONValue], type: String?)
  case constant(JSONValue)
  /// The shape, or null.
  case nullable(Shape, NullSpelling)
  case array(Shape, isUnique: Bool, minimum: Int)
  /// An array with a fixed beginning.
  case tuple([Shape], minimum: Int, rest: Rest)
  /// An object of any keys.
  case map(Shape)
  case object(ObjectShape)
  /// Objects or references to objects that all hold.
  case allOf([Shape])
  /// One of several: `oneOf` or `anyOf`.
  case union(keyword: String, [Shape])
  /// One of several objects that a property tells apart.
  case tagged(TaggedShape)
  /// The definition with a name.
  case reference(String)

  /// How a schema says that null is allowed.
  enum NullSpelling: CaseIterable {
    case nullable, typeList, anyOf, oneOf, listed
  }

  /// What stands behind the beginning of a tuple.
  enum Rest {
    case open, closed
    case typed(Shape)
  }
}

/// An object with named properties.
struct ObjectShape {
  /// A property.
  struct Property {
    var key: String
    var shape: Shape
    var isRequired: Bool
    /// `readOnly`, `writeOnly`, `deprecated`, or nothing.
    var flag: String?
    /// The property's default.
    var initial: JSONValue?
  }

  /// What the object may hold beside its properties.
  enum Additional {
    case unstated, free, forbidden
    case typed(Shape)
  }

  var properties: [Property]
  var additional = Additional.unstated
  /// The shape of properties whose keys begin with `x-`.
  var pattern: Shape?
  /// Whether the schema says `type: object`.
  var statesType = true
}

/// Objects that a property tells apart.
struct TaggedShape {
  /// Where the values of the property come from.
  enum Tags: CaseIterable {
    case constants, mapping, names
  }

  var keyword: String
  var key: String
  var tags: Tags
  /// The values of the property and the names of the definitions that they stand for.
  var variants: [(tag: String, name: String)]
}
