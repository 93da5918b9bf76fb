/// The attributes of an element that say something of its text.
struct HTMLAttributes {
  /// The words of the attribute `class`.
  private var classes: [Substring] = []
  /// The value of the attribute `data-lang`, `data-language` or `lang` of code.
  private var stated: String?
  /// How many columns and rows a cell takes.
  private(set) var columns = 1
  private(set) var rows = 1
  /// How far the element's content is indented, in pixels.
  private(set) var indentation = 0
  /// Whether the element is hidden from those who listen to the page.
  private var isSilent = false

  /// Reads names and values by turns, up to a null pointer.
  init(_ pointers: UnsafePointer<UnsafePointer<CChar>?>?) {
    guard let pointers else { return }
    var index = 0
    while let name = pointers[index] {
      let value = pointers[index + 1].map { String(cString: $0) } ?? ""
      switch String(cString: name).lowercased() {
      case "class": classes = value.split(whereSeparator: \.isWhitespace).map { $0 }
      case "data-lang", "data-language": stated = value
      case "aria-hidden": isSilent = value == "true"
      case "colspan": columns = min(max(1, Int(value) ?? 1), 100)
      case "rowspan": rows = min(max(1, Int(value) ?? 1), 10_000)
      case "style": indentation = Self.indentation(in: value)
      default: break
      }
      index += 2
    }
  }

  /// The left padding of a style such as `padding-left: 20px`, 0 where it has none.
  private static func indentation(in style: String) -> Int {
    guard let range = style.utf8.count < 400 ? style.firstRange(of: "padding-left:") : nil else { return 0 }
    return Int(style[range.upperBound...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }) ?? 0
  }

  /// The language of code, nil where the element does not say: `class="language-json"`.
  var language: String? {
    let word =
      stated
      ?? classes.lazy.compactMap { name -> String? in
        ["language-", "lang-"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) }
      }.first
    guard let word, word.utf8.count <= 20, word.unicodeScalars.allSatisfy(\.isWordPart), !word.isEmpty else {
      return nil
    }
    return word
  }

  /// Whether the element holds the numbers of lines of code.
  var isLineNumber: Bool { classes.contains { $0.hasPrefix("line-number") } || isSilent && classes.contains("line-no") }
}
