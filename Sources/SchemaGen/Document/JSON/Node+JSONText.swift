extension Node {
  /// The node as JSON: numbers as read, keys in order, of equal keys the last; indented by two spaces where `pretty`.
  package func jsonText(pretty: Bool = false) -> String {
    var writer = JSONWriter(isPretty: pretty)
    return writer.text(of: self)
  }
}
