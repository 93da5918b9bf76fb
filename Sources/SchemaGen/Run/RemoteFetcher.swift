import Foundation
import SchemaGen
import SchemaSource

/// Fetches documents that references name on the network, bounded in number, size and time, and keeps them on disk.
///
/// It runs `curl`: a client of our own in the tool would have every build of it pay for what few runs use.
/// `@unchecked`: the lock guards the count.
final class RemoteFetcher: @unchecked Sendable {
  /// Documents that are larger than this are refused: 32 MiB.
  private static let sizeLimit = 32 << 20
  /// How many documents one run fetches or takes from the cache.
  private static let countLimit = 256
  /// How many seconds one document may take.
  private static let secondsLimit = 30
  /// How many redirections one document may need; they may lead to `http` and `https` alone.
  private static let redirectionLimit = 5

  /// The folder of what was fetched before.
  private let cache: URL
  private let lock = NSLock()
  private var count = 0

  /// Keeps documents in a folder; in the user's folder for caches where none is given.
  init(cache: String?) { self.cache = cache.map { URL(fileURLWithPath: $0) } ?? Self.defaultCache }

  /// The content of the document that a URI names.
  func fetch(_ uri: String) -> Result<[UInt8], DocumentFailure> {
    let isWithinLimit = lock.withLock {
      count += 1
      return count <= Self.countLimit
    }
    guard isWithinLimit else { return .failure(.unreadable("a run reads at most \(Self.countLimit) remote documents")) }
    let file = cache.appendingPathComponent(Self.fileName(of: uri))
    // The first line names the document, so that no two are ever taken for each other.
    let head = Data((uri + "\n").utf8)
    if let known = try? Data(contentsOf: file), known.starts(with: head) {
      return .success([UInt8](known.dropFirst(head.count)))
    }
    return download(uri).map { data in
      // Without a cache the next run fetches again; that is no reason to fail.
      try? FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
      try? (head + data).write(to: file, options: .atomic)
      return [UInt8](data)
    }
  }

  /// Downloads what a URI names.
  private func download(_ uri: String) -> Result<Data, DocumentFailure> {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "curl", "--disable", "--silent", "--show-error", "--fail", "--location", "--globoff",
      "--proto", "=http,https", "--proto-redir", "=http,https", "--max-redirs", String(Self.redirectionLimit),
      "--max-time", String(Self.secondsLimit), "--max-filesize", String(Self.sizeLimit),
      "--header", "Accept: application/json, application/yaml, */*", "--url", uri,
    ]
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { return .failure(.unreadable("curl, which fetches it, cannot be run")) }
    let data = (try? output.fileHandleForReading.read(upToCount: Self.sizeLimit + 1)) ?? Data()
    if data.count > Self.sizeLimit { process.terminate() }
    // What curl says is one line, and fits a pipe that nobody empties.
    let message = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    if data.count > Self.sizeLimit { return .failure(.unreadable("it is larger than \(Self.sizeLimit >> 20) MiB")) }
    guard process.terminationStatus == 0 else {
      let text = String(decoding: message, as: UTF8.self).split(separator: "\n").first.map(String.init)
      return .failure(.unreadable(text ?? "curl ended with \(process.terminationStatus)"))
    }
    return .success(data)
  }

  /// The file that keeps a document: what can be read of its URI, and a hash of it.
  private static func fileName(of uri: String) -> String {
    let legible = uri.unicodeScalars.map {
      $0.isASCII && $0.properties.isAlphabetic || "0"..."9" ~= $0 ? Character($0) : "-"
    }
    let hash = uri.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(legible.prefix(100)) + "-" + String(hash, radix: 16)
  }

  /// Where caches are kept (XDG Base Directory Specification).
  private static var defaultCache: URL {
    let named = ProcessInfo.processInfo.environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let folder =
      named.map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".cache")
    return folder.appendingPathComponent("schemagen")
  }
}
