import Foundation
import SchemaEmit
import SchemaGen
import SchemaGenTools
import SchemaRuntime
import SchemaSource

/// Cases that are generated, compiled as one module, and tried together.
struct Batch {
  let cases: [PropertyCase]
  let compiler: Compiler
  /// Where intermediate files go.
  let folder: String
  /// Whether the models can be checked, so that rules are written too.
  let validates: Bool

  /// The module that is compiled.
  private static let module = "Models"

  /// How many values were tried, and what is wrong.
  func run() throws -> (count: Int, failures: [Failure]) {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var failures: [Failure] = []
    var result = generate(cases, &failures)
    var sources = try write(result)
    let errors = "\(folder)/compile.txt"
    for _ in 0..<3 {
      // What an earlier round has compiled must not be linked.
      try? FileManager.default.removeItem(atPath: "\(folder)/objects")
      let outcome = try compiler.module(Self.module, sources: sources, into: "\(folder)/objects", errors: errors)
      if outcome.status == 0 { break }
      let broken = brokenCases(errors)
      failures += broken.map { Failure(name: $0, stage: .compilation, message: $1) }
      guard !broken.isEmpty, sources.count > 1 else {
        failures.append(Failure(name: "", stage: .compilation, message: head(of: errors)))
        return (0, failures)
      }
      let rest = cases.filter { broken[$0.name] == nil }
      var ignored: [Failure] = []
      result = generate(rest, &ignored)
      sources = try write(result)
    }
    let values = listed(result, &failures)
    failures += try roundTrips(of: values)
    return (values.count, failures)
  }

  /// A value with the type that carries it.
  private struct TypedValue {
    var name: String
    var type: String
    var json: String
  }

  /// Generates the models of some cases, each an API of its own.
  private func generate(_ cases: [PropertyCase], _ failures: inout [Failure]) -> GenerationResult {
    var options = Generator.Options(module: Self.module)
    options.listsExamples = true
    var configuration = Configuration()
    if validates { configuration.settings.validation = .rules }
    let documents = cases.map { InputDocument(api: $0.name, path: "\($0.name).json", bytes: Array($0.document.utf8)) }
    let result = Generator(configuration: configuration, options: options, templates: TemplateSet()).generate(documents)
    for diagnostic in result.report.diagnostics where diagnostic.severity == .error {
      let path = diagnostic.span.flatMap { result.sources.file($0.file)?.path } ?? ""
      let name = String(path.prefix { $0 != "." })
      failures.append(Failure(name: name, stage: .generation, message: diagnostic.message))
    }
    return result
  }

  /// Writes the generated files; their paths.
  private func write(_ result: GenerationResult) throws -> [String] {
    let root = "\(folder)/output"
    try? FileManager.default.removeItem(atPath: root)
    return try result.files.map { file in
      let url = URL(filePath: "\(root)/\(file.path)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.contents.utf8).write(to: url)
      return url.path
    }
  }

  /// The cases whose files the compiler complains of, with its first message for each.
  private func brokenCases(_ path: String) -> [String: String] {
    var broken: [String: String] = [:]
    for line in text(of: path).split(separator: "\n") where line.contains("error: ") {
      guard let range = line.range(of: "/output/\(Self.module)/") else { continue }
      let name = String(line[range.upperBound...].prefix { $0 != "/" })
      if broken[name] == nil { broken[name] = String(line[range.upperBound...]) }
    }
    return broken
  }

  /// The values to try: those that the generator lists, and those that it has not seen; shown values that it does not
  /// list are failures.
  private func listed(_ result: GenerationResult, _ failures: inout [Failure]) -> [TypedValue] {
    var values: [TypedValue] = []
    var byCase: [String: [EmittedExample]] = [:]
    for example in result.examples {
      guard let path = example.spans.first.flatMap({ result.sources.file($0.file)?.path }) else { continue }
      byCase[String(path.prefix { $0 != "." }), default: []].append(example)
    }
    let apis = Set(result.files.compactMap { $0.path.split(separator: "/").dropFirst().first.map(String.init) })
    for item in cases where apis.contains(item.name) {
      let examples = byCase[item.name] ?? []
      values += examples.map { TypedValue(name: item.name, type: $0.type, json: $0.json) }
      var type: String?
      for (index, value) in item.shown.enumerated() where !value.isNull {
        // The same value under another name stands for this one too.
        let found = examples.first { example in
          example.label.contains("value-") && (try? JSONValue(parsing: example.json)) == value
        }
        if let found {
          type = found.type
        } else {
          let message = "\(PropertyCase.label(index)) is not listed"
          failures.append(Failure(name: item.name, stage: .listing, message: message, value: value.description))
        }
      }
      guard let type else { continue }
      values += item.hidden.filter { !$0.isNull }.map {
        TypedValue(name: item.name, type: type, json: $0.description)
      }
    }
    return values
  }

  /// Compiles a program and sends the values there and back.
  private func roundTrips(of values: [TypedValue]) throws -> [Failure] {
    guard !values.isEmpty else { return [] }
    let program = try RoundTripProgram(values.map { ($0.type, $0.json) })
    let input = "\(folder)/values"
    try program.input.write(toFile: input, atomically: false, encoding: .utf8)
    var sources: [String] = []
    for (name, text) in program.files(module: Self.module) {
      sources.append("\(folder)/\(name)")
      try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    let (path, errors, output) = ("\(folder)/round-trips", "\(folder)/link.txt", "\(folder)/differences")
    let built = try compiler.program(sources: sources.sorted(), with: "\(folder)/objects", into: path, errors: errors)
    guard built.status == 0 else { return [Failure(name: "", stage: .compilation, message: head(of: errors))] }
    let run = try Child(path: path, arguments: [input]).run(output: output, errors: errors)
    var failures: [Failure] = []
    if run.status != 0 {
      failures.append(Failure(name: "", stage: .roundTrip, message: "ended with \(run.status): \(head(of: errors))"))
    }
    for line in text(of: output).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let index = Int(parts[0]), values.indices.contains(index) else { continue }
      let value = values[index]
      let message = "not carried as \(value.type): \(parts[1])"
      failures.append(Failure(name: value.name, stage: .roundTrip, message: message, value: value.json))
    }
    return failures
  }

  /// The text of what a program printed into files.
  private func text(of path: String) -> String {
    [path, path + ".more"].compactMap { try? Data(contentsOf: URL(filePath: $0)) }
      .map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  /// The beginning of a file with messages.
  private func head(of path: String) -> String {
    let lines = text(of: path).split(separator: "\n")
    let errors = lines.filter { $0.contains("error:") }
    return (errors.isEmpty ? lines : errors).prefix(3).joined(separator: " | ")
  }
}
