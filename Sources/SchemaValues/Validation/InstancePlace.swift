/// A part of a value that is checked, with what is known of it.
final class InstancePlace {
  /// A named schema that is asked about a part, and what dynamic references in it mean.
  struct Visit: Hashable {
    /// The name of the schema.
    let name: String
    /// The names of schemas by anchors.
    let anchors: [String: String]
  }

  /// The part.
  let value: JSONValue
  /// The steps from the top.
  let steps: [KeyPathText.Step]
  /// What named schemas have found here.
  var outcomes: [Visit: RuleOutcome] = [:]
  /// Parts of this part.
  private var children: [KeyPathText.Step: InstancePlace] = [:]

  /// The top of a value.
  init(_ value: JSONValue) {
    self.value = value
    steps = []
  }

  /// A value that belongs to another place, one step down.
  init(_ value: JSONValue, below parent: InstancePlace, _ step: KeyPathText.Step) {
    self.value = value
    steps = parent.steps + [step]
  }

  /// The part that a step leads to; the same one each time.
  func child(_ step: KeyPathText.Step) -> InstancePlace {
    if let known = children[step] { return known }
    let value =
      switch step {
      case .key(let key): self.value[key]
      case .index(let index): self.value[index]
      }
    let child = InstancePlace(value ?? .null, below: self, step)
    children[step] = child
    return child
  }
}
