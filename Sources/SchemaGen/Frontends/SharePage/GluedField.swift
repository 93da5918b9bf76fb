/// A field whose name, type and marker stand on one line without anything between them: `promptstring 必需`.
struct GluedField {
  /// How many bytes the name takes.
  var nameLength: Int
  /// How many bytes the name and the type take.
  var typeEnd: Int
  /// How many bytes all three take; the same as `typeEnd` where the marker is missing.
  var end: Int

  /// The types that can be glued to a name.
  private static let types = [
    "string", "integer", "number", "boolean", "null", "file", "object", "array", "enum", "any",
  ]

  /// The field at the beginning of a text. Without a marker behind the type, here or on the next line, the word may be
  /// an ordinary one, such as "substring", and is no field.
  static func prefix(of text: Substring, hasMarkerBehind: Bool) -> GluedField? {
    let word = Substring(text.unicodeScalars.prefix { $0.isNamePart }).utf8.count
    guard word > 3 else { return nil }
    for offset in typeOffsets(in: text.prefix(bytes: word)) where offset > 0 {
      guard let (_, length) = FieldType.prefix(of: text.dropping(bytes: offset)) else { continue }
      let typeEnd = offset + length
      let behind = text.dropping(bytes: typeEnd)
      let rest = behind.trimmed
      if rest.isEmpty {
        guard hasMarkerBehind else { continue }
        return GluedField(nameLength: offset, typeEnd: typeEnd, end: typeEnd)
      }
      guard let marker = PageLabelTable.markers.first(where: { rest.begins(with: $0.text) }) else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
      return GluedField(nameLength: offset, typeEnd: typeEnd, end: start + marker.text.utf8.count)
    }
    return nil
  }

  /// Where a type's name begins within a word, from left to right.
  private static func typeOffsets(in word: Substring) -> [Int] {
    types.flatMap { word.byteOffsets(of: $0) }.sorted()
  }
}
