import Foundation
import SchemaGenTools

/// Calls every operation of real documents through the client that is generated of them, against the mock server of the
/// same document. Prints a table; ends with 1 where a call does not hold that is not listed in `exceptions.txt`.
///
/// `CallProof [--keep DIR] PRODUCTS PATH…`: the folder of the package's debug build, then documents or folders of them.
@main
enum CallProof {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var kept: String?
    if let index = arguments.firstIndex(of: "--keep"), index + 1 < arguments.count {
      kept = arguments[index + 1]
      arguments.removeSubrange(index...index + 1)
    }
    guard arguments.count >= 2 else {
      print("usage: CallProof [--keep DIR] PRODUCTS PATH…")
      exit(2)
    }
    let folder = kept ?? "\(NSTemporaryDirectory())/call-proof-\(ProcessInfo.processInfo.processIdentifier)"
    let documents = arguments.dropFirst().flatMap(CorpusDocuments.at)
    if documents.isEmpty {
      print("no documents in \(arguments.dropFirst().joined(separator: ", "))")
      exit(2)
    }
    let exceptions = try ExceptionList()
    let compiler = Compiler(products: URL(filePath: arguments[0]).standardizedFileURL.path)
    print(ProofRow.head)
    var remarks = ""
    var passes = true
    for (index, document) in documents.enumerated() {
      let proof = DocumentProof(document: document, compiler: compiler, folder: "\(folder)/\(index)")
      let row = try await proof.run(exceptions)
      print(row.text)
      fflush(nil)
      if !row.remarks.isEmpty { remarks += "\n\(row.name)\n\(row.remarks)" }
      passes = passes && row.passes
      if kept == nil { try? FileManager.default.removeItem(atPath: "\(folder)/\(index)") }
    }
    if kept == nil { try? FileManager.default.removeItem(atPath: folder) }
    print(remarks)
    exit(passes ? 0 : 1)
  }
}
