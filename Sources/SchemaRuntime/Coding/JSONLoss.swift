/// How much of a JSON value a model loses when it reads and writes it.
struct JSONLoss: Comparable {
  /// How many values of the original are missing or changed.
  var missing = 0
  /// How many values are new.
  var added = 0

  /// Nothing is lost.
  static let none = JSONLoss()
  /// More than any other.
  static let unbounded = JSONLoss(missing: .max, added: .max)

  /// Makes a count.
  private init(missing: Int = 0, added: Int = 0) {
    self.missing = missing
    self.added = added
  }

  /// Counts what differs.
  init(from original: JSONValue, to copy: JSONValue) { count(original, copy) }

  /// Whether the left side loses less.
  static func < (left: JSONLoss, right: JSONLoss) -> Bool {
    (left.missing, left.added) < (right.missing, right.added)
  }

  /// Counts what differs between two values.
  private mutating func count(_ original: JSONValue, _ copy: JSONValue) {
    switch (original, copy) {
    case (.object(let before), .object(let after)):
      for (key, value) in before {
        if let other = after[key] { count(value, other) } else { missing += Self.size(value) }
      }
      for (key, value) in after where before[key] == nil { added += Self.size(value) }
    case (.array(let before), .array(let after)):
      for (value, other) in zip(before, after) { count(value, other) }
      for value in before.dropFirst(after.count) { missing += Self.size(value) }
      for value in after.dropFirst(before.count) { added += Self.size(value) }
    default:
      if original != copy { missing += Self.size(original) }
    }
  }

  /// How many values there are in a value, itself included.
  private static func size(_ value: JSONValue) -> Int {
    switch value {
    case .array(let elements): elements.reduce(1) { $0 + size($1) }
    case .object(let members): members.values.reduce(1) { $0 + size($1) }
    default: 1
    }
  }
}
