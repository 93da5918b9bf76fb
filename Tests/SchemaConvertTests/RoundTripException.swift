import Foundation
import SchemaConvert

/// Where what is generated from a conversion may differ from what is generated from the original, and must.
struct RoundTripException: Hashable {
  let form: OpenAPIForm
  let input: String
  let file: String

  /// All exceptions, each with the reason.
  static let all: [RoundTripException: String] = {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "exceptions.txt")
    let lines = ((try? String(contentsOf: url, encoding: .utf8)) ?? "").split(separator: "\n")
    var table: [RoundTripException: String] = [:]
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: "|", maxSplits: 3).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 4, let form = OpenAPIForm(rawValue: parts[0]) else {
        fatalError("exceptions.txt: '\(line)' is no exception: form | document | file | reason")
      }
      table[RoundTripException(form: form, input: parts[1], file: parts[2])] = parts[3]
    }
    return table
  }()

  /// The files of a document that are listed.
  static func files(of input: String, _ form: OpenAPIForm) -> Set<String> {
    Set(all.keys.filter { $0.input == input && $0.form == form }.map(\.file))
  }
}
