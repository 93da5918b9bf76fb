extension Node {
  /// The node as YAML: numbers as read, keys in order, of equal keys the last, texts of several lines as literal blocks.
  package func yamlText() -> String { YAMLWriter.text(of: self) }
}
