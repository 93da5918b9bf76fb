/// How old a page is, as far as the keys that tools count up tell it; a page without a key is younger than all others.
package struct Seniority: Comparable, Sendable {
  private let key: String?

  package init(_ stableKey: String?) { key = stableKey }

  package static func < (left: Seniority, right: Seniority) -> Bool {
    guard let first = left.key else { return false }
    guard let second = right.key else { return true }
    // Numbers without leading zeros: the longer one is larger.
    if first.utf8.count != second.utf8.count { return first.utf8.count < second.utf8.count }
    return first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
