extension [Member] {
  /// The members without those whose key comes again, byte for byte.
  var withoutDuplicates: [Member] {
    if count < 2 || Set(lazy.map(\.key)).count == count { return self }
    // Strings are equal where they are canonically equivalent, keys of JSON are not.
    var last: [[UInt8]: Int] = [:]
    for (index, member) in enumerated() { last[[UInt8](member.key.utf8)] = index }
    return enumerated().filter { last[[UInt8]($1.key.utf8)] == $0 }.map(\.element)
  }
}
