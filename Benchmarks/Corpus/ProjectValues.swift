import Foundation
import SchemaDocument
import SchemaSource

/// Finds the documented values of a project that Apifox or Apidog exported in its own form: bodies and saved responses,
/// which are texts that hold JSON, and values of parameters. The generator's own reading of the project has no part in it.
enum ProjectValues {
  /// The values in their order; nil where the document is no such project.
  static func find(in path: String) -> [FoundExample]? {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    var sources = SourceMap()
    let file = sources.add(path: path, bytes: [UInt8](data))
    var report = Report()
    guard let root = JSONReader.read(file, report: &report),
      root["apifoxProject"] != nil || root["apidogProject"] != nil || root["$schema"]?["app"] != nil
    else { return nil }
    var found: [FoundExample] = []
    /// Adds a value unless nothing is filled in.
    func add(_ node: Node?, _ kind: String) {
      guard let node, !node.isNull, node.string.map({ $0.contains { !$0.isWhitespace } && !$0.contains("{{") }) ?? true
      else { return }
      found.append(
        FoundExample(
          place: place(node.span.start, in: file),
          end: place(node.span.end, in: file),
          kind: kind,
          containers: [],
          isUsed: true
        )
      )
    }
    var pending = Array((root["apiCollection"]?.elements ?? []).reversed())
    while let item = pending.popLast() {
      pending += (item["items"]?.elements ?? []).reversed()
      guard let api = item["api"] else { continue }
      for parameter in (api["parameters"]?.members ?? []).flatMap({ $0.value.elements ?? [] }) {
        add(parameter["example"] ?? parameter["sampleValue"], "parameter example")
      }
      for example in api["requestBody"]?["examples"]?.elements ?? [] { add(example["value"], "request example") }
      add(api["requestBody"]?["example"] ?? api["requestBody"]?["sampleValue"], "request example")
      for example in api["responseExamples"]?.elements ?? [] { add(example["data"], "response example") }
    }
    return found
  }

  /// Where a byte stands.
  private static func place(_ offset: Int, in file: SourceFile) -> DocumentedPlace {
    let location = file.location(of: offset)
    return DocumentedPlace(path: file.path, line: location.line, column: location.column)
  }
}
