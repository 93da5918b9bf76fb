import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Makes the parameters of an operation those of its path: one that the path does not name goes, unless it is the
  /// only one and the path has one other name; a name that no parameter describes is reported.
  func fitPathParameters(of operation: inout OperationDescription) {
    let names = Self.names(in: operation.path)
    let described = Set(operation.parameters.lazy.filter { $0.location == .path }.map(\.name))
    let missing = names.filter { !described.contains($0) }
    let known = Set(names)
    let strangers = operation.parameters.indices.filter {
      operation.parameters[$0].location == .path && !known.contains(operation.parameters[$0].name)
    }
    if let name = missing.first, let stranger = strangers.first, missing.count == 1, strangers.count == 1 {
      let parameter = operation.parameters[stranger]
      let message = "the path names '\(name)', not '\(parameter.name)'; they are taken for the same"
      report.add(.unexpectedValue, message, at: parameter.span)
      operation.parameters[stranger].name = name
      return
    }
    for stranger in strangers.reversed() {
      let parameter = operation.parameters.remove(at: stranger)
      let message = "the path has no '{\(parameter.name)}'; the parameter is left out"
      report.add(.unexpectedValue, message, at: parameter.span)
    }
    for name in missing {
      let message = "'{\(name)}' of the path is not described; it becomes a string"
      report.add(.unexpectedValue, message, at: operation.span)
    }
  }

  /// The names in the braces of a path template, each once.
  private static func names(in path: String) -> [String] {
    var names: [String] = []
    for part in path.split(separator: "{").dropFirst() {
      guard let end = part.firstIndex(of: "}"), end != part.startIndex else { continue }
      let name = String(part[..<end])
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

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
        guard (operation.security ?? description.security).isEmpty else { continue }
        schemeKeys.append(schemeKey(forAuthorizationHeader: parameter))
      default: kept.append(parameter)
      }
    }
    operation.parameters = kept
    if !schemeKeys.isEmpty { operation.security = schemeKeys }
  }
}
