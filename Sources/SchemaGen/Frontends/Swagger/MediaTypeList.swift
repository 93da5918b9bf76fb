import SchemaDocument
import SchemaSource

/// The media types of `consumes` or `produces` (Swagger 2.0, operation object).
struct MediaTypeList {
  /// Lower case, without parameters, each once.
  private(set) var names: [String] = []
  /// Where the list stands; nil where there is none.
  private(set) var span: SourceSpan?

  /// No media type.
  init() {}

  /// Reads a list; a lone string counts as a list of one.
  init(_ member: Member, report: inout Report) {
    span = member.keySpan
    let lost = (member.value.elements ?? [member.value]).compactMap { node in
      node.string.flatMap(OpenAPIContext.lostParameters).map { ($0, node.span) }
    }
    for (parameters, span) in lost {
      report.add(Diagnostic(.unsupportedFeature, OpenAPIContext.message(lost: parameters), at: span, severity: .note))
    }
    let stated: [String]
    if let string = member.value.string {
      report.addUnexpected(member.value, "'\(member.key)'", "an array of strings")
      stated = [string]
    } else {
      stated = report.strings(of: member).map(\.string)
    }
    for name in stated.map(OpenAPIContext.bareMediaType) where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
  }
}
