import SchemaSource

/// Tells settings that no API uses from those that some API does not use.
struct UnusedSettings {
  /// How many APIs a setting holds for, by its place.
  private var known: [SourceSpan: Int] = [:]
  /// How many of them do not use it.
  private var unused: [SourceSpan: Int] = [:]

  /// Counts over the APIs of a run.
  init(_ apis: [(report: Report, places: Set<SourceSpan>)]) {
    for api in apis {
      for place in api.places { known[place, default: 0] += 1 }
      for diagnostic in api.report.diagnostics where diagnostic.id == .unusedSetting {
        if let place = diagnostic.span { unused[place, default: 0] += 1 }
      }
    }
  }

  /// Whether a diagnostic is anything but the word of one API on a setting that another one uses.
  func isWorthTelling(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.id == .unusedSetting, let place = diagnostic.span else { return true }
    return unused[place] == known[place]
  }
}
