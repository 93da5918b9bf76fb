import SchemaSource

/// Finds the word that somebody probably meant.
enum Suggestion {
  /// A note that names the nearest of some words; nil where none is near.
  static func note(for word: String, among words: [String]) -> Diagnostic.Note? {
    let limit = max(1, word.count / 3)
    let distances = words.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased(), limit: limit)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit else { return nil }
    return Diagnostic.Note("did you mean `\(best.word)`?")
  }

  /// How many characters must be inserted, removed, replaced or swapped with their neighbour to make one word of the
  /// other; more than `limit` where the lengths alone say so.
  private static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let (left, right) = (Array(left.prefix(100)), Array(right))
    guard abs(left.count - right.count) <= limit, !left.isEmpty, !right.isEmpty else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
