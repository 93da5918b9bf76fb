import Foundation

/// Figures as a Markdown table.
struct Table {
  /// The lines.
  private var lines: [String]

  /// Starts a table.
  init(_ titles: [String]) {
    lines = ["| \(titles.joined(separator: " | ")) |", "| \(titles.map { _ in "---" }.joined(separator: " | ")) |"]
  }

  /// Adds a row.
  mutating func add(_ cells: [String]) { lines.append("| \(cells.joined(separator: " | ")) |") }

  /// The whole table.
  var text: String { lines.joined(separator: "\n") }

  /// A ratio, for example `1.05 ×`.
  static func ratio(_ value: Double) -> String { String(format: "%.2f ×", value) }

  /// A time in seconds, shown in microseconds.
  static func microseconds(_ seconds: Double) -> String {
    String(format: seconds < 1e-5 ? "%.2f µs" : "%.0f µs", seconds * 1e6)
  }
}
