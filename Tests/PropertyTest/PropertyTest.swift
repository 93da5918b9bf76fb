import Foundation
import SchemaGenTools

/// Takes random documents through everything that is promised of them: they generate, what is generated compiles
/// without a warning, and every value that they show or allow goes there and back. Ends with 1 where one does not.
///
/// `schemagen-property-test PRODUCTS [--seed N] [--count N] [--only N] [--no-shrinking] [--write DIR]`: the folder of the
/// package's debug build; the seed; how many documents; one document alone, which is printed; whether the first failing
/// document is made smaller; a folder into which the documents are written, and nothing else is done.
@main
enum PropertyTest {
  /// How many documents become one module.
  private static let batchSize = 75

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let products = arguments.first, !products.hasPrefix("-") else {
      print("usage: schemagen-property-test PRODUCTS [--seed N] [--count N] [--only N] [--no-shrinking] [--write DIR]")
      exit(2)
    }
    func number(_ name: String) -> Int? {
      arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil }
    }
    let seed = UInt64(number("--seed") ?? 1)
    let only = number("--only")
    let numbers = only.map { [$0] } ?? Array(0..<(number("--count") ?? 600))
    if let index = arguments.firstIndex(of: "--write"), index + 1 < arguments.count {
      return try write(numbers.map { PropertyCase(number: $0, seed: seed) }, into: arguments[index + 1])
    }
    let compiler = Compiler(products: URL(filePath: products).standardizedFileURL.path)
    let folder = "\(NSTemporaryDirectory())/schemagen-property-\(ProcessInfo.processInfo.processIdentifier)"
    var total = 0
    var found: [(item: PropertyCase, failure: Failure, validates: Bool)] = []
    for start in stride(from: 0, to: numbers.count, by: batchSize) {
      let cases = numbers[start..<min(start + batchSize, numbers.count)].map { PropertyCase(number: $0, seed: seed) }
      if only != nil {
        print(cases[0].document, cases[0].hidden.map(\.description).joined(separator: "\n"), separator: "\n")
      }
      let validates = start / batchSize % 2 == 1
      let (count, failures) = try Batch(cases: cases, compiler: compiler, folder: folder, validates: validates).run()
      total += count
      print("seed \(seed): \(start + cases.count) documents, \(total) values, \(found.count + failures.count) failures")
      fflush(nil)
      var known: Set<String> = []
      for failure in failures where known.insert(failure.name).inserted {
        let item = cases.first { $0.name == failure.name }
        print("  \(failure.name) (\(item?.kind.rawValue ?? "")): \(failure.stage.rawValue): \(failure.message)")
        if let value = failure.value { print("    \(value.prefix(600))") }
        if let item { found.append((item, failure, validates)) } else { exit(1) }
      }
    }
    guard let first = found.first else { return }
    if !arguments.contains("--no-shrinking") {
      let shrinker = Shrinker { cases in
        try Batch(cases: cases, compiler: compiler, folder: folder, validates: first.validates).run().failures
      }
      let (item, failure) = try shrinker.smallest(first.item, first.failure)
      print("\nthe first one, \(first.item.name) of seed \(seed), shrunk: \(failure.message)")
      print(item.document)
      for value in item.hidden { print("not shown: \(value)") }
    }
    exit(1)
  }

  /// Writes documents, to look at them.
  private static func write(_ cases: [PropertyCase], into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for item in cases {
      try item.document.write(toFile: "\(folder)/\(item.name).json", atomically: false, encoding: .utf8)
    }
  }
}
