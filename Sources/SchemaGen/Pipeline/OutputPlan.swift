import Foundation
import SchemaEmit
import SchemaSource

/// What to change in an output folder so that it holds the output of a run, and nothing else that the tool wrote.
package struct OutputPlan: Sendable {
  /// One change. Paths are relative to the output folder.
  package enum Change: Hashable, Sendable {
    case create(OutputFile)
    /// `old` is what the file holds now.
    case replace(OutputFile, old: [UInt8])
    case delete(String, old: [UInt8])

    /// The path of the file.
    package var path: String {
      switch self {
      case .create(let file), .replace(let file, _): file.path
      case .delete(let path, _): path
      }
    }
  }

  /// What to do, in the order in which to do it.
  package private(set) var changes: [Change] = []
  /// How many files are as they should be.
  package private(set) var unchangedCount = 0

  /// Compares the output with what is there. Files that nobody may touch are errors in the report and are left out.
  package init(_ files: [OutputFile], over folder: OutputFolder, keeping kept: [KeptOutput], report: inout Report) {
    let kept = kept.filter { kept in
      folder.entries.contains { path, entry in
        if case .generated = entry { kept.covers(path) } else { false }
      }
    }
    var wanted: Set<String> = []
    var writes: [Change] = []
    for file in files {
      wanted.insert(file.path)
      guard !kept.contains(where: { $0.covers(file.path) }), isAllowed(file.path, in: folder, &report) else { continue }
      switch folder.entries[file.path] {
      case .generated(let old) where file.contents.isSpelled(old): unchangedCount += 1
      case .generated(let old): writes.append(.replace(file, old: old))
      case .foreign, .symbolicLink, .folder:
        report.add(.foreignOutput, "`\(file.path)` was not written by schemagen and is kept", at: nil)
      case nil: writes.append(.create(file))
      }
    }
    var deletions: [Change] = []
    for (path, entry) in folder.entries {
      guard case .generated(let old) = entry, !wanted.contains(path) else { continue }
      if kept.contains(where: { $0.covers(path) }) {
        unchangedCount += 1
      } else {
        deletions.append(.delete(path, old: old))
      }
    }
    // A name that differs only in case is the same file on some disks: the old one must be gone before the new one
    // is written. All others go last, so that a run that is interrupted has lost nothing.
    let written = Set(writes.map { $0.path.lowercased() })
    let (first, last) = deletions.partitioned { written.contains($0.path.lowercased()) }
    changes = first.sorted() + writes.sorted() + last.sorted()
  }

  /// The plan with every file kept that would be deleted: for a run that does not know all documents.
  package var withoutDeletions: OutputPlan {
    var plan = self
    plan.changes.removeAll { if case .delete = $0 { true } else { false } }
    return plan
  }

  /// The plan with every file kept that other APIs became: for a run over some of a module's APIs.
  package func deleting(onlyIn owned: [KeptOutput]) -> OutputPlan {
    var plan = self
    plan.changes.removeAll { change in
      if case .delete(let path, _) = change { !owned.contains { $0.covers(path) } } else { false }
    }
    return plan
  }

  /// Whether a path stays within the output folder and goes through no link and no file.
  private func isAllowed(_ path: String, in folder: OutputFolder, _ report: inout Report) -> Bool {
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = components.allSatisfy { component in
      !component.isEmpty && component != "." && component != ".." && !component.utf8.contains(UInt8(ascii: "\\"))
        && !component.unicodeScalars.contains(where: \.isControl)
    }
    guard isPlain else {
      report.add(.outputOutsideFolder, "`\(path.escapingControls)` leaves the output folder", at: nil)
      return false
    }
    for count in 1..<max(components.count, 1) {
      let parent = components.prefix(count).joined(separator: "/")
      switch folder.entries[parent] {
      case .symbolicLink:
        let message = "`\(parent)` is a symbolic link, `\(path)` would be written outside the output folder"
        report.add(.outputOutsideFolder, message, at: nil)
        return false
      case .generated, .foreign:
        report.add(.foreignOutput, "`\(parent)` is a file where a folder is needed for `\(path)`", at: nil)
        return false
      case .folder, nil: continue
      }
    }
    return true
  }
}

extension Array {
  /// The elements for which the predicate holds, and the others.
  fileprivate func partitioned(_ predicate: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(predicate), filter { !predicate($0) })
  }
}

extension [OutputPlan.Change] {
  /// The changes by path.
  fileprivate func sorted() -> Self { sorted { $0.path < $1.path } }
}

extension String {
  /// Whether these bytes are the text's, compared as memory: this is done for every file of every run.
  fileprivate func isSpelled(_ bytes: [UInt8]) -> Bool {
    var text = self
    return text.withUTF8 { own in
      bytes.withUnsafeBytes {
        own.count == $0.count && (own.isEmpty || memcmp(own.baseAddress!, $0.baseAddress!, $0.count) == 0)
      }
    }
  }

  /// The text with control characters written as escapes, safe to show on a terminal.
  fileprivate var escapingControls: String {
    unicodeScalars.map { $0.isControl ? $0.escaped(asASCII: true) : String($0) }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character.
  fileprivate var isControl: Bool {
    isASCII ? value < 0x20 || value == 0x7F : properties.generalCategory == .control
  }
}
