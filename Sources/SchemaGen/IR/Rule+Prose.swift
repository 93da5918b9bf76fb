extension Rule {
  /// Where a description says what the document does not declare: `/properties/speed: maximum`.
  package var placesFromProse: [String] {
    var places: [String] = []
    addPlaces(below: "", to: &places)
    return places
  }

  /// Adds the places of this rule and of those within it.
  private func addPlaces(below path: String, to places: inout [String]) {
    for keyword in keywords {
      if keyword.origin == .prose { places.append("\(path.isEmpty ? "/" : path): \(keyword.name)") }
      let path = "\(path)/\(keyword.name)"
      switch keyword.argument {
      case .rule(let rule): rule.addPlaces(below: path, to: &places)
      case .rules(let rules):
        for (index, rule) in rules.enumerated() { rule.addPlaces(below: "\(path)/\(index)", to: &places) }
      case .table(let entries):
        for entry in entries { entry.value.addPlaces(below: "\(path)/\(entry.key)", to: &places) }
      case .json, .reference, .anchors, .text, .names, .dependencies: break
      }
    }
  }
}
