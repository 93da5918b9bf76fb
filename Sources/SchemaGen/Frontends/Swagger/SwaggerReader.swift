import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads Swagger 2.0 documents (https://swagger.io/specification/v2).
package enum SwaggerReader {
  /// What a document says of its API; nil, with an error in the report, where it is no Swagger 2.0 document at all.
  /// Whatever has a wrong type is reported where it stands, and only that is left out. The library opens the documents
  /// that it refers to.
  package static func read(
    _ root: Node,
    in file: SourceFile,
    library: (any DocumentLibrary)? = nil,
    report: inout Report
  ) -> APIDescription? {
    guard let members = root.members else {
      let message = "a Swagger document must be an object, this is \(root.kindName)"
      report.add(Diagnostic(.unexpectedValue, message, at: root.span, severity: .error))
      return nil
    }
    if let member = members.last(where: { $0.key == "swagger" }) {
      let text = report.text(of: member) ?? ""
      let major = text.split(separator: ".").first.flatMap { Int($0) }
      guard major == 2 || major == nil else {
        let message = "Swagger \(text) is not read, Swagger 2.0 is; convert the document to it or to OpenAPI"
        report.add(Diagnostic(.unexpectedValue, message, at: member.value.span, severity: .error))
        return nil
      }
      if text != "2.0" {
        let message = "'\(text)' is no version of Swagger that is read; the document is read as 2.0"
        report.add(.unexpectedValue, message, at: member.value.span)
      }
    }
    let context = OpenAPIContext(root, in: file, version: .v3_0, library: library, report: report)
    context.schemas.dialect = .swagger
    SwaggerContext(context).readDocument()
    report = context.report
    report.merge(context.resolver.report)
    library?.claim(context.resolver.files.subtracting([file.id]))
    return context.description
  }
}
