/// How grave a diagnostic is; `note` is shown only with `-v`.
package enum Severity: String, Comparable, Sendable, CaseIterable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One thing to tell the user, at one place of one document.
package struct Diagnostic: Hashable, Sendable {
  /// A second place that belongs to a diagnostic, or advice without a place.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var span: SourceSpan?

    package init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  package var id: DiagnosticID
  package var severity: Severity
  /// Lower case, no full stop.
  package var message: String
  package var span: SourceSpan?
  package var notes: [Note]

  package init(
    _ id: DiagnosticID,
    _ message: String,
    at span: SourceSpan?,
    severity: Severity? = nil,
    notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity ?? id.severity
    self.message = message
    self.span = span
    self.notes = notes
  }
}

/// The diagnostics of a run, in the order in which they were found.
package struct Report: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  /// What must not be shown of the documents, with these diagnostics or elsewhere.
  package var secrets = Secrets()

  package init() {}

  /// Adds a diagnostic unless the very same one is there already.
  package mutating func add(_ diagnostic: Diagnostic) {
    guard seen.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }

  /// Adds a diagnostic made of its parts.
  package mutating func add(
    _ id: DiagnosticID,
    _ message: String,
    at span: SourceSpan?,
    notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(id, message, at: span, notes: notes))
  }

  /// Adds everything that another report holds.
  package mutating func merge(_ other: Report) {
    for diagnostic in other.diagnostics { add(diagnostic) }
    secrets.formUnion(other.secrets)
  }

  /// Whether anything is an error.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private var seen: Set<Diagnostic> = []
}
