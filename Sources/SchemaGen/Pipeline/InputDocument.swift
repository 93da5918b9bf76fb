import Foundation
import SchemaDescription

/// One document as it was read from disk.
package struct InputDocument: Sendable {
  /// The API that the document belongs to; documents with the same name are merged.
  package var api: String
  /// The path as the user wrote it, for display.
  package var path: String
  /// The whole content.
  package var bytes: [UInt8]

  /// Where the document was found; the API is named after that once it is known which documents are but parts of
  /// others. Nil where the name is given.
  package var group: InputGroup?

  package init(api: String, path: String, bytes: [UInt8], group: InputGroup? = nil) {
    self.api = api
    self.group = group
    self.path = path
    self.bytes = bytes
  }

  /// Whether the name says that the file is there for people: such a file may stand beside the documents.
  var isForReaders: Bool {
    if isProse { return true }
    let name = path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }.lowercased()
    return ["readme", "license", "licence", "notice", "changelog", "contributing", "authors"].contains(stem)
  }

  /// Whether the document was made of others by a conversion.
  package var isConversion: Bool { Data(bytes).range(of: Data(ConvertedKey.source.utf8)) != nil }

  /// Whether the name is that of a share site's page which is nothing but prose: it ends in a number and `m0`.
  var isProse: Bool {
    let stem = (path.split(separator: "/").last ?? "").prefix { $0 != "." }
    return stem.hasSuffix("m0") && stem.dropLast(2).last?.isNumber == true
  }
}
