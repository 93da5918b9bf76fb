#if MockServer
  import Foundation
  import SchemaGenRun

  /// When files were changed, and how long they are: enough to see that one is another than before.
  struct FileStamps: Hashable {
    /// What is known of one file.
    private struct Stamp: Hashable {
      var changed: Date?
      var size: Int?
    }

    private var stamps: [String: Stamp] = [:]

    /// The files.
    var paths: [String] { Array(stamps.keys) }

    /// Looks at files, and at those in folders.
    init(_ paths: [String]) {
      for path in paths {
        add(path)
        guard let names = FileManager.default.enumerator(atPath: path) else { continue }
        for case let name as String in names { add("\(path)/\(name)") }
      }
    }

    /// These, and those of further files.
    func including(_ paths: [String]) -> FileStamps {
      var result = self
      for path in paths where stamps[path] == nil { result.add(path) }
      return result
    }

    /// Looks at one file, wherever a link leads.
    private mutating func add(_ path: String) {
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      )
      stamps[path] = Stamp(
        changed: attributes?[.modificationDate] as? Date,
        size: (attributes?[.size] as? NSNumber)?.intValue
      )
    }
  }
#endif
