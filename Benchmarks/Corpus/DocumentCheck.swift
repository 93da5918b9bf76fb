import Foundation
import SchemaGenTools

/// Everything that is done with one document.
struct DocumentCheck {
  /// The document, the generator, and where intermediate files go.
  var document: String
  /// Other documents of the same API, which are merged with it; beside it in a folder of their own.
  var others: [String] = []
  var tool: String
  var compiler: Compiler?
  var folder: String

  /// The module that the output is for.
  private static let module = "Models"

  /// Generates, compiles, and sends every value there and back.
  func run() throws -> CorpusRow {
    let names = ([document] + others).map { URL(filePath: $0).lastPathComponent }
    var row = CorpusRow(name: names.joined(separator: " + "))
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if !others.isEmpty { try copyDocuments(names) }
    guard try generate(&row) else { return row }
    let examples = try list()
    var failures: [DocumentedPlace: String] = [:]
    if let compiler {
      guard try compile(compiler, &row) else { return row }
      failures = try roundTrips(of: examples, compiler, &row)
    }
    try compare(examples, failures, &row)
    return row
  }

  /// What the generator is given: the document, or the folder with copies of all of them.
  private var input: String { others.isEmpty ? document : "\(folder)/documents" }

  /// Puts copies of several documents into one folder, which makes them one API.
  private func copyDocuments(_ names: [String]) throws {
    try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
    for (path, name) in zip([document] + others, names) {
      try FileManager.default.copyItem(atPath: path, toPath: "\(input)/\(name)")
    }
  }

  /// The documents as the generator reads them.
  private var documents: [String] {
    others.isEmpty ? [document] : ([document] + others).map { "\(input)/\(URL(filePath: $0).lastPathComponent)" }
  }

  /// Generates three times and takes the middle one; false where it failed.
  private func generate(_ row: inout CorpusRow) throws -> Bool {
    var outcomes: [Child.Outcome] = []
    for run in 0..<3 {
      let output = "\(folder)/output\(run)"
      let errors = "\(folder)/generate.txt"
      let arguments = [input, "-o", output, "--module", Self.module]
      outcomes.append(try Child(path: tool, arguments: arguments).run(errors: errors))
    }
    outcomes.sort { $0.seconds < $1.seconds }
    row.generation = outcomes[1]
    let files = sources
    row.files = files.count
    for file in files { row.lines += try Data(contentsOf: URL(filePath: file)).count { $0 == UInt8(ascii: "\n") } }
    if files.isEmpty { row.problems.append("nothing was generated: \(head(of: "generate.txt"))") }
    return !files.isEmpty
  }

  /// The generated files.
  private var sources: [String] {
    let output = "\(folder)/output0"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: output)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { "\(output)/\($0)" }
  }

  /// The values that the generator lists; what it says goes into a file.
  private func list() throws -> [ListedExample] {
    let path = "\(folder)/examples.jsonl"
    let arguments = [input, "--dump-examples", "--module", Self.module, "--diagnostics", "json", "-v"]
    _ = try Child(path: tool, arguments: arguments).run(output: path, errors: "\(folder)/diagnostics.json")
    return try ListedExample.read(path)
  }

  /// Compiles the module; false where the compiler refused it.
  private func compile(_ compiler: Compiler, _ row: inout CorpusRow) throws -> Bool {
    let objects = "\(folder)/objects"
    let errors = "\(folder)/compile.txt"
    let outcome = try compiler.module(Self.module, sources: sources, into: objects, errors: errors)
    row.compilation = outcome
    if outcome.status != 0 {
      row.problems.append("the output does not compile: \(head(of: "compile.txt.more"))\(head(of: "compile.txt"))")
    }
    return outcome.status == 0
  }

  /// Sends every value there and back: what went wrong, by the places of the values.
  private func roundTrips(
    of examples: [ListedExample],
    _ compiler: Compiler,
    _ row: inout CorpusRow
  ) throws -> [DocumentedPlace: String] {
    guard !examples.isEmpty else { return [:] }
    let program = try RoundTripProgram(examples.map { ($0.type, $0.json) })
    let input = "\(folder)/values"
    try program.input.write(toFile: input, atomically: false, encoding: .utf8)
    var sources: [String] = []
    for (name, text) in program.files(module: Self.module) {
      sources.append("\(folder)/\(name)")
      try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    let path = "\(folder)/round-trips"
    let errors = "\(folder)/link.txt"
    let objects = "\(folder)/objects"
    let built = try compiler.program(sources: sources.sorted(), with: objects, into: path, errors: errors)
    guard built.status == 0 else {
      row.problems.append("the round trips do not compile: \(head(of: "link.txt.more"))\(head(of: "link.txt"))")
      return [:]
    }
    let output = "\(folder)/differences"
    let run = try Child(path: path, arguments: [input]).run(output: output, errors: errors)
    if run.status != 0 { row.problems.append("the round trips ended with \(run.status): \(head(of: "link.txt"))") }
    var failures: [DocumentedPlace: String] = [:]
    for line in try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let index = Int(parts[0]), examples.indices.contains(index) else { continue }
      let example = examples[index]
      row.problems.append("`\(example.label)` is not carried as \(example.type): \(parts[1])")
      for place in example.places { failures[place] = String(parts[1]) }
    }
    return failures
  }

  /// Compares what the document holds with what the models carry.
  private func compare(
    _ examples: [ListedExample],
    _ failures: [DocumentedPlace: String],
    _ row: inout CorpusRow
  ) throws {
    let found = documents.flatMap { document in
      let walk = ExampleWalk()
      return walk.walk(document) ? walk.found : ProjectValues.find(in: document) ?? PageValues.find(in: document)
    }
    let listed = Set(examples.flatMap(\.places))
    let told = try ToldDiagnostic.read("\(folder)/diagnostics.json")
    row.cuts = told.filter { $0.id == "truncated-document" }.compactMap(\.place)
    let losses = Losses(told)
    row.found = found.count
    for example in found {
      if listed.contains(example.place) {
        if failures[example.place] == nil { row.carried += 1 }
      } else if let reason = losses.reason(for: example) {
        row.reasons[reason, default: 0] += 1
      } else {
        let place = example.place
        row.unexplained.append("\(place.path):\(place.line):\(place.column): \(example.kind) is not carried")
      }
    }
  }

  /// The beginning of a file with messages.
  private func head(of name: String) -> String {
    let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").filter { $0.contains("error:") }
    return (lines.isEmpty ? text.split(separator: "\n") : lines).prefix(3).joined(separator: " | ")
  }
}
