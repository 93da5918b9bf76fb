import Foundation

/// A path with parameters in braces, for matching.
struct PathTemplate: Sendable {
  /// What stands between two slashes.
  enum Segment: Hashable, Sendable {
    /// Text without parameters, as it is spelled once escapes are undone.
    case literal(String)
    /// Texts and parameters one after another; it begins and ends with a text, which may be empty.
    case pattern(texts: [String], parameters: [String])
  }

  /// The segments in order.
  let segments: [Segment]
  /// Query parameters that are part of the template: `/page?beta=true`.
  let query: [URLParameter]

  /// Reads a template; a fragment, which only tells operations of one path apart, is ignored.
  init(_ template: String) {
    let whole = template.prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    segments = Self.pieces(path).map(Self.segment)
    query = RequestTarget.parameters(in: whole.dropFirst(path.count + 1))
  }

  /// The pieces of a path between its slashes; those that are empty, as at its end, do not count.
  static func pieces(_ path: Substring) -> [Substring] { path.split(separator: "/") }

  /// One segment.
  private static func segment(_ text: Substring) -> Segment {
    var texts: [String] = [""]
    var parameters: [String] = []
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      texts[texts.count - 1] += rest[..<open]
      parameters.append(String(rest[rest.index(after: open)..<close]))
      texts.append("")
      rest = rest[rest.index(after: close)...]
    }
    texts[texts.count - 1] += rest
    texts = texts.map { $0.removingPercentEncoding ?? $0 }
    return parameters.isEmpty ? .literal(texts[0]) : .pattern(texts: texts, parameters: parameters)
  }
}

extension PathTemplate.Segment {
  /// The values of the parameters where a segment of a request fits, still percent-encoded; nil where it does not.
  func values(in text: Substring) -> [(name: String, value: String)]? {
    switch self {
    case .literal(let literal):
      return literal == text || literal == text.removingPercentEncoding ? [] : nil
    case .pattern(let texts, let parameters):
      guard text.hasPrefix(texts[0]) else { return nil }
      var rest = text.dropFirst(texts[0].count)
      var values: [(name: String, value: String)] = []
      for (index, name) in parameters.enumerated() {
        let next = texts[index + 1]
        var end = rest.endIndex
        if index == parameters.count - 1 {
          guard rest.hasSuffix(next) else { return nil }
          end = rest.index(rest.endIndex, offsetBy: -next.count)
        } else if !next.isEmpty {
          guard let found = rest.range(of: next) else { return nil }
          end = found.lowerBound
        }
        guard rest.startIndex < end else { return nil }
        values.append((name, String(rest[..<end])))
        rest = rest[end...].dropFirst(next.count)
      }
      return values
    }
  }

  /// How exactly the segment says what it stands for: text before patterns, patterns with much text before others.
  var precision: Int {
    switch self {
    case .literal: .max
    case .pattern(let texts, _): texts.reduce(0) { $0 + $1.utf8.count }
    }
  }
}
