import Foundation

/// A diagnostic as the generator prints it for machines; what has no place lacks the keys of a place.
struct ToldDiagnostic: Decodable {
  var id: String
  var severity: String
  var message: String
  var path: String?
  var line: Int?
  var column: Int?
  var endLine: Int?
  var endColumn: Int?

  /// The place where the diagnostic begins.
  var place: DocumentedPlace? {
    guard let path, let line, let column else { return nil }
    return DocumentedPlace(path: path, line: line, column: column)
  }

  /// Whether the diagnostic can say that a part of a document is not carried.
  var tellsOfLoss: Bool {
    [
      "unsupported-feature", "unreadable-example", "unexpected-value", "ignored-text", "duplicate-key",
      "unresolved-reference", "circular-reference", "nesting-too-deep",
    ].contains(id)
  }

  /// The diagnostics that a file holds as a JSON array.
  static func read(_ path: String) throws -> [ToldDiagnostic] {
    try JSONDecoder().decode([ToldDiagnostic].self, from: Data(contentsOf: URL(filePath: path)))
  }
}
