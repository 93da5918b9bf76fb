/// How diagnostics are shown.
package enum DiagnosticForm: String, Sendable, CaseIterable { case text, json }
