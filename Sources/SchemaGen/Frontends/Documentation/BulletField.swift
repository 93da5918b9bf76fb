/// A field that an item of a list documents: ``- `model` (string, required) — the model``.
struct BulletField {
  /// The name.
  var name: PageLine
  /// The words for the type.
  var type: PageLine
  var isRequired: Bool?
  var defaultValue: PageLine?
  var description: PageLine?

  /// Takes an item; nil where it names no field and type.
  init?(_ line: PageLine) {
    guard let mark = line.text.first, "-*+•".contains(mark), line.text.utf8.count <= 2_000 else { return nil }
    let item = line.dropping(bytes: mark.utf8.count)
    // `**model**`, `` `model` `` or `model` before a parenthesis, a colon or a space.
    let lead = item.text.prefix { "*`".contains($0) }
    let word = item.text[lead.endIndex...].prefix { $0.unicodeScalars.allSatisfy(\.isNamePart) }
    guard !word.isEmpty, word.utf8.count <= 80 else { return nil }
    name = item.part(word)
    var rest = item.part(item.text[word.endIndex...].drop { "*`".contains($0) })
    rest = rest.part(rest.text.drop { ":： ".contains($0) })
    let words: PageLine
    if let open = rest.text.first,
      let close = ["(": ")", "（": "）", "[": "]", "<": ">", "_": "_", "*": "*"][String(open)],
      let end = rest.text.dropFirst().firstIndex(of: Character(close))
    {
      words = rest.part(rest.text.dropFirst()[..<end])
      rest = rest.part(rest.text[end...].dropFirst())
    } else {
      // Without parentheses the type is the one word behind the name.
      let end = rest.text.firstIndex { ",，:： —–-".contains($0) } ?? rest.text.endIndex
      words = rest.part(rest.text[..<end])
      rest = rest.part(rest.text[end...])
    }
    let parts = words.text.split { ",，;；".contains($0) }.map { CellText.plain(words.part($0)) }
    guard let first = parts.first else { return nil }
    let spelling = TypeSpelling(first, models: [])
    guard spelling.unknown == nil, spelling.location == nil, !CellText.isNothing(first.text) else { return nil }
    type = first
    for part in parts.dropFirst() { take(part) }
    var isMarked = true
    while isMarked {
      isMarked = false
      for (marker, value) in [
        ("required", true), ("Required", true), ("必填", true), ("必需", true), ("optional", false), ("可选", false),
      ] {
        let bare = rest.text.drop { ",，*_`(（【[ ".contains($0) }
        guard isRequired == nil, bare.begins(with: marker) else { continue }
        isRequired = value
        rest = rest.part(bare.dropping(bytes: marker.utf8.count).drop { "*_`)）】]".contains($0) })
        isMarked = true
      }
    }
    let text = rest.part(rest.text.drop { "—–-:：.,，、 ".contains($0) })
    description = text.text.isEmpty ? nil : text
  }

  /// Takes a word behind the type: a marker or a default.
  private mutating func take(_ part: PageLine) {
    if let answer = CellText.answer(part.text) {
      isRequired = answer
    } else if let mark = part.text.firstIndex(where: { ":：= ".contains($0) }),
      ["default", "defaults to", "默认", "默认值"].contains(part.text[..<mark].lowercased())
    {
      let value = part.part(part.text[mark...].drop { ":：= ".contains($0) })
      defaultValue = CellText.plain(value)
    }
  }
}
