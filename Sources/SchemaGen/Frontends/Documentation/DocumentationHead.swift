import SchemaSource

/// The method and the address of an endpoint where documentation writes both on one line, or on two.
struct DocumentationHead {
  /// Upper case.
  var method: String
  /// The address.
  var url: EndpointURL
  /// The words between the method and the address of the next line: `POST Create speech`.
  var title: PageLine?
  /// The line below a method and an address on lines of their own, which is the endpoint's summary in Swagger UI.
  var summary: PageLine?
  /// Where both stand.
  var start: Int
  var end: Int
  /// How many lines both take.
  var count: Int

  /// The head at a line: `POST /v1/chat`, ``**POST** `/v1/chat` ``, `Endpoint: POST https://…`, or a method above an address.
  init?(_ line: PageLine, next: PageLine?) {
    guard line.text.utf8.count <= 600 else { return nil }
    var rest = Self.bare(line.part(line.text.drop { "#-+•> ".contains($0) }))
    if let mark = rest.text.firstIndex(where: { ":：".contains($0) }), rest.text[..<mark].utf8.count <= 40,
      HTTPMethod.prefix(of: rest.text) == nil
    {
      let behind = Self.bare(rest.part(rest.text[rest.text.index(after: mark)...]))
      if HTTPMethod.prefix(of: behind.text) != nil { rest = behind }
    }
    guard let (method, length) = HTTPMethod.prefix(of: rest.text.replacingMarks) else { return nil }
    let place = Self.bare(rest.dropping(bytes: length))
    self.method = method
    start = line.start
    if let url = Self.url(place) {
      self.url = url
      (end, count) = (line.end, 1)
      return
    }
    guard let next else { return nil }
    let below = Self.bare(next)
    // A word behind the method is its title where an address alone stands on the next line.
    guard let url = Self.url(below),
      place.text.isEmpty || below.text.begins(with: "http") || below.text.begins(with: "{{"),
      place.text.utf8.count <= 120
    else { return nil }
    self.url = url
    title = place.text.isEmpty ? nil : place
    (end, count) = (next.end, 2)
  }

  /// The address that a text is.
  static func url(_ line: PageLine) -> EndpointURL? {
    let text = line.text
    guard
      text.begins(with: "/") || text.begins(with: "http://") || text.begins(with: "https://")
        || text.begins(with: "{{"),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), text != "/", !text.begins(with: "//")
    else { return nil }
    return EndpointURL(text)
  }

  /// A text without marks of code and emphasis at both ends.
  static func bare(_ line: PageLine) -> PageLine {
    let marks = "*`_ "
    var text = line.text.drop { marks.contains($0) }
    while let last = text.last, marks.contains(last) { text = text.dropLast() }
    return line.part(text)
  }
}

extension Substring {
  /// The text up to the first mark of code or emphasis, which then stands for a space.
  fileprivate var replacingMarks: Substring { prefix { !"*`".contains($0) } }
}
