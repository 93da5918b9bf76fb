/// A name that is legal and unique in its scope.
package struct SwiftName: Hashable, Sendable, CustomStringConvertible {
  /// The name without backticks.
  package let text: String

  init(_ text: String) { self.text = text }

  package var description: String { text }

  /// The name where it is declared or stands alone.
  package var declaration: String {
    ReservedNames.keywords.contains(text) ? "`\(text)`" : text
  }

  /// The name as the label of a parameter.
  var label: String { ReservedNames.labels.contains(text) ? "`\(text)`" : text }

  /// The name of a parameter within its function.
  var local: String {
    ReservedNames.keywords.contains(text) || ReservedNames.contextual.contains(text) ? "`\(text)`" : text
  }

  /// The name of a property within its type's own functions.
  var member: String {
    let isPlain =
      !ReservedNames.keywords.contains(text) && !ReservedNames.contextual.contains(text)
      && !ReservedNames.functionParameters.contains(text)
    return isPlain ? text : "self.\(text)"
  }
}
