import SchemaDocument

extension Node {
  /// Whether the value is a generated skeleton: it holds placeholders that no person would write as data.
  package var isSkeleton: Bool {
    switch value {
    case .null, .boolean: false
    case .number(let text): Self.isUnboundedPlaceholder(text)
    case .string(let text): text == "string"
    case .array(let elements): elements.contains(where: \.isSkeleton)
    case .object(let members): isPlaceholderMap || members.contains { $0.value.isSkeleton }
    }
  }

  /// Whether the value stands for a map from any key: `{"property1": …, "property2": …}` and its twins.
  var isPlaceholderMap: Bool {
    guard let members, !members.isEmpty else { return false }
    return members.allSatisfy { member in
      for prefix in ["property", "additionalProp", "additionalProperty"] where member.key.hasPrefix(prefix) {
        let rest = member.key.dropFirst(prefix.count)
        if !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) { return true }
      }
      return false
    }
  }

  /// Whether the number is what JavaScript makes of the smallest or largest Int64: "an integer without bounds".
  private static func isUnboundedPlaceholder(_ text: String) -> Bool {
    text == "-9223372036854776000" || text == "9223372036854776000"
  }
}
