import ArgumentParser

/// How diagnostics are shown.
enum DiagnosticForm: String, ExpressibleByArgument, CaseIterable { case text, json }
