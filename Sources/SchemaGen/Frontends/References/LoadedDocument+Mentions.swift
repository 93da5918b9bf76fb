import SchemaDocument

extension LoadedDocument {
  /// The paths of the files that the document names in a `$ref` or an `externalValue`, wherever that stands.
  package var mentionedFiles: [String] {
    guard case .file(let path) = location else { return [] }
    var paths: [String] = []
    var known: Set<String> = []
    var pending = [root]
    while let node = pending.popLast() {
      switch node.value {
      case .array(let elements): pending += elements
      case .object(let members):
        for member in members {
          guard member.key == "$ref" || member.key == "externalValue", let text = member.value.string else {
            pending.append(member.value)
            continue
          }
          let reference = URIReference(text)
          guard reference.scheme == nil, reference.authority == nil, !reference.path.isEmpty else { continue }
          let mentioned = PathText.beside(path, PathText.withoutPercentEscapes(reference.path))
          if known.insert(mentioned).inserted { paths.append(mentioned) }
        }
      default: break
      }
    }
    return paths
  }
}
