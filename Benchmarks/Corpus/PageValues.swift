import Foundation
import SchemaDocument
import SchemaSource

/// Finds the documented values of a page that is text: each JSON array or object that stands in it whole. The generator's
/// own reading of the page has no part in it.
enum PageValues {
  /// How small a value may be that is an example and no snippet in the prose, in bytes.
  private static let leastCount = 16

  /// The values in their order; of values that say the same the first one counts, where the others stand is left out.
  static func find(in path: String) -> [FoundExample] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    var sources = SourceMap()
    let file = sources.add(path: path, bytes: [UInt8](data))
    var found: [FoundExample] = []
    var known: Set<String> = []
    var offset = 0
    while offset < file.bytes.count {
      guard file.bytes[offset] == UInt8(ascii: "{") || file.bytes[offset] == UInt8(ascii: "["),
        let json = JSONReader.readPrefix(file, at: offset), !json.isTruncated
      else {
        offset += 1
        continue
      }
      defer { offset = json.end }
      guard json.end - offset >= leastCount, json.node.members?.isEmpty != true,
        known.insert(json.node.jsonText()).inserted
      else { continue }
      let start = file.location(of: offset)
      let end = file.location(of: json.end)
      found.append(
        FoundExample(
          place: DocumentedPlace(path: path, line: start.line, column: start.column),
          end: DocumentedPlace(path: path, line: end.line, column: end.column),
          kind: "value",
          containers: [],
          isUsed: true
        )
      )
    }
    return found
  }

  /// A Markdown page with nothing left of it but the lines of its first fenced block, each where it was; nil where it has
  /// no such block.
  static func fencedBlock(of bytes: [UInt8]) -> [UInt8]? {
    var isWithin = false
    var isDone = false
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      line -> ArraySlice<UInt8> in
      let text = String(decoding: line, as: UTF8.self)
      if !isWithin, !isDone, text.hasPrefix("```yaml") {
        isWithin = true
        return []
      }
      if isWithin, text.hasPrefix("```") { (isWithin, isDone) = (false, true) }
      return isWithin ? line : []
    }
    return isWithin || isDone ? Array(lines.joined(separator: [UInt8(ascii: "\n")])) : nil
  }
}
