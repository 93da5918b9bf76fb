import Foundation

/// Calls that are known not to hold, each with the reason.
struct ExceptionList {
  /// The reasons by document and call.
  private let reasons: [String: String]

  /// Reads the list beside this file.
  ///
  /// - Throws: an error of Foundation where it cannot be read.
  init() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "exceptions.txt")
    var reasons: [String: String] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.components(separatedBy: " | ")
      if parts.count == 3 { reasons["\(parts[0]) | \(parts[1])"] = parts[2] }
    }
    self.reasons = reasons
  }

  /// Why a call of a document does not hold; nil where it is expected to.
  func reason(document: String, call: String) -> String? { reasons["\(document) | \(call)"] }

  /// The calls of a document that are listed.
  func calls(of document: String) -> [String] {
    let prefix = "\(document) | "
    return reasons.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }.sorted()
  }
}
