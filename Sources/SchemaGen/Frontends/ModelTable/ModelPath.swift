/// A dotted name taken apart: `choices[].index` is `choices`, its elements, `index`.
struct ModelPath {
  /// One step down.
  enum Step: Hashable {
    case property(String)
    case element
    /// Any key of a map: `metadata.*`.
    case value
  }

  /// How many steps a name may have.
  private static let stepLimit = 64

  /// The steps from the model to the field.
  var steps: [Step] = []

  /// Takes a name apart; nil where a part of it is empty or there are too many.
  init?(_ text: Substring) {
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      var name = part.trimmed
      var elements = 0
      while name.hasSuffix("[]") || name.hasSuffix("[*]") || name.hasSuffix("[0]") {
        name = name.dropLast(name.hasSuffix("[]") ? 2 : 3)
        elements += 1
      }
      if name == "*" {
        steps.append(.value)
      } else if !name.isEmpty {
        steps.append(.property(HTMLEntities.decode(name)))
      } else if elements == 0 {
        return nil
      }
      steps += Array(repeating: .element, count: elements)
    }
    guard steps.count <= Self.stepLimit, steps.contains(where: { $0 != .element }) else { return nil }
  }
}
