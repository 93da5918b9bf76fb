import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads OpenAPI documents, 3.0.x, 3.1.x and 3.2.x.
package enum OpenAPIReader {
  /// What a document says of its API; nil, with an error in the report, where it is no OpenAPI document at all.
  /// Whatever has a wrong type is reported where it stands, and only that is left out.
  /// The library opens the documents that it refers to.
  package static func read(
    _ root: Node,
    in file: SourceFile,
    library: (any DocumentLibrary)? = nil,
    report: inout Report
  ) -> APIDescription? {
    guard root.members != nil else {
      let message = "an OpenAPI document must be an object, this is \(root.kindName)"
      report.add(Diagnostic(.unexpectedValue, message, at: root.span, severity: .error))
      return nil
    }
    guard let version = OpenAPIVersion(of: root, report: &report) else { return nil }
    let context = OpenAPIContext(root, in: file, version: version, library: library, report: report)
    context.readDocument()
    report = context.report
    report.merge(context.resolver.report)
    library?.claim(context.resolver.files.subtracting([file.id]))
    return context.description
  }
}
