/// The place of an element in an array, as part of a coding path.
struct IndexKey: CodingKey {
  /// The place, from 0.
  let index: Int

  /// Makes a key.
  init(_ index: Int) { self.index = index }

  /// Makes a key.
  init?(intValue: Int) { index = intValue }

  /// Nil: an index is no name.
  init?(stringValue: String) { nil }

  /// The place.
  var intValue: Int? { index }

  /// The place for people.
  var stringValue: String { "index \(index)" }
}
