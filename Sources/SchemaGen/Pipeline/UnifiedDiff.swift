/// The difference between two texts, line by line, in the form that `diff -u` and `patch` know.
package enum UnifiedDiff {
  /// Lines of context around each change.
  private static let context = 3

  /// Changed lines up to which the smallest difference is looked for; beyond it everything counts as changed.
  private static let searchLimit = 2_000

  /// One line of the difference.
  private enum Line {
    case same(Substring)
    case removed(Substring)
    case added(Substring)
  }

  /// The difference; empty where the texts are the same. A nil text is a file that is not there.
  package static func text(from old: String?, to new: String?, path: String) -> String {
    guard old != new else { return "" }
    let lines = compare(split(old ?? ""), split(new ?? ""))
    var output = "--- \(old == nil ? "/dev/null" : "a/\(path)")\n+++ \(new == nil ? "/dev/null" : "b/\(path)")\n"
    for range in hunks(of: lines) { output += hunk(lines, range) }
    return output
  }

  /// The lines of a text, each with its line break as far as it has one.
  private static func split(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")).map { rest.utf8.index(after: $0) } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  /// All lines of both texts in one list.
  private static func compare(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let start = zip(old, new).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let limit = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let oldMiddle = old[start..<old.count - end]
    let newMiddle = new[start..<new.count - end]
    var lines = old[..<start].map(Line.same)
    if oldMiddle.count + newMiddle.count > searchLimit {
      lines += oldMiddle.map(Line.removed) + newMiddle.map(Line.added)
    } else {
      lines += search(Array(oldMiddle), Array(newMiddle))
    }
    return lines + old[(old.count - end)...].map(Line.same)
  }

  /// The smallest difference between two lists of lines.
  private static func search(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let difference = new.difference(from: old) { $0.utf8.elementsEqual($1.utf8) }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if removed.contains(left) {
        lines.append(.removed(old[left]))
        left += 1
      } else if added.contains(right) {
        lines.append(.added(new[right]))
        right += 1
      } else {
        lines.append(.same(old[left]))
        left += 1
        right += 1
      }
    }
    return lines
  }

  /// The ranges of lines that hold changes and their context.
  private static func hunks(of lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices {
      if case .same = lines[index] { continue }
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  /// One hunk with its header.
  private static func hunk(_ lines: [Line], _ range: Range<Int>) -> String {
    let before = counts(lines[..<range.lowerBound])
    let inside = counts(lines[range])
    func place(_ start: Int, _ count: Int) -> String {
      let first = count == 0 ? start : start + 1
      return count == 1 ? "\(first)" : "\(first),\(count)"
    }
    var output = "@@ -\(place(before.old, inside.old)) +\(place(before.new, inside.new)) @@\n"
    for line in lines[range] {
      let (sign, text) =
        switch line {
        case .same(let text): (" ", text)
        case .removed(let text): ("-", text)
        case .added(let text): ("+", text)
        }
      output += sign + text
      if text.utf8.last != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n" }
    }
    return output
  }

  /// How many lines of each text a list holds.
  private static func counts(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
    var counts = (old: 0, new: 0)
    for line in lines {
      switch line {
      case .same: counts = (counts.old + 1, counts.new + 1)
      case .removed: counts.old += 1
      case .added: counts.new += 1
      }
    }
    return counts
  }
}
