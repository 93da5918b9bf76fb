import Foundation
import SchemaEmit
import SchemaGen
import Testing

/// Documents that somebody has damaged: whatever comes in, the whole pipeline ends and says something.
@Suite struct MutationTests {
  /// Numbers that look random and are the same in every run (Knuth's MMIX generator).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 31)
    }
  }

  /// The project's own documents and the inputs of the golden cases.
  private static func documents() throws -> [[UInt8]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var documents: [[UInt8]] = []
    for (folder, prefix) in [("specs", ""), ("Tests/Goldens/Cases", "input")] {
      let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      while let name = names?.nextObject() as? String {
        let file = name.split(separator: "/").last ?? ""
        guard name.split(separator: "/").count == 2, file.hasPrefix(prefix), file.contains(".") else { continue }
        documents.append([UInt8](try Data(contentsOf: root.appending(path: "\(folder)/\(name)"))))
      }
    }
    return documents.sorted { $0.count < $1.count }
  }

  /// A document cut, with lines moved, doubled or lost, or with references and keywords exchanged.
  private static func damaged(_ document: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var lines = document.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    switch Int.random(in: 0..<5, using: &dice) {
    case 0: return Array(document.prefix(Int.random(in: 0...document.count, using: &dice)))
    case 1:
      for _ in 0..<3 {
        lines.swapAt(lines.indices.randomElement(using: &dice)!, lines.indices.randomElement(using: &dice)!)
      }
    case 2: for _ in 0..<3 where lines.count > 1 { lines.remove(at: lines.indices.randomElement(using: &dice)!) }
    case 3:
      for _ in 0..<3 {
        lines.insert(lines.randomElement(using: &dice)!, at: lines.indices.randomElement(using: &dice)!)
      }
    default:
      let text = String(decoding: document, as: UTF8.self)
      let words = ["string", "object", "array", "null", "integer", "allOf", "oneOf", "items", "$ref", "{}", "1e400"]
      let names = text.matches(of: /#\/components\/schemas\/\w+/).map { String($0.output) }
      var result = text
      for _ in 0..<4 {
        let pool = names.isEmpty || Bool.random(using: &dice) ? words : names
        result = result.replacing(
          pool.randomElement(using: &dice)!,
          with: pool.randomElement(using: &dice)!,
          maxReplacements: 2
        )
      }
      return Array(result.utf8)
    }
    return Array(lines.joined(separator: [10]))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the pipeline ends on damaged documents`(seed: UInt64) throws {
    let documents = try Self.documents()
    #expect(documents.count > 20)
    var dice = Dice(state: seed)
    var options = Generator.Options(module: "M")
    options.makesTests = true
    options.dumpsIR = true
    let generator = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
    for _ in 0..<60 {
      let bytes = Self.damaged(documents.randomElement(using: &dice)!, &dice)
      let result = generator.generate([InputDocument(api: "damaged", path: "damaged", bytes: bytes)])
      #expect(!result.files.isEmpty || result.report.hasErrors)
    }
  }
}
