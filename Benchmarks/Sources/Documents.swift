import Foundation
import SchemaGen

/// The documents of a folder of API folders, read once.
enum Documents {
  static func all(in folder: URL) throws -> [InputDocument] {
    var documents: [InputDocument] = []
    let names = FileManager.default.enumerator(atPath: folder.path)
    while let name = names?.nextObject() as? String {
      let parts = name.split(separator: "/")
      guard parts.count == 2, let api = parts.first, !parts[1].hasPrefix(".") else { continue }
      let data = try Data(contentsOf: folder.appending(path: name))
      documents.append(InputDocument(api: String(api), path: "specs/\(name)", bytes: [UInt8](data)))
    }
    return documents.sorted { $0.path < $1.path }
  }
}
