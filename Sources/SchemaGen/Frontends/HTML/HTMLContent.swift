import CHTMLEvents

/// The elements and the text of a page in HTML, as libxml2's parser understands them.
struct HTMLContent {
  /// One thing after the other.
  enum Piece {
    /// The beginning of an element; `end` is the index of the piece that ends it.
    case open(Element, end: Int)
    case close(String)
    /// Text, character references decoded, and the byte offset in the page at which it begins.
    case text(String, origin: Int)
  }

  /// What is known of an element.
  struct Element {
    /// Lower case.
    var name: String
    /// The name of the language of code where the element gives it.
    var language: String?
    /// Whether text stands in the element itself and not only in others within it.
    var hasText = false
    /// Whether the element holds a table or preformatted text: a table that does is layout.
    var holdsLayout = false
    /// How many columns and rows a cell takes.
    var columns = 1
    var rows = 1
    /// How far the content is indented, in pixels.
    var indentation = 0
    /// Whether the page takes the element for decoration.
    var isDecoration = false
  }

  /// How many elements may stand within each other; what is deeper is left out.
  static let depthLimit = 512

  /// The pieces in the order of the page.
  private(set) var pieces: [Piece] = []
  /// Where the page was left because elements stand too deep within each other.
  private(set) var tooDeep: Int?
  /// The indices of the pieces of the elements that are open.
  private var path: [Int] = []
  /// What was put before the page, in bytes.
  private var offset: Int

  /// Parses a page in UTF-8; nil where the tool was built without libxml2.
  init?(_ bytes: [UInt8]) {
    // The mark says that the page is UTF-8, whatever is declared in it.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = bytes.starts(with: mark)
    offset = isMarked ? 0 : mark.count
    let page = isMarked ? bytes : mark + bytes
    guard let length = Int32(exactly: page.count), Self.parse(page, length, &self) else { return nil }
    while !path.isEmpty { close(bytes.count) }
  }

  /// Runs the parser; false where there is none.
  private static func parse(_ page: [UInt8], _ length: Int32, _ content: UnsafeMutablePointer<HTMLContent>) -> Bool {
    var events = schemagen_html_events(
      context: UnsafeMutableRawPointer(content),
      open: { context, name, attributes, offset in
        guard let content = context?.assumingMemoryBound(to: HTMLContent.self), let name else { return 0 }
        return content.pointee.open(String(cString: name), HTMLAttributes(attributes), offset) ? 1 : 0
      },
      close: { context, _, offset in context?.assumingMemoryBound(to: HTMLContent.self).pointee.close(offset) },
      text: { context, text, count, offset in
        guard let content = context?.assumingMemoryBound(to: HTMLContent.self), let text, count > 0 else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
          let text = String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
          content.pointee.add(text, end: offset)
        }
      }
    )
    return page.withUnsafeBytes { bytes in
      schemagen_html_parse(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), length, &events) != 0
    }
  }

  /// Takes the beginning of an element; false where it is too deep.
  private mutating func open(_ name: String, _ attributes: HTMLAttributes, _ end: Int) -> Bool {
    guard path.count < Self.depthLimit else {
      tooDeep = tooDeep ?? max(0, end - offset)
      return false
    }
    var element = Element(name: name.lowercased())
    element.language = attributes.language
    (element.columns, element.rows) = (attributes.columns, attributes.rows)
    element.indentation = attributes.indentation
    element.isDecoration = attributes.isLineNumber
    if element.name == "table" || HTMLElement.isPreformatted(element.name) { markLayout() }
    settleLanguage(of: &element)
    path.append(pieces.count)
    pieces.append(.open(element, end: pieces.count))
    return true
  }

  /// The language of code stands at the code, at an element within it or at one around it.
  private mutating func settleLanguage(of element: inout Element) {
    guard let parent = path.last, case .open(var outer, let end) = pieces[parent] else { return }
    if HTMLElement.isPreformatted(element.name) {
      element.language = element.language ?? outer.language
    } else if HTMLElement.isPreformatted(outer.name), outer.language == nil, let language = element.language {
      outer.language = language
      pieces[parent] = .open(outer, end: end)
    }
  }

  /// Notes in the closest table that it holds another one, or code.
  private mutating func markLayout() {
    for index in path.reversed() {
      guard case .open(var element, let end) = pieces[index], element.name == "table" else { continue }
      element.holdsLayout = true
      pieces[index] = .open(element, end: end)
      return
    }
  }

  /// Takes the end of the element that was opened last.
  private mutating func close(_ end: Int) {
    guard let start = path.popLast(), case .open(let element, _) = pieces[start] else { return }
    pieces[start] = .open(element, end: pieces.count)
    pieces.append(.close(element.name))
  }

  /// Takes text that ends at an offset.
  private mutating func add(_ text: String, end: Int) {
    let origin = max(0, end - offset - text.utf8.count)
    if let parent = path.last, case .open(var element, let close) = pieces[parent], !element.hasText,
      text.unicodeScalars.contains(where: { !$0.isPageSpace })
    {
      element.hasText = true
      pieces[parent] = .open(element, end: close)
    }
    pieces.append(.text(text, origin: origin))
  }
}
