extension JSONValue {
  /// Whether two values are the same JSON as JSON Schema sees it (2020-12 core, section 4.2.2): numbers by value,
  /// strings code point by code point.
  func isSame(as other: JSONValue) -> Bool { ExactJSON(self) == ExactJSON(other) }
}

/// A value that is equal to another one where both are the same JSON; Swift's own strings are also equal where they
/// only look the same.
struct ExactJSON: Hashable {
  /// The value.
  private let value: JSONValue

  /// Wraps a value.
  init(_ value: JSONValue) { self.value = value }

  /// Whether the values are the same JSON.
  static func == (left: ExactJSON, right: ExactJSON) -> Bool {
    switch (left.value, right.value) {
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left.map(ExactJSON.init) == right.map(ExactJSON.init)
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { key, value in right[key].map { ExactJSON(value) == ExactJSON($0) } ?? false }
    case (let left, let right): left == right
    }
  }

  /// Hashes the value; what looks the same has the same hash.
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
