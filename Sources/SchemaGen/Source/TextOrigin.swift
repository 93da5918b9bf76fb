/// The document that a text was taken out of, and where in it each part of the text stands.
package final class TextOrigin: Sendable {
  /// Where a part of the text begins; it goes on in step with the document up to the next part.
  package struct Place: Sendable {
    /// The offset in the text, in bytes.
    package var offset: Int
    /// The offset in the document, in bytes.
    package var origin: Int

    package init(offset: Int, origin: Int) {
      self.offset = offset
      self.origin = origin
    }
  }

  /// The document.
  private let document: SourceFile
  /// The parts by their offsets in the text.
  private let places: [Place]

  /// Makes the origin of a text; the places are in the order of their offsets in the text.
  init(document: SourceFile, places: [Place]) {
    self.document = document
    self.places = places
  }

  /// The place in the document of a byte offset in the text.
  func location(of offset: Int) -> SourceLocation {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return document.location(of: places.first?.origin ?? 0) }
    let place = places[low - 1]
    return document.location(of: place.origin + offset - place.offset)
  }
}
