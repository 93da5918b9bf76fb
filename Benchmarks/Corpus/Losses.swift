/// What the generator said about parts of a document that it does not carry.
struct Losses {
  private var messages: [DocumentedPlace: String] = [:]

  init(_ diagnostics: [ToldDiagnostic]) {
    for diagnostic in diagnostics where diagnostic.tellsOfLoss {
      guard let place = diagnostic.place else { continue }
      messages[place] = Self.general(diagnostic.message)
    }
  }

  /// Why a value is not carried: what was said about it or about something that it stands in; nil where nothing was.
  func reason(for example: FoundExample) -> String? {
    if let message = messages[example.place] { return message }
    for place in example.containers.reversed() { if let message = messages[place] { return message } }
    return example.isUsed ? nil : "nothing uses the component that holds it"
  }

  /// A message without what is quoted in it, so that equal reasons count together.
  private static func general(_ message: String) -> String {
    message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "…" }.joined(separator: "`")
  }
}
