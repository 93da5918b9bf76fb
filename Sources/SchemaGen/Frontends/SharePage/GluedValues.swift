/// Parts the values of an enumeration that a page's flattening has put together: `pendingpaidshipped`.
enum GluedValues {
  /// The values; nil where those that are known do not tell where the others begin and end.
  static func split(_ line: PageLine, known: Set<String>) -> [PageLine]? {
    if known.contains(String(line.text)) { return [line] }
    var cuts: [Range<Int>] = []
    for value in known.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) where value.utf8.count > 1 {
      for offset in line.text.byteOffsets(of: value) {
        let range = offset..<(offset + value.utf8.count)
        if !cuts.contains(where: { $0.overlaps(range) }) { cuts.append(range) }
      }
    }
    guard let longest = cuts.map(\.count).max() else { return nil }
    var values: [PageLine] = []
    var position = 0
    for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if cut.lowerBound > position { values.append(line.prefix(bytes: cut.lowerBound).dropping(bytes: position)) }
      values.append(line.prefix(bytes: cut.upperBound).dropping(bytes: cut.lowerBound))
      position = cut.upperBound
    }
    if position < line.text.utf8.count { values.append(line.dropping(bytes: position)) }
    // What is much longer than the values that are known is probably several.
    return values.allSatisfy { $0.text.utf8.count <= longest * 2 } ? values : nil
  }
}
