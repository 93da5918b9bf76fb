extension PatternSample {
  /// A text of a length in scalars that the pattern matches from its start to its end; nil where it can have no such length.
  func text(of length: ClosedRange<Int>, using random: inout SeededGenerator) -> String? {
    let possible = root.lengths.clamped(to: 0...Self.lengthLimit)
    guard possible.overlaps(length) else { return nil }
    let range = possible.clamped(to: length)
    // The shortest ones are the likeliest ones.
    let count = Int.random(in: range.lowerBound...min(range.upperBound, range.lowerBound + 6), using: &random)
    var result = String.UnicodeScalarView()
    return Self.write(root, count, to: &result, using: &random) ? String(result) : nil
  }

  /// Writes a part as so many scalars; false where it cannot be.
  private static func write(
    _ part: Part,
    _ count: Int,
    to text: inout String.UnicodeScalarView,
    using random: inout SeededGenerator
  ) -> Bool {
    switch part {
    case .text(let scalar):
      text.append(scalar)
      return count == 1
    case .choice(let scalars):
      if let scalar = scalars.randomElement(using: &random) { text.append(scalar) }
      return count == 1
    case .sequence(let parts): return write(parts[...], count, to: &text, using: &random)
    case .alternatives(let parts):
      let fitting = parts.filter { $0.lengths.contains(count) }
      return fitting.randomElement(using: &random).map { write($0, count, to: &text, using: &random) } ?? false
    case .repeated(let part, let least, let most):
      let one = part.lengths
      let fewest = max(least, one.upperBound == 0 ? 0 : (count + one.upperBound - 1) / one.upperBound)
      let largest = min(most, one.lowerBound == 0 ? max(least, count) : count / one.lowerBound)
      guard fewest <= largest else { return false }
      let repeats = Int.random(in: fewest...largest, using: &random)
      return write(Array(repeating: part, count: repeats)[...], count, to: &text, using: &random)
    }
  }

  /// Writes parts one after another as so many scalars; false where it cannot be.
  private static func write(
    _ parts: ArraySlice<Part>,
    _ count: Int,
    to text: inout String.UnicodeScalarView,
    using random: inout SeededGenerator
  ) -> Bool {
    var rest = count
    // The lengths of what follows each part.
    var following = [0...0]
    for part in parts.dropFirst().reversed() { following.append(following[following.count - 1] + part.lengths) }
    for part in parts {
      let others = following.removeLast()
      let own = part.lengths
      let least = max(own.lowerBound, rest - others.upperBound)
      let most = min(own.upperBound, rest - others.lowerBound)
      guard least <= most else { return false }
      let chosen = Int.random(in: least...most, using: &random)
      guard write(part, chosen, to: &text, using: &random) else { return false }
      rest -= chosen
    }
    return rest == 0
  }
}

extension PatternSample.Part {
  /// How many steps the shortest text takes, whether or not they write anything.
  var steps: Int {
    switch self {
    case .text, .choice: 1
    case .sequence(let parts): parts.reduce(1) { min($0 + $1.steps, PatternSample.lengthLimit + 1) }
    case .alternatives(let parts): parts.map(\.steps).max() ?? 0
    case .repeated(let part, let least, _): max(1, part.steps.limitedProduct(least))
    }
  }

  /// The least and the greatest number of scalars, as far as a text may be long; not all between them need be possible.
  fileprivate var lengths: ClosedRange<Int> {
    switch self {
    case .text, .choice: return 1...1
    case .sequence(let parts): return parts.reduce(0...0) { $0 + $1.lengths }
    case .alternatives(let parts):
      let all = parts.map(\.lengths)
      return (all.map(\.lowerBound).min() ?? 0)...(all.map(\.upperBound).max() ?? 0)
    case .repeated(let part, let least, let most):
      let one = part.lengths
      return one.lowerBound.limitedProduct(least)...one.upperBound.limitedProduct(most)
    }
  }
}

extension Int {
  /// The product, or what comes after the greatest length where it is larger.
  fileprivate func limitedProduct(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? PatternSample.lengthLimit + 1 : Swift.min(product, PatternSample.lengthLimit + 1)
  }
}

extension ClosedRange<Int> {
  /// The lengths of one after another.
  fileprivate static func + (left: Self, right: Self) -> Self {
    let limit = PatternSample.lengthLimit + 1
    return Swift.min(left.lowerBound + right.lowerBound, limit)...Swift.min(left.upperBound + right.upperBound, limit)
  }
}
