import SchemaSource

/// The text of a multipart body (RFC 7578) as recordings keep it.
enum MultipartText {
  /// The fields, as far as the parts have names.
  static func fields(in text: String, at span: SourceSpan) -> [CallField] {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard let boundary = lines.first(where: { !$0.isEmpty }), boundary.hasPrefix("--"), boundary.count > 2 else {
      return []
    }
    var fields: [CallField] = []
    var content: [Substring] = []
    var isHead = false
    func close() {
      guard !fields.isEmpty, !fields[fields.count - 1].isFile, !isHead else { return }
      fields[fields.count - 1].value = content.joined(separator: "\n")
    }
    for line in lines {
      if line.hasPrefix(boundary) {
        close()
        content = []
        isHead = true
      } else if isHead, line.isEmpty {
        isHead = false
      } else if isHead {
        if let field = field(ofHeader: line, at: span) {
          fields.append(field)
        } else if line.lowercased().hasPrefix("content-type:"), !fields.isEmpty {
          fields[fields.count - 1].mediaType = MediaTypeName.normalized(line.dropFirst("content-type:".count).trimmed)
        }
      } else {
        content.append(line)
      }
    }
    return fields
  }

  /// The field that a part's `Content-Disposition` begins.
  private static func field(ofHeader line: Substring, at span: SourceSpan) -> CallField? {
    guard line.lowercased().hasPrefix("content-disposition:") else { return nil }
    var name: Substring?
    var isFile = false
    for part in line.split(separator: ";").dropFirst() {
      let pair = part.trimmed.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let value = pair[1].trimmed.drop { $0 == "\"" }.prefix { $0 != "\"" }
      switch pair[0].lowercased() {
      case "name": name = value
      case "filename", "filename*": isFile = true
      default: break
      }
    }
    guard let name, !name.isEmpty else { return nil }
    var field = CallField(String(name), "", at: span)
    field.isFile = isFile
    return field
  }
}
