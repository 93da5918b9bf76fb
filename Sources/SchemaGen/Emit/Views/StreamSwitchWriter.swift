import SchemaIR

/// Writes the statements by which the value of a request asks for a stream.
struct StreamSwitchWriter {
  let api: API
  let names: NameTable
  let resolver: TypeResolver

  /// The statements that make a variable of a type ask, which stand `indent` spaces into the client's text; null, and
  /// variants of a union that cannot ask, stay as they are.
  func statements(_ asked: StreamSwitch, value: String, of type: TypeRef, indent: Int) -> [String] {
    statements(asked, value: value, of: type, depth: value == "value" ? 1 : 0, indent: indent)
  }

  /// The statements for a value within so many others.
  private func statements(
    _ asked: StreamSwitch,
    value: String,
    of type: TypeRef,
    depth: Int,
    indent: Int
  ) -> [String] {
    let isNullable = resolver.isNullable(type)
    switch asked {
    case .property(let id, let position):
      return ["\(value)\(isNullable ? "?" : "").\(names.members[id.index][position].text) = true"]
    case .variants(let id, let variants):
      guard case .union(let union) = api[id].kind else { return [] }
      let margin = String(repeating: " ", count: indent)
      // The value of a variant is not the body, nor that of a variant around it.
      let inner = depth == 0 ? "value" : "value\(depth + 1)"
      var lines = ["switch \(value) {"]
      for variant in variants {
        let name = names.members[id.index][variant.position].text
        lines.append("\(margin)case .\(name)(var \(inner)):")
        for line in statements(
          variant.inner,
          value: inner,
          of: union.variants[variant.position].type.core,
          depth: depth + 1,
          indent: indent + 2
        ) {
          lines.append("\(margin)  \(line)")
        }
        lines.append("\(margin)  \(value) = .\(name)(\(inner))")
      }
      if variants.count < union.variants.count || union.keepsUnknown || isNullable {
        lines.append("\(margin)default: break")
      }
      return [lines.joined(separator: "\n") + "\n\(margin)}"]
    }
  }
}
