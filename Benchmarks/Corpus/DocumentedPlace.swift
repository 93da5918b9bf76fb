/// Where something stands in a document; lines and columns count from one.
struct DocumentedPlace: Hashable, Decodable, Comparable {
  var path: String
  var line: Int
  var column: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.path, left.line, left.column) < (right.path, right.line, right.column)
  }
}
