/// Where in a document a value stands: a linked list, so that going one level down costs little.
indirect enum CodingLocation {
  /// Where reading or writing started.
  case root([any CodingKey])
  /// A member of the object at another place.
  case member(any CodingKey, of: CodingLocation)
  /// An element of the array at another place.
  case element(Int, of: CodingLocation)

  /// The keys from the top.
  var path: [any CodingKey] {
    var keys: [any CodingKey] = []
    var location = self
    while true {
      switch location {
      case .root(let first): return first + keys.reversed()
      case .member(let key, let parent): (location, _) = (parent, keys.append(key))
      case .element(let index, let parent): (location, _) = (parent, keys.append(IndexKey(index)))
      }
    }
  }
}
