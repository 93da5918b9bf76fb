/// What an element of HTML does to the lines of the text within it (HTML Living Standard, section 15.3).
enum HTMLElement {
  /// Elements whose content is never shown as text.
  private static let hidden: Set<String> = [
    "script", "style", "template", "title", "svg", "noscript", "iframe", "object", "math", "canvas", "audio", "video",
  ]

  /// Elements that begin and end a line.
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "plaintext", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "xmp",
  ]

  /// Elements that lay out what is in them side by side where they hold nothing but elements.
  private static let rows: Set<String> = [
    "a", "article", "button", "div", "footer", "header", "label", "nav", "section", "span", "summary",
  ]

  /// Whether nothing of an element is text for people.
  static func isHidden(_ name: String) -> Bool { hidden.contains(name) }

  /// Whether an element begins and ends a line.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

  /// Whether the elements within an element that holds no text of its own are things of their own: a name, a type.
  static func isRow(_ name: String) -> Bool { rows.contains(name) }

  /// Whether white space counts within an element.
  static func isPreformatted(_ name: String) -> Bool { name == "pre" || name == "listing" || name == "xmp" }
}
