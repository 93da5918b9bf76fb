import Foundation
import SchemaCalls
import SchemaEmit
import SchemaGen
import SchemaGenTools
import SchemaMock
import SchemaMockServer
import SchemaRuntime
import SchemaSource

/// Everything that is done with one document.
struct DocumentProof {
  /// The module that the output is for.
  private static let module = "Models"

  var document: String
  var compiler: Compiler
  /// Where intermediate files go.
  var folder: String

  /// Generates, compiles, serves and calls.
  func run(_ exceptions: ExceptionList) async throws -> ProofRow {
    let name = URL(filePath: document).lastPathComponent
    var row = ProofRow(name: name)
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let input = [
      InputDocument(api: "api", path: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: document))))
    ]
    var described = Describer(configuration: Configuration()).describe(input)
    guard let api = described.apis.first else {
      row.problems.append("the document describes nothing")
      return row
    }
    let mock = MockAPI(api.description, name: api.name, seed: 0, report: &described.report)
    var options = Generator.Options(module: Self.module)
    options.makesCalls = true
    let generated = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
      .generate(input)
    let calls = generated.calls.flatMap(\.calls)
    row.operations = Set(calls.map(\.index)).count
    let expected = api.description.operations.count { $0.kind == .call }
    if row.operations != expected { row.problems.append("\(expected) operations are described") }
    guard let table = generated.callTables.first else { return row }
    let plan = CallPlanner(mock).plan(calls)
    row.calls = plan.calls.count
    try Data(JSONCoding.bytes(plan)).write(to: URL(filePath: "\(folder)/plan.json"))
    guard let program = try compile(generated.files, table, &row) else { return row }
    guard let lines = try await call(program, mock, &row) else { return row }
    judge(lines, plan, exceptions, &row)
    return row
  }

  /// Compiles the client and the program that calls it; nil where the compiler refused either.
  private func compile(_ files: [OutputFile], _ table: OutputFile, _ row: inout ProofRow) throws -> String? {
    let client = try compiler.module(
      Self.module,
      sources: try files.map(write),
      into: "\(folder)/objects",
      errors: "\(folder)/client.txt"
    )
    row.client = client
    guard client.status == 0 else {
      row.problems.append("the client does not compile: \(head(of: "client.txt"))")
      return nil
    }
    let name = URL(filePath: table.path).deletingPathExtension().lastPathComponent
    let main = """
      import SchemaCalls

      @main enum Main {
        static func main() async throws { try await CallProgram<\(name)>.run() }
      }

      """
    let program = try compiler.program(
      sources: [try write(table), try write(OutputFile(path: "Main.swift", contents: main))],
      with: "\(folder)/objects",
      andLibrariesOf: "CallProof",
      into: "\(folder)/program",
      errors: "\(folder)/program.txt"
    )
    row.program = program
    guard program.status == 0 else {
      row.problems.append("the calls do not compile: \(head(of: "program.txt"))")
      return nil
    }
    return "\(folder)/program"
  }

  /// Writes a file below the folder; where it is.
  private func write(_ file: OutputFile) throws -> String {
    let path = "\(folder)/\(file.path)"
    let parent = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try file.contents.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  /// Runs the program against the mock; what it prints, nil where it did not end as it must.
  private func call(_ program: String, _ mock: MockAPI, _ row: inout ProofRow) async throws -> String? {
    #if MockServer
      let site = MockSite([mock])
      let plan = "\(folder)/plan.json"
      let output = "\(folder)/failures.txt"
      let errors = "\(folder)/run.txt"
      let transports = CallTransport.allCases.filter { $0.make() != nil }.map(\.rawValue)
      let outcome = try await MockServer { site }.withServer { port in
        try await Self.run(
          Child(path: program, arguments: [plan, "http://127.0.0.1:\(port)"] + transports),
          output: output,
          errors: errors
        )
      }
      row.run = outcome
      if outcome.status != 0 {
        row.problems.append("the calls ended with \(outcome.status): \(head(of: "run.txt"))")
        return nil
      }
      return try String(contentsOfFile: output, encoding: .utf8)
    #else
      row.problems.append("the package was built without the trait MockServer")
      return nil
    #endif
  }

  /// Runs a program on a thread of its own, since it is waited for.
  private static func run(_ child: Child, output: String, errors: String) async throws -> Child.Outcome {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Result { try child.run(output: output, errors: errors) }) }.start()
    }
  }

  /// Compares what the program printed with what is known.
  private func judge(_ lines: String, _ plan: CallPlan, _ exceptions: ExceptionList, _ row: inout ProofRow) {
    var seen: Set<ExceptionList.Entry> = []
    var failed: Set<Int> = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard parts.count == 3, let index = Int(parts[1]), plan.calls.indices.contains(index) else {
        row.problems.append(String(line))
        continue
      }
      failed.insert(index)
      let entry = ExceptionList.Entry(document: row.name, call: plan.calls[index].label, transport: parts[0])
      let isNew = seen.insert(entry).inserted
      if let reason = exceptions.reason(for: entry) {
        if isNew { row.known.append("\(entry.call) over \(entry.transport): \(reason)") }
      } else {
        row.problems.append("\(entry.call) over \(entry.transport): \(parts[2])")
      }
    }
    row.held = plan.calls.count - failed.count
    for entry in exceptions.entries(of: row.name).sorted(by: { $0.call < $1.call }) where !seen.contains(entry) {
      row.problems.append("\(entry.call) over \(entry.transport) is listed in exceptions.txt and holds")
    }
  }

  /// The beginning of what the compiler or the program said.
  private func head(of name: String) -> String {
    let text = [name + ".more", name].map { (try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) ?? "" }
      .joined()
    let lines = text.split(separator: "\n").filter { $0.contains("error:") }
    return (lines.isEmpty ? text.split(separator: "\n") : lines).prefix(3).joined(separator: " | ")
  }
}
