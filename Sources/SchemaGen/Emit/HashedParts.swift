import SchemaSource

/// Items in parts of about the same size, for literals and functions that the compiler takes long for as a whole.
///
/// The hash of an item's name decides its part, not its position, so that a new item moves no other. There are as many
/// parts as the next power of two, so that they are other ones only when the items double.
struct HashedParts<Item> {
  /// How many parts there may be.
  let count: Int
  /// The parts that hold anything, with their numbers, from 1.
  let parts: [(number: Int, items: [Item])]

  /// Spreads items over parts of about a size; items of one name stay together, all in their order.
  init(_ items: [Item], size: Int, name: (Item) -> String) {
    var count = 1
    while count * size < items.count { count *= 2 }
    self.count = count
    var parts: [[Item]] = Array(repeating: [], count: count)
    for item in items { parts[count == 1 ? 0 : StableHash.part(of: name(item), among: count)].append(item) }
    self.parts = parts.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset + 1, $0.element) }
  }
}
