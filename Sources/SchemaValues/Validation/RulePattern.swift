import Foundation

/// A regular expression as JSON Schema has them (ECMA-262), which may match anywhere in a text.
///
/// Foundation's engine tries alternatives one after another; a match is given up after a bounded number of steps, so
/// that no pattern holds up the program, and the text then counts as one that does not match.
struct RulePattern: Sendable {
  /// The pattern as the document spells it.
  let text: String
  /// The pattern for Foundation's engine.
  private let expression: NSRegularExpression

  /// How often the engine may report that it is still at work; each report stands for some thousands of steps.
  private static let reportLimit = 500

  /// Nil where the text is no regular expression that can be used.
  init?(_ text: String) {
    guard let expression = try? NSRegularExpression(pattern: Self.translated(text)) else { return nil }
    self.text = text
    self.expression = expression
  }

  /// Whether the pattern matches somewhere in a text.
  func matches(_ text: String) -> Bool {
    var isFound = false
    var reports = 0
    let range = NSRange(location: 0, length: text.utf16.count)
    expression.enumerateMatches(in: text, options: [.reportProgress], range: range) { match, _, stop in
      reports += 1
      isFound = match != nil
      if isFound || reports > Self.reportLimit { stop.pointee = true }
    }
    return isFound
  }

  /// The pattern in the other dialect: classes of ASCII where ECMA-262 has them (section 22.2.2.9), the end of the text
  /// and not of its last line, and brackets and ampersands in classes that mean themselves.
  private static func translated(_ pattern: String) -> String {
    var result = ""
    var isInClass = false
    // What the open class holds so far.
    var members = ""
    var scalars = pattern.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\\":
        guard let next = scalars.next() else { return pattern }
        let escape = escape(next, isInClass: isInClass)
        if isInClass { members += escape } else { result += escape }
      case "]" where isInClass:
        // An empty class matches nothing, its complement everything.
        result += members.isEmpty ? "(?!)" : members == "^" ? "[\\s\\S]" : "[\(members)]"
        isInClass = false
      case "[" where isInClass, "&" where isInClass: members += "\\\(scalar)"
      case "-" where members.hasSuffix("-") && isInClass: members += "\\-"
      case _ where isInClass: members.unicodeScalars.append(scalar)
      case "[":
        isInClass = true
        members = ""
      case "$": result += "\\z"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return isInClass ? pattern : result
  }

  /// An escape in the other dialect.
  private static func escape(_ scalar: Unicode.Scalar, isInClass: Bool) -> String {
    switch scalar {
    case "d": isInClass ? "0-9" : "[0-9]"
    case "w": isInClass ? "0-9A-Z_a-z" : "[0-9A-Z_a-z]"
    case "D" where !isInClass: "[^0-9]"
    case "W" where !isInClass: "[^0-9A-Z_a-z]"
    // What other engines take for the ends of the text are letters here.
    case "Z", "A", "z", "G", "Q", "E", "a", "e", "h", "H", "R", "X", "N": String(scalar)
    case "u": "\\u"
    default: "\\\(scalar)"
    }
  }
}
