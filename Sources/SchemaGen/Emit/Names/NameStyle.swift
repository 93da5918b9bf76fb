/// How the names of one role are written.
struct NameStyle {
  /// Whether the document's spelling is kept.
  var isVerbatim = false
  /// Initialisms by their lower case.
  var initialisms: [String: String]

  /// What nobody has changed.
  static let standard = NameStyle(initialisms: Casing.initialisms)

  /// The style that the configuration chooses.
  init(_ style: NamingOptions.Style, acronyms: [String]) {
    isVerbatim = style == .verbatim
    initialisms = Casing.initialisms
    for acronym in acronyms {
      initialisms[acronym.lowercased()] = acronym
      initialisms[acronym.lowercased() + "s"] = acronym + "s"
    }
  }

  private init(initialisms: [String: String]) { self.initialisms = initialisms }

  /// The same style with names as Swift's guidelines have them.
  var idiomatic: NameStyle {
    var style = self
    style.isVerbatim = false
    return style
  }
}
