import Foundation
import SchemaEmit
import SchemaGen
import Testing

/// One API in two forms: the models are the same but for what one of the forms does not say.
@Suite struct DifferentialTests {
  /// The root of the package.
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of a file of the corpus; nil, with a line on the console, where it is absent.
  private func corpus(_ path: String) -> [UInt8]? {
    let named = ProcessInfo.processInfo.environment["SCHEMAGEN_CORPUS"].map { URL(filePath: $0) }
    let folder = named ?? Self.package.appending(path: "../shared/corpus").standardizedFileURL
    guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
      print("skipped: the corpus has no \(path); set SCHEMAGEN_CORPUS to its folder")
      return nil
    }
    return [UInt8](data)
  }

  /// What a document is understood as, line by line.
  private func dump(_ bytes: [UInt8], _ path: String) -> [String] {
    var options = Generator.Options(module: "M")
    options.dumpsIR = true
    let generator = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
    let result = generator.generate([InputDocument(api: "api", path: path, bytes: bytes)])
    return result.dumps.map(\.text).joined().split(separator: "\n").map(String.init)
  }

  /// The lines that only one of two dumps has, in order: `-` before those of the first, `+` before those of the second.
  private func differences(_ first: [String], _ second: [String]) -> Set<String> {
    Set(
      second.difference(from: first).map { change in
        switch change {
        case .remove(_, let line, _): "-\(line)"
        case .insert(_, let line, _): "+\(line)"
        }
      }
    )
  }

  @Test func `a project and its export to OpenAPI give the same models`() {
    guard let project = corpus("apifox/v2ex.apifox.json"), let export = corpus("apifox/v2ex.openapi.yaml") else {
      return
    }
    let (first, second) = (dump(project, "v2ex.json"), dump(export, "v2ex.yaml"))
    #expect(first.count > 80)
    // The export drops the names of examples where a response has but one.
    let labels = [(5, "获取指定主题"), (6, "获取指定主题下的回复"), (8, "获取指定节点"), (9, "获取指定节点下的主题")]
    let expected = labels.flatMap { id, title in
      ["-example #\(id) \"\(title) response: 成功示例\"", "+example #\(id) \"\(title) response\""]
    }
    #expect(differences(first, second) == Set(expected))
  }

  @Test func `an endpoint with raw JSON and its page with OpenAPI give the same models`() throws {
    let folder = Self.package.appending(path: "specs/gpt-4o-audio")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .first { $0.pathExtension == "txt" }
    )
    guard let page = corpus("apifox/gpt-4o-audio.apifox-md.md") else { return }
    let raw = dump([UInt8](try Data(contentsOf: file)), "page.txt")
    #expect(raw.count > 20)
    #expect(
      differences(raw, dump(page, "page.md")) == [
        // The page with raw JSON names no server.
        "+server https://www.anyapi.vip",
        // The tool's own form knows only bodies that are sent; the export leaves out `required`, which is false then.
        "-  body application/json as json: #0", "+  body application/json as json: #0 optional",
      ]
    )
  }
}
