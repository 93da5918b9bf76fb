import SchemaRuntime

/// The members of an object that come one by one; a name that comes more than once has a list.
struct RepeatedMembers {
  /// What came under each name.
  private var values: [String: [JSONValue]] = [:]
  /// The names that have a list however often they come.
  private var lists: Set<String> = []

  /// Adds a value, or all elements of a list; `isList` says that one value is a list as well.
  mutating func add(_ name: String, _ value: JSONValue, isList: Bool = false) {
    if isList || value.arrayValue != nil { lists.insert(name) }
    values[name, default: []] += value.arrayValue ?? [value]
  }

  /// The members.
  var members: [String: JSONValue] {
    Dictionary(
      uniqueKeysWithValues: values.map { name, values in
        (name, values.count == 1 && !lists.contains(name) ? values[0] : .array(values))
      }
    )
  }
}
