import Foundation

/// Calls that are known not to hold over a transport, each with the reason.
struct ExceptionList {
  /// A call of a document over a transport.
  struct Entry: Hashable {
    var document: String
    var call: String
    var transport: String
  }

  /// The reasons.
  private let reasons: [Entry: String]

  /// Reads the list beside this file.
  ///
  /// - Throws: an error of Foundation where it cannot be read.
  init() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "exceptions.txt")
    var reasons: [Entry: String] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.components(separatedBy: " | ")
      if parts.count == 4 { reasons[Entry(document: parts[0], call: parts[1], transport: parts[2])] = parts[3] }
    }
    self.reasons = reasons
  }

  /// Why a call does not hold; nil where it is expected to.
  func reason(for entry: Entry) -> String? { reasons[entry] }

  /// What is listed of a document.
  func entries(of document: String) -> [Entry] { reasons.keys.filter { $0.document == document } }
}
