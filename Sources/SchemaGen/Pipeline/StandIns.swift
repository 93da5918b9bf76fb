import SchemaDescription
import SchemaDocument
import SchemaFrontends
import SchemaSource

/// Stands in until the stage is merged.
enum Frontends {
  static func describe(_ file: SourceFile, report: inout Report) -> APIDescription? {
    guard TextReader.check(file, report: &report) else { return nil }
    let first = file.bytes.first { $0 > 32 && $0 < 127 }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    guard let node = isJSON ? JSONReader.read(file, report: &report) : YAMLReader.read(file, report: &report) else {
      return nil
    }
    guard node["openapi"] != nil else {
      report.add(.unknownFormat, "unknown format", at: file.span(0, 1))
      return nil
    }
    return OpenAPIReader.read(node, in: file, report: &report)
  }
}
