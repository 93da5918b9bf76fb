import SchemaSource

/// Finds lines that name the server: `BASE_URL: https://host/v1`.
enum PageBaseURL {
  /// What such lines begin with, in lower case.
  private static let captions = [
    "base_url", "base url", "baseurl", "base-url", "api base", "server", "host", "请求地址", "接口地址", "服务器地址", "服务地址",
    "基础地址",
    "基础url",
  ]

  /// The URL that a line is, and its place, where it ends with the path of the endpoint.
  static func url(ofRequest line: PageLine, path: String?, file: SourceFile) -> (url: String, span: SourceSpan)? {
    guard let path, line.text.begins(with: "http"), line.text.utf8.count < 300,
      line.text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let base = EndpointURL(line.text)?.base(for: path)
    else { return nil }
    return (base, line.span(in: file))
  }

  /// The URL that a line names, and its place.
  static func url(in line: PageLine, file: SourceFile) -> (url: String, span: SourceSpan)? {
    guard line.text.utf8.count < 300, let mark = line.text.firstIndex(where: { $0 == ":" || $0 == "：" || $0 == "=" })
    else { return nil }
    let caption = line.text[..<mark].trimmed.lowercased()
    guard captions.contains(caption) else { return nil }
    let value = line.part(line.text[line.text.index(after: mark)...])
    let url = value.text.drop { $0 == "`" || $0 == "\"" || $0 == "'" }
      .prefix { $0.isASCII && !$0.isWhitespace && $0 != "`" && $0 != "\"" && $0 != "'" }
    guard url.begins(with: "http://") || url.begins(with: "https://"), !url.contains("{"),
      EndpointURL(url)?.server != nil
    else { return nil }
    return (String(url), value.part(url).span(in: file))
  }
}
