import Foundation
import SchemaGenTools

/// What was found out about one document.
struct CorpusRow {
  var name: String
  var generation: Child.Outcome?
  var files = 0
  var lines = 0
  var compilation: Child.Outcome?
  /// How many values the document holds, and how many of them go there and back.
  var found = 0
  var carried = 0
  /// Why the others do not, as far as the generator says so, and how many each reason concerns.
  var reasons: [String: Int] = [:]
  /// Where the document ends too early.
  var cuts: [DocumentedPlace] = []
  /// Values that are lost in silence.
  var unexplained: [String] = []
  /// What must not be.
  var problems: [String] = []

  init(name: String) { self.name = name }

  /// Whether the document passes.
  var passes: Bool { problems.isEmpty && unexplained.isEmpty }

  /// The head of the table.
  static let head = """
    | document | generated in | processor | memory | files | lines | compiled in | processor | memory | examples carried / found |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    """

  /// The row of the table.
  var text: String {
    let seconds = { (value: Double?, digits: Int) -> String in value.map { String(format: "%.\(digits)f s", $0) } ?? "–"
    }
    let memory = { (outcome: Child.Outcome?) -> String in outcome.map { Self.megabytes($0.peakBytes) } ?? "–" }
    let cells: [String] = [
      name, seconds(generation?.seconds, 2), seconds(generation?.processorSeconds, 2), memory(generation),
      String(files), String(lines),
      seconds(compilation?.seconds, 1), seconds(compilation?.processorSeconds, 1), memory(compilation),
      "\(carried) / \(found)",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// What there is to say beside the row, indented.
  var remarks: String {
    let ordered = reasons.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    var lines: [String] = ordered.map { "  \($0.value) × \($0.key)" }
    lines += cuts.map { "  cut off at \($0.line):\($0.column)" }
    lines += unexplained.prefix(20).map { "  lost in silence: \($0)" }
    if unexplained.count > 20 { lines.append("  … and \(unexplained.count - 20) more are lost in silence") }
    lines += problems.prefix(20).map { "  wrong: \($0)" }
    if problems.count > 20 { lines.append("  … and \(problems.count - 20) more are wrong") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A number of bytes for people.
  private static func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000) MB" }
}
