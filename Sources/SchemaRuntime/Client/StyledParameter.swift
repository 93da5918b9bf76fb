/// A parameter on its way into a request (OpenAPI 3.1, section 4.8.12, and RFC 6570 where that is silent).
///
/// Null is left out, as in RFC 6570; an array or object inside of an array or object becomes JSON text.
struct StyledParameter {
  /// The name on the wire.
  let name: String
  /// The value.
  let shape: EncodedShape
  /// How the value becomes text.
  let style: ParameterStyle
  /// Whether each element or member becomes a parameter of its own.
  let explode: Bool

  /// Encodes the value.
  init(_ name: String, _ value: some Encodable, style: ParameterStyle, explode: Bool) throws {
    self.name = name
    self.style = style
    self.explode = explode
    shape = try EncodedShape(encoding: value)
  }

  /// The names and values for a query or a cookie, percent-encoded.
  var pairs: [(name: String, value: String)] {
    let key = PercentEncoding.encode(name)
    switch shape {
    case .null: return []
    case .scalar(let text): return [(key, PercentEncoding.encode(text))]
    case .file(let file): return [(key, PercentEncoding.encode(file.filename))]
    case .data(let data): return [(key, PercentEncoding.encode(data.base64EncodedString()))]
    case .list(let elements):
      let texts = elements.compactMap(\.text).map { PercentEncoding.encode($0) }
      if texts.isEmpty { return [] }
      return explode || style == .deepObject ? texts.map { (key, $0) } : [(key, texts.joined(separator: delimiter))]
    case .members(let members):
      if style == .deepObject { return members.flatMap { Self.deep(key, $0.key, $0.entry) } }
      let texts = Self.encoded(members)
      if texts.isEmpty { return [] }
      return explode ? texts : [(key, texts.map { $0.name + delimiter + $0.value }.joined(separator: delimiter))]
    }
  }

  /// The text in a path, percent-encoded; empty for null.
  var pathText: String {
    let key = PercentEncoding.encode(name)
    let (prefix, separator): (String, String) =
      switch style {
      case .label: (".", explode ? "." : ",")
      case .matrix: (";", explode ? ";" : ",")
      default: ("", ",")
      }
    let isMatrix = style == .matrix
    switch shape {
    case .null: return ""
    case .scalar(let text):
      return prefix + (isMatrix ? Self.assignment(key, PercentEncoding.encode(text)) : PercentEncoding.encode(text))
    case .file(let file): return prefix + PercentEncoding.encode(file.filename)
    case .data(let data): return prefix + PercentEncoding.encode(data.base64EncodedString())
    case .list(let elements):
      let texts = elements.compactMap(\.text).map { PercentEncoding.encode($0) }
      if isMatrix, explode { return texts.map { prefix + Self.assignment(key, $0) }.joined() }
      let joined = texts.joined(separator: separator)
      return prefix + (isMatrix ? Self.assignment(key, joined) : joined)
    case .members(let members):
      let pairs = Self.encoded(members)
      if explode { return prefix + pairs.map { "\($0.name)=\($0.value)" }.joined(separator: separator) }
      let joined = pairs.map { "\($0.name),\($0.value)" }.joined(separator: ",").replacing(",", with: separator)
      return prefix + (isMatrix ? Self.assignment(key, joined) : joined)
    }
  }

  /// The text in a header, as it is; nil for null.
  var headerText: String? {
    switch shape {
    case .null: return nil
    case .scalar(let text): return text
    case .file(let file): return file.filename
    case .data(let data): return data.base64EncodedString()
    case .list(let elements): return elements.compactMap(\.text).joined(separator: ",")
    case .members(let members):
      let pairs = members.compactMap { member in member.entry.text.map { member.key + (explode ? "=" : ",") + $0 } }
      return pairs.joined(separator: ",")
    }
  }

  /// What stands between elements that share a parameter.
  private var delimiter: String {
    switch style {
    case .spaceDelimited: "%20"
    case .pipeDelimited: "%7C"
    default: ","
    }
  }

  /// A name and a value, or the name alone where the value is empty (RFC 6570, section 3.2.7).
  private static func assignment(_ name: String, _ value: String) -> String {
    value.isEmpty ? name : "\(name)=\(value)"
  }

  /// The members as percent-encoded text.
  private static func encoded(_ members: [(key: String, entry: EncodingNode.Entry)]) -> [(name: String, value: String)]
  {
    members.compactMap { member in
      member.entry.text.map { (PercentEncoding.encode(member.key), PercentEncoding.encode($0)) }
    }
  }

  /// The parameters for a member of an object at any depth, for example `a%5Bb%5D%5Bc%5D=1`.
  private static func deep(
    _ prefix: String,
    _ key: String,
    _ entry: EncodingNode.Entry
  ) -> [(name: String, value: String)] {
    let name = "\(prefix)%5B\(PercentEncoding.encode(key))%5D"
    switch EncodedShape(entry) {
    case .members(let members): return members.flatMap { deep(name, $0.key, $0.entry) }
    case .list(let elements): return elements.compactMap(\.text).map { (name, PercentEncoding.encode($0)) }
    default: return entry.text.map { [(name, PercentEncoding.encode($0))] } ?? []
    }
  }
}
