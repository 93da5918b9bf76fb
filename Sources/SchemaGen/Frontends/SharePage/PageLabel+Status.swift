import SchemaDescription

extension PageLabel {
  /// The coloured dots that pages put before a status.
  private static let dots: Set<Unicode.Scalar> = ["🟢", "🟠", "🔴", "🟡", "🔵", "⚪", "🟣", "⚫", "●", "•"]

  /// Whether a line is nothing but such a dot: the status stands on the next one.
  static func isDot(_ line: Substring) -> Bool {
    line.unicodeScalars.first.map(dots.contains) == true
      && line.unicodeScalars.dropFirst().allSatisfy { $0.value == 0xFE0F }
  }

  /// A response's status in any of its spellings: `🟢200成功`, `成功(200)`, `HTTP 状态码: 200`.
  static func status(_ text: Substring) -> (label: PageLabel, length: Int)? {
    dotted(text) ?? captioned(text) ?? named(text)
  }

  /// `🟢 200 OK`; the name ends before a media type.
  private static func dotted(_ text: Substring) -> (label: PageLabel, length: Int)? {
    guard let first = text.unicodeScalars.first, dots.contains(first) else { return nil }
    // A variation selector may follow the dot.
    let rest = text.dropping(bytes: first.utf8.count).drop { $0.unicodeScalars.allSatisfy { $0.value == 0xFE0F } }
      .trimmed
    guard let (status, length) = code(rest) else { return nil }
    let name = rest.dropping(bytes: length)
    var end = name.endIndex
    for index in name.prefix(120).indices {
      let tail = name[index...]
      guard let scalar = tail.unicodeScalars.first else { break }
      if MediaTypeName.prefix(of: tail) != nil || dots.contains(scalar) || tail.begins(with: "生成代码") {
        end = index
        break
      }
      if tail.begins(with: "返回响应") || tail.begins(with: "请求示例") {
        end = index
        break
      }
    }
    let trimmed = name[..<end].trimmed
    let total = text.utf8.distance(from: text.startIndex, to: end)
    return (.status(status, name: trimmed.isEmpty ? nil : HTMLEntities.decode(trimmed)), total)
  }

  /// `HTTP 状态码: 200`, `HTTP Code: 200`.
  private static func captioned(_ text: Substring) -> (label: PageLabel, length: Int)? {
    let captions = ["HTTP 状态码", "HTTP状态码", "HTTP Code", "HTTP Status Code", "HTTP status code", "Status Code"]
    guard let caption = captions.first(where: { text.begins(with: $0) }) else { return nil }
    let rest = text.dropping(bytes: caption.utf8.count).trimmed.drop { $0 == ":" || $0 == "：" }.trimmed
    guard let (status, length) = code(rest) else { return nil }
    return (.status(status, name: nil), text.utf8.distance(from: text.startIndex, to: rest.startIndex) + length)
  }

  /// `成功(200)`, `Not Found(404)`, alone on its line.
  private static func named(_ text: Substring) -> (label: PageLabel, length: Int)? {
    guard text.utf8.count <= 80, text.hasSuffix(")") || text.hasSuffix("）") else { return nil }
    guard let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex else { return nil }
    let inner = text[text.index(after: open)...].dropLast().trimmed
    guard let (status, length) = code(inner), length == inner.utf8.count else { return nil }
    return (.status(status, name: HTMLEntities.decode(text[..<open].trimmed)), text.utf8.count)
  }

  /// A status code at the beginning of a text: three digits, `2XX` or `default`, and how many bytes it takes.
  private static func code(_ text: Substring) -> (status: ResponseStatus, length: Int)? {
    if text.begins(with: "default") { return (.default, 7) }
    let digits = Array(text.utf8.prefix(4))
    guard digits.count >= 3, (0x31...0x35).contains(digits[0]) else { return nil }
    if digits[1] | 0x20 == UInt8(ascii: "x"), digits[2] | 0x20 == UInt8(ascii: "x") {
      return (.range(Int(digits[0]) - 0x30), 3)
    }
    guard digits[1...].prefix(2).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if digits.count == 4, (0x30...0x39).contains(digits[3]) { return nil }
    return (.code(digits.prefix(3).reduce(0) { $0 * 10 + Int($1) - 0x30 }), 3)
  }
}
