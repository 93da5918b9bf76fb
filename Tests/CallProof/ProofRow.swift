import Foundation
import SchemaGenTools

/// What was found out about one document.
struct ProofRow {
  var name: String
  /// How many operations the document has, and how many calls were made of them over each transport.
  var operations = 0
  var calls = 0
  /// How many of the calls hold over each transport.
  var held = 0
  /// What compiling the client, compiling and linking the calls, and making them took.
  var client: Child.Outcome?
  var program: Child.Outcome?
  var run: Child.Outcome?
  /// What does not hold for a reason that is known.
  var known: [String] = []
  /// What must not be.
  var problems: [String] = []

  init(name: String) { self.name = name }

  /// Whether everything is as it must be.
  var passes: Bool { problems.isEmpty }

  /// The head of the table.
  static let head = """
    | document | operations | calls | held | client compiled in | calls compiled in | called in | memory |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    """

  /// The row of the table.
  var text: String {
    func seconds(_ outcome: Child.Outcome?) -> String {
      outcome.map { String(format: "%.1f s", $0.processorSeconds) } ?? "–"
    }
    let memory = [client, program, run].compactMap { $0?.peakBytes }.max().map { "\($0 / 1_000_000) MB" } ?? "–"
    let cells = [
      name, "\(operations)", "\(calls)", "\(held)", seconds(client), seconds(program), seconds(run), memory,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// What there is to say beside the row, indented.
  var remarks: String {
    let lines = known.map { "  known: \($0)" } + problems.prefix(200).map { "  wrong: \($0)" }
    let rest = problems.count > 200 ? ["  … and \(problems.count - 200) more"] : []
    return (lines + rest).map { $0 + "\n" }.joined()
  }
}
