extension EncodingNode.Entry {
  /// The place of the first file in the entry, the entry's own name first: `items[0].file`; nil where there is none. A
  /// file without content, as one that was read from JSON, is no more than its name.
  func file(at name: String) -> String? {
    guard case .node(let node) = self else { return nil }
    switch node.content {
    case .empty, .value: return nil
    case .file(let file): return file.data?.isEmpty == true ? nil : name
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let place = element.file(at: "\(name)[\(index)]") { return place }
      }
    case .object(let members):
      for member in members {
        if let place = member.entry.file(at: name.isEmpty ? member.key : "\(name).\(member.key)") { return place }
      }
    }
    return nil
  }
}

extension Call {
  /// Refuses a file where a body has room for its name alone.
  ///
  /// - Throws: `InvalidCall`.
  func refuseFiles(in entry: EncodingNode.Entry, at name: String = "") throws {
    guard let place = entry.file(at: name) else { return }
    throw invalid(
      "the file at \"\(place)\" cannot be sent: only a property of a multipart form itself holds a file's bytes"
    )
  }
}
