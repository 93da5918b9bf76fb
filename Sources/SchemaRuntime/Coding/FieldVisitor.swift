/// Takes the fields that a `write` function gives out, to compare or hash them.
///
/// It relies on `write` giving out the same fields in the same order for all values of a type, absent ones included.
final class FieldVisitor {
  /// A field's value.
  private enum Token {
    /// The key is left out.
    case absent
    /// The key is written with `null`.
    case null
    /// A string.
    case string(String)
    /// A boolean.
    case bool(Bool)
    /// An integer.
    case int(Int)
    /// A number.
    case double(Double)
    /// Any other value.
    case value(any Hashable)
  }

  /// What is done with the fields.
  private enum Mode { case record, compare, hash }

  /// What is done with the fields.
  private var mode: Mode
  /// The fields of the left side.
  private var tokens: [Token] = []
  /// How many of them were compared.
  private var position = 0
  /// Whether no difference was found yet.
  private var isSame = true
  /// Where the fields are hashed into.
  private var hasher = Hasher()

  /// Starts in a mode.
  private init(_ mode: Mode) { self.mode = mode }

  /// Whether two values give out the same fields.
  static func areEqual(_ left: (FieldVisitor) throws -> Void, _ right: (FieldVisitor) throws -> Void) -> Bool {
    let visitor = FieldVisitor(.record)
    do {
      try left(visitor)
      visitor.mode = .compare
      try right(visitor)
    } catch {
      return false
    }
    return visitor.isSame && visitor.position == visitor.tokens.count
  }

  /// Hashes the fields.
  static func hash(_ write: (FieldVisitor) throws -> Void, into hasher: inout Hasher) {
    let visitor = FieldVisitor(.hash)
    visitor.hasher = hasher
    try? write(visitor)
    hasher = visitor.hasher
  }

  /// The next field of the left side; nil after the first difference.
  private func next() -> Token? {
    guard isSame, position < tokens.count else {
      isSame = false
      return nil
    }
    position += 1
    return tokens[position - 1]
  }

  /// Takes a key that is left out.
  func absent() {
    switch mode {
    case .record: tokens.append(.absent)
    case .hash: hasher.combine(0 as UInt8)
    case .compare: if case .absent = next() {} else { isSame = false }
    }
  }

  /// Takes a null.
  func null() {
    switch mode {
    case .record: tokens.append(.null)
    case .hash: hasher.combine(1 as UInt8)
    case .compare: if case .null = next() {} else { isSame = false }
    }
  }

  /// Takes a string.
  func string(_ value: String) {
    switch mode {
    case .record: tokens.append(.string(value))
    case .hash: hasher.combine(value)
    case .compare: if case .string(value) = next() {} else { isSame = false }
    }
  }

  /// Takes a boolean.
  func bool(_ value: Bool) {
    switch mode {
    case .record: tokens.append(.bool(value))
    case .hash: hasher.combine(value)
    case .compare: if case .bool(value) = next() {} else { isSame = false }
    }
  }

  /// Takes an integer.
  func int(_ value: Int) {
    switch mode {
    case .record: tokens.append(.int(value))
    case .hash: hasher.combine(value)
    case .compare: if case .int(value) = next() {} else { isSame = false }
    }
  }

  /// Takes a number.
  func double(_ value: Double) {
    switch mode {
    case .record: tokens.append(.double(value))
    case .hash: hasher.combine(value)
    case .compare: if case .double(value) = next() {} else { isSame = false }
    }
  }

  /// Takes any other value.
  func value<T: Hashable>(_ value: T) {
    switch mode {
    case .record: tokens.append(.value(value))
    case .hash: hasher.combine(value)
    case .compare:
      if case .value(let other) = next(), let other = other as? T, other == value {} else { isSame = false }
    }
  }
}
