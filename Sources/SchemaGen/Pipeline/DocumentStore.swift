import Foundation
import SchemaFrontends
import SchemaSource

/// The documents of a run that references lead to, each opened and parsed once. `@unchecked`: the lock guards the
/// tables, and each entry has a lock of its own.
final class DocumentStore: DocumentLibrary, @unchecked Sendable {
  /// A document, or what will be one when something refers to it.
  private final class Entry: @unchecked Sendable {
    let location: DocumentLocation
    private let lock = NSLock()
    private var result: Result<LoadedDocument, DocumentFailure>?

    init(_ location: DocumentLocation) { self.location = location }

    /// The document, made the first time.
    func document(
      _ make: () -> Result<LoadedDocument, DocumentFailure>
    ) -> Result<LoadedDocument, DocumentFailure> {
      lock.withLock {
        if let result { return result }
        let made = make()
        result = made
        return made
      }
    }
  }

  private let access: DocumentAccess
  private let lock = NSLock()
  /// The inputs by their paths without dots.
  private let inputs: [String: SourceFile]
  /// The number of files that the run knew before.
  private let firstID: Int
  private var entries: [DocumentLocation: Entry] = [:]
  /// Files that were opened because something refers to them, in the order of their ids.
  private var opened: [SourceFile] = []
  private var openedByPath: [String: SourceFile] = [:]
  /// Files that are read as parts of an API's document.
  private var claimed: Set<FileID> = []
  /// Inputs by the URIs that they call themselves; nil until somebody asks.
  private var identified: [String: DocumentLocation]?
  /// Makes the table of identifiers once.
  private let identifierLock = NSLock()

  /// Makes a store over the inputs of a run that knows `count` files so far.
  init(_ files: [SourceFile], count: Int, access: DocumentAccess) {
    inputs = Dictionary(files.map { (PathText.withoutDots($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    firstID = count
    self.access = access
  }

  func document(at location: DocumentLocation) -> Result<LoadedDocument, DocumentFailure> {
    let entry = lock.withLock {
      if let entry = entries[location] { return entry }
      let entry = Entry(location)
      entries[location] = entry
      return entry
    }
    return entry.document {
      self.file(at: location).flatMap { file in
        var report = Report()
        guard let root = Frontends.value(of: file, report: &report) else {
          claim([file.id])
          return .failure(.malformed(report))
        }
        return .success(LoadedDocument(file: file, root: root, location: location, report: report))
      }
    }
  }

  func document(identifiedBy uri: String) -> LoadedDocument? {
    let table = identifierLock.withLock {
      if let identified { return identified }
      let made = identifiers()
      identified = made
      return made
    }
    return table[uri].flatMap { try? document(at: $0).get() }
  }

  func claim(_ files: Set<FileID>) { lock.withLock { claimed.formUnion(files) } }

  /// Whether a file is read as a part of an API's document, and is none by itself.
  func isPart(_ file: SourceFile) -> Bool {
    guard lock.withLock({ claimed.contains(file.id) }) else { return false }
    switch document(at: .file(PathText.withoutDots(file.path))) {
    case .success(let document): return !Frontends.isWhole(document.root)
    case .failure: return true
    }
  }

  /// Claims those of some inputs that others mention in a reference which is not followed, in an extension for example,
  /// or which such an input mentions in turn.
  func claimMentioned(among candidates: [SourceFile], by others: [SourceFile]) {
    var unclaimed = Dictionary(candidates.map { (PathText.withoutDots($0.path), $0) }, uniquingKeysWith: { $1 })
    var pending = others
    while let file = pending.popLast(), !unclaimed.isEmpty {
      guard case .success(let document) = document(at: .file(PathText.withoutDots(file.path))) else { continue }
      for path in document.mentionedFiles {
        guard let mentioned = unclaimed.removeValue(forKey: path) else { continue }
        claim([mentioned.id])
        pending.append(mentioned)
      }
    }
  }

  /// The files that are no inputs and were opened, in the order of their ids.
  var more: [SourceFile] { lock.withLock { opened } }

  /// The file at a place.
  private func file(at location: DocumentLocation) -> Result<SourceFile, DocumentFailure> {
    switch location {
    case .file(let path):
      if let input = inputs[path] { return .success(input) }
      return access.file(path).map { self.file($0.path, $0.bytes) }
    case .remote(let uri): return access.remote(uri).map { self.file(uri, $0) }
    }
  }

  /// The file of a path, added where it is new.
  private func file(_ path: String, _ bytes: [UInt8]) -> SourceFile {
    if let input = inputs[PathText.withoutDots(path)] { return input }
    return lock.withLock {
      if let known = openedByPath[path] { return known }
      let file = SourceFile(id: FileID(firstID + opened.count), path: path, bytes: bytes)
      opened.append(file)
      openedByPath[path] = file
      return file
    }
  }

  /// The inputs that say what they are called.
  private func identifiers() -> [String: DocumentLocation] {
    var table: [String: DocumentLocation] = [:]
    for (path, file) in inputs.sorted(by: { $0.key < $1.key }) {
      guard Self.mayNameItself(file), case .success(let document) = self.document(at: .file(path)) else { continue }
      for uri in Frontends.identifiers(of: document) where table[uri] == nil { table[uri] = .file(path) }
    }
    return table
  }

  /// Whether a file's text has one of the keys under which documents name themselves.
  private static func mayNameItself(_ file: SourceFile) -> Bool {
    let text = Data(file.bytes)
    return ["$id", "$self"].contains { text.range(of: Data($0.utf8)) != nil }
  }
}
