/// A parameter on its way into a request (OpenAPI 3.2, section 4.12, and RFC 6570 where that is silent).
///
/// Null and what holds nothing are left out, as in RFC 6570; an array or object inside of an array or object becomes
/// JSON text.
struct StyledParameter {
  /// The name on the wire.
  let name: String
  /// The value.
  let shape: EncodedShape
  /// How the value becomes text.
  let style: ParameterStyle
  /// Whether each element or member becomes a parameter of its own.
  let explode: Bool
  /// Whether reserved characters stay as they are.
  let allowReserved: Bool

  /// Encodes the value.
  init(
    _ name: String,
    _ value: some Encodable,
    style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool = false
  ) throws {
    self.name = name
    self.style = style
    self.explode = explode
    self.allowReserved = allowReserved
    shape = try EncodedShape(encoding: value)
  }

  /// Takes a value that is encoded already.
  init(_ name: String, _ shape: EncodedShape, style: ParameterStyle, explode: Bool, allowReserved: Bool = false) {
    self.name = name
    self.shape = shape
    self.style = style
    self.explode = explode
    self.allowReserved = allowReserved
  }

  /// The names and values for a query or a cookie, percent-encoded unless the style is that of cookies.
  var pairs: [(name: String, value: String)] {
    let key = style == .cookie ? name : PercentEncoding.encode(name)
    let delimiter = delimiter(escaped: style != .cookie)
    switch shape {
    case .null: return []
    case .scalar(let text): return [(key, encode(text))]
    case .file(let file): return [(key, encode(file.filename))]
    case .data(let data): return [(key, encode(data.base64EncodedString()))]
    case .list(let elements):
      let texts = elements.compactMap(\.text).map(encode)
      if texts.isEmpty { return [] }
      return explode || style == .deepObject ? texts.map { (key, $0) } : [(key, texts.joined(separator: delimiter))]
    case .members(let members):
      if style == .deepObject { return members.flatMap { deep(key, $0.key, $0.entry) } }
      let texts = encoded(members)
      if texts.isEmpty { return [] }
      return explode ? texts : [(key, texts.map { $0.name + delimiter + $0.value }.joined(separator: delimiter))]
    }
  }

  /// The text in a path, percent-encoded; empty for null and for what holds nothing.
  var pathText: String {
    let key = PercentEncoding.encode(name)
    let (prefix, separator): (String, String) =
      switch style {
      case .label: (".", explode ? "." : ",")
      case .matrix: (";", explode ? ";" : ",")
      default: ("", delimiter(escaped: true))
      }
    let isMatrix = style == .matrix
    switch shape {
    case .null: return ""
    case .scalar(let text): return prefix + (isMatrix ? Self.assignment(key, encode(text)) : encode(text))
    case .file(let file):
      return prefix + (isMatrix ? Self.assignment(key, encode(file.filename)) : encode(file.filename))
    case .data(let data):
      let text = encode(data.base64EncodedString())
      return prefix + (isMatrix ? Self.assignment(key, text) : text)
    case .list(let elements):
      let texts = elements.compactMap(\.text).map(encode)
      if texts.isEmpty { return "" }
      if isMatrix, explode { return texts.map { prefix + Self.assignment(key, $0) }.joined() }
      let joined = texts.joined(separator: separator)
      return prefix + (isMatrix ? Self.assignment(key, joined) : joined)
    case .members(let members):
      let pairs = encoded(members)
      if pairs.isEmpty { return "" }
      if explode {
        let texts = pairs.map { isMatrix ? Self.assignment($0.name, $0.value) : "\($0.name)=\($0.value)" }
        return prefix + texts.joined(separator: separator)
      }
      let joined = pairs.flatMap { [$0.name, $0.value] }.joined(separator: isMatrix ? "," : separator)
      return prefix + (isMatrix ? Self.assignment(key, joined) : joined)
    }
  }

  /// The text in a header, as it is; nil for null and for what holds nothing.
  var headerText: String? {
    let delimiter = delimiter(escaped: false)
    switch shape {
    case .null: return nil
    case .scalar(let text): return text
    case .file(let file): return file.filename
    case .data(let data): return data.base64EncodedString()
    case .list(let elements):
      let texts = elements.compactMap(\.text)
      return texts.isEmpty ? nil : texts.joined(separator: delimiter)
    case .members(let members):
      let pairs = members.compactMap { member in
        member.entry.text.map { member.key + (explode ? "=" : delimiter) + $0 }
      }
      return pairs.isEmpty ? nil : pairs.joined(separator: delimiter)
    }
  }

  /// What stands between elements that share a parameter.
  private func delimiter(escaped: Bool) -> String {
    switch style {
    case .spaceDelimited: escaped ? "%20" : " "
    case .pipeDelimited: escaped ? "%7C" : "|"
    case .tabDelimited: escaped ? "%09" : "\t"
    default: ","
    }
  }

  /// A text as the style spells it.
  private func encode(_ text: String) -> String {
    if style == .cookie { return text }
    return allowReserved ? PercentEncoding.encodeIllegal(text) : PercentEncoding.encode(text)
  }

  /// A name and a value, or the name alone where the value is empty (RFC 6570, section 3.2.7).
  private static func assignment(_ name: String, _ value: String) -> String {
    value.isEmpty ? name : "\(name)=\(value)"
  }

  /// The members as text.
  private func encoded(_ members: [(key: String, entry: EncodingNode.Entry)]) -> [(name: String, value: String)] {
    members.compactMap { member in
      member.entry.text.map { (style == .cookie ? member.key : PercentEncoding.encode(member.key), encode($0)) }
    }
  }

  /// The parameters for a member of an object at any depth, for example `a%5Bb%5D%5Bc%5D=1`.
  private func deep(
    _ prefix: String,
    _ key: String,
    _ entry: EncodingNode.Entry
  ) -> [(name: String, value: String)] {
    let name = "\(prefix)%5B\(PercentEncoding.encode(key))%5D"
    switch EncodedShape(entry) {
    case .members(let members): return members.flatMap { deep(name, $0.key, $0.entry) }
    case .list(let elements): return elements.compactMap(\.text).map { (name, encode($0)) }
    default: return entry.text.map { [(name, encode($0))] } ?? []
    }
  }
}
