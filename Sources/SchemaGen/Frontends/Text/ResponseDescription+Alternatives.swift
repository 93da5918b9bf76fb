import SchemaDescription

extension ResponseDescription {
  /// Adds another response of the same status: a body in a further media type is one more; of two in one media type
  /// either may come.
  mutating func add(_ other: ResponseDescription) {
    for content in other.contents {
      guard let position = contents.firstIndex(where: { $0.mediaType == content.mediaType }) else {
        contents.append(content)
        continue
      }
      contents[position].schema = Self.either(contents[position], named: description, content, other.description)
      contents[position].examples += content.examples
    }
    if let text = other.description, text != description {
      description = description.map { "\($0)\n\n\(text)" } ?? text
    }
    let known = Set(headers.map(\.name))
    headers += other.headers.filter { !known.contains($0.name) }
  }

  /// A schema that allows the bodies of both; one that says nothing does not count.
  private static func either(
    _ first: MediaTypeDescription,
    named firstName: String?,
    _ second: MediaTypeDescription,
    _ secondName: String?
  ) -> RawSchema? {
    guard let old = first.schema, !old.saysNothing else { return second.schema ?? first.schema }
    guard let new = second.schema, !new.saysNothing else { return old }
    if let reference = old.reference, reference.key == new.reference?.key { return old }
    // A list that was begun before stands where the body does.
    var either = RawSchema(at: first.span)
    either.oneOf = old.span == first.span && !old.oneOf.isEmpty ? old.oneOf : [old.titled(firstName)]
    either.oneOf.append(new.titled(secondName))
    return either
  }
}

extension RawSchema {
  /// Whether the schema allows any value, or any object, as tools write a body of which nothing is known.
  fileprivate var saysNothing: Bool {
    properties.isEmpty && reference == nil && items == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty
      && enumeration.isEmpty && constant == nil && additionalProperties == nil && types.allSatisfy { $0 == .object }
  }

  /// The schema with a title, unless it has a name already.
  fileprivate func titled(_ title: String?) -> RawSchema {
    guard self.title == nil, reference == nil, let title, !title.contains("\n") else { return self }
    var schema = self
    schema.title = title
    return schema
  }
}
