import SchemaDescription
import SchemaSource

extension OperationDescription {
  /// Makes the parameters of an operation those of its path: one that the path does not name goes, unless it is the
  /// only one and the path has one other name; a name that no parameter describes is reported.
  mutating func fitPathParameters(report: inout Report) {
    let names = Self.names(in: path)
    let described = Set(parameters.lazy.filter { $0.location == .path }.map(\.name))
    let missing = names.filter { !described.contains($0) }
    let known = Set(names)
    let strangers = parameters.indices.filter {
      parameters[$0].location == .path && !known.contains(parameters[$0].name)
    }
    if let name = missing.first, let stranger = strangers.first, missing.count == 1, strangers.count == 1 {
      let parameter = parameters[stranger]
      let message = "the path names '\(name)', not '\(parameter.name)'; they are taken for the same"
      report.add(.unexpectedValue, message, at: parameter.span)
      parameters[stranger].name = name
      return
    }
    for stranger in strangers.reversed() {
      let parameter = parameters.remove(at: stranger)
      let message = "the path has no '{\(parameter.name)}'; the parameter is left out"
      report.add(.unexpectedValue, message, at: parameter.span)
    }
    for name in missing {
      let message = "'{\(name)}' of the path is not described; it becomes a string"
      report.add(.unexpectedValue, message, at: span)
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
}
