import SchemaSource

/// Why a YAML text could not be read.
struct YAMLFailure: Error {
  /// What the user is told.
  var diagnostic: Diagnostic

  /// Makes a failure of the parts of its diagnostic.
  init(_ message: String, at span: SourceSpan, id: DiagnosticID = .invalidYAML, notes: [Diagnostic.Note] = []) {
    diagnostic = Diagnostic(id, message, at: span, notes: notes)
  }
}
