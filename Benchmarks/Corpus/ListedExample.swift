import Foundation

/// A documented value as the generator lists it.
struct ListedExample: Decodable {
  var type: String
  var label: String
  var json: String
  var places: [DocumentedPlace]

  /// The examples that a file holds, one JSON object a line.
  static func read(_ path: String) throws -> [ListedExample] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
      .map { try decoder.decode(ListedExample.self, from: Data($0)) }
  }
}
