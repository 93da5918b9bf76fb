import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Takes out the header parameters that the specification leaves to other parts of it (OpenAPI 3.1, section
  /// 4.8.12.1): `Accept`, `Content-Type` and `Authorization`. The last is authentication; where the document names no
  /// scheme for the operation, the header is evidence of one.
  func setAsideHeaders(of operation: inout OperationDescription) {
    var schemeKeys: [String] = []
    var kept: [ParameterDescription] = []
    for parameter in operation.parameters {
      switch (parameter.location, parameter.name.lowercased()) {
      case (.header, "accept"), (.header, "content-type"):
        report.add(.ignoredText, "the header \(parameter.name) follows from the bodies", at: parameter.span)
      case (.header, "authorization"):
        report.add(.ignoredText, "the header \(parameter.name) is authentication, no parameter", at: parameter.span)
        guard (operation.security ?? description.security ?? []).isEmpty else { continue }
        schemeKeys.append(schemeKey(forAuthorizationHeader: parameter))
      default: kept.append(parameter)
      }
    }
    operation.parameters = kept
    if !schemeKeys.isEmpty { operation.security = schemeKeys }
  }
}
