import Foundation

/// What generated models have made of the suite's instances.
struct SuiteVerdict {
  /// Valid instances that were not carried there and back, and what became of them instead.
  private(set) var lost: [String: String] = [:]
  /// Invalid instances that were neither refused nor found invalid.
  private(set) var accepted: Set<String> = []
  /// How many valid instances there are.
  private var validCount = 0
  /// How many invalid instances there are.
  private var invalidCount = 0

  /// Reads what the package's run has printed; an instance without a line was not tried.
  init(_ text: String, _ groups: [JSONSchemaSuite.Group]) {
    var outcomes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 3 { outcomes["\(parts[0]) \(parts[1])"] = String(parts[2]) }
    }
    for (number, group) in groups.enumerated() {
      for (index, instance) in group.instances.enumerated() {
        let outcome = outcomes["\(number) \(index)"] ?? "not tried"
        if instance.isValid {
          validCount += 1
          if outcome != "carried" { lost[group.name(of: instance)] = outcome }
        } else {
          invalidCount += 1
          if outcome != "refused" && outcome != "invalid" { accepted.insert(group.name(of: instance)) }
        }
      }
    }
  }

  /// The counts, two lines.
  var summary: String {
    let carried = validCount - lost.count
    let refused = invalidCount - accepted.count
    let share = invalidCount == 0 ? 0 : Double(refused * 1000 / invalidCount) / 10
    return "valid instances carried there and back: \(carried) of \(validCount)\n"
      + "invalid instances refused: \(refused) of \(invalidCount) (\(share) %)"
  }

  /// A line for each instance that is judged otherwise and not listed, or listed in vain. What rules judge otherwise may
  /// be put right by decoding.
  func differences(fromListed rules: Set<String>, _ models: Set<String>) -> [String] {
    let wrong = Set(lost.keys).union(accepted)
    let unlisted = wrong.subtracting(rules).subtracting(models).sorted()
    let vain = models.subtracting(wrong).sorted()
    return unlisted.map { "not listed: \($0) (\(lost[$0] ?? "accepted"))" } + vain.map { "listed in vain: \($0)" }
  }
}
