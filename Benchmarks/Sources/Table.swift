import Foundation

/// The results as a Markdown table.
struct Table {
  private var rows: [String] = []

  /// Adds a row; with `bytes` also the throughput, with `ratio` how many times slower it is than the row before.
  mutating func add(_ title: String, _ sample: Sample, bytes: Int? = nil, ratio: Double? = nil) {
    let rate = bytes.map { String(format: "%.0f MB/s", Double($0) / sample.median / 1e6) } ?? ""
    let factor = ratio.map { String(format: "%.1f × as long", $0) } ?? ""
    let median = String(format: "%.2f ms", sample.median * 1e3)
    let minimum = String(format: "%.2f ms", sample.minimum * 1e3)
    rows.append("| \(title) | \(median) | \(minimum) | \(sample.count) | \(rate) | \(factor) |")
  }

  /// The whole table.
  var text: String {
    (["| what | median | least | runs | rate | beside |", "| --- | --- | --- | --- | --- | --- |"] + rows)
      .joined(separator: "\n")
  }
}
