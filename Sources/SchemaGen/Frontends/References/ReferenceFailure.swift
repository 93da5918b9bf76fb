import SchemaSource

/// Why a reference leads nowhere.
enum ReferenceFailure: Error {
  /// The document is known and holds nothing at the fragment.
  case nothingThere
  /// No document that is known calls itself by the URI, and it is none that can be fetched.
  case unknownIdentifier
  /// References lead to each other.
  case circular
  /// The document cannot be had; `path` is what was looked for.
  case document(DocumentFailure, path: String)

  /// What to tell of a reference, for example to a `schema`, that stands at a place.
  func report(_ spelling: String, to kind: String, at span: SourceSpan, in report: inout Report) {
    switch self {
    case .nothingThere:
      let place = spelling.hasPrefix("#") ? " in this document" : ""
      report.add(.unresolvedReference, "no \(kind) at '\(spelling)'\(place)", at: span)
    case .unknownIdentifier:
      report.add(.unresolvedReference, "no document of the inputs calls itself '\(spelling)'", at: span)
    case .circular:
      report.add(.circularReference, "the references of this \(kind) lead in a circle", at: span)
    case .document(let failure, let path): self.report(failure, path, at: span, in: &report)
    }
  }

  /// What to tell of a document that cannot be had.
  private func report(_ failure: DocumentFailure, _ path: String, at span: SourceSpan, in report: inout Report) {
    switch failure {
    case .missing: report.add(.unresolvedReference, "there is no file '\(path)'", at: span)
    case .outside:
      report.add(
        .refusedReference,
        "'\(path)' is outside of the folder of the inputs and is not read",
        at: span,
        notes: [Diagnostic.Note("pass a folder that holds both documents as the input")]
      )
    case .notAllowed:
      report.add(
        .refusedReference,
        "'\(path)' is on the network and is not fetched",
        at: span,
        notes: [Diagnostic.Note("pass --allow-remote to fetch it, or save it beside the document")]
      )
    case .unreadable(let reason):
      report.add(.unresolvedReference, "'\(path)' cannot be read: \(reason)", at: span)
    case .malformed(let found):
      report.merge(found)
      report.add(.unresolvedReference, "'\(path)' is neither JSON nor YAML that can be read", at: span)
    }
  }
}
