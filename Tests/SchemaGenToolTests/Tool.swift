import Foundation

/// The built executable, run in a folder of its own.
struct Tool {
  /// What a run leaves.
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// A folder that is removed with the value's owner.
  let folder: URL

  /// Makes an empty folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("schemagen-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The tool beside the test bundle.
  static var executable: URL { get throws { try executable("schemagen") } }

  /// An executable beside the test bundle.
  static func executable(_ name: String) throws -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let starts = bundles + [URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.bundleURL]
    for start in starts {
      var folder = start.resolvingSymlinksInPath().deletingLastPathComponent()
      for _ in 0..<4 {
        let tool = folder.appendingPathComponent(name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: tool.path, isDirectory: &isFolder), !isFolder.boolValue {
          return tool
        }
        folder.deleteLastPathComponent()
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  /// Runs the tool in the folder.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs the tool in the folder.
  func run(_ arguments: [String], by name: String = "schemagen") throws -> Outcome {
    let process = Process()
    process.executableURL = try Self.executable(name)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files and not pipes: a pipe that nobody empties stops a process that has much to say.
    let output = folder.appendingPathComponent(".stdout")
    let errors = folder.appendingPathComponent(".stderr")
    try Data().write(to: output)
    try Data().write(to: errors)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }

  /// Writes a file, with the folders above it.
  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  /// Writes a file, with the folders above it.
  func write(_ path: String, _ data: Data) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The text of a file; nil where there is none.
  func read(_ path: String) -> String? { try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) }

  /// Every file below a folder with its text.
  func files(below path: String) -> [String: String] {
    let root = folder.appendingPathComponent(path)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in read("\(path)/\(name)").map { ("\(path)/\(name)", $0) } }
    )
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A small document with one model.
  static func document(_ model: String = "Thing", type: String = "string") -> String {
    """
    {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{
      "\(model)":{"type":"object","required":["name"],"properties":{"name":{"type":"\(type)"}}}}}}
    """
  }
}
