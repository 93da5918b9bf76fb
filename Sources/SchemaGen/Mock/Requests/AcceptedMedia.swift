import HTTPTypes

/// The media types that a client understands (RFC 9110, section 12.5.1).
struct AcceptedMedia {
  /// One range of media types.
  private struct Range {
    let type: Substring
    let subtype: Substring
    let quality: Double
  }

  private var ranges: [Range] = []

  /// Reads the `Accept` fields; without one, everything is accepted.
  init(_ headers: HTTPFields) {
    for text in headers[values: .accept].flatMap({ HeaderValue.split($0, at: ",") }) {
      let field = HeaderValue(text)
      let parts = field.value.lowercased().split(separator: "/")
      guard parts.count == 2 else { continue }
      let quality = field.parameters["q"].flatMap(Double.init) ?? 1
      ranges.append(Range(type: parts[0], subtype: parts[1], quality: quality))
    }
  }

  /// Whether the client says anything.
  var isStated: Bool { !ranges.isEmpty }

  /// How much a media type is wanted, from 0, not at all, to 1; of several ranges the most exact one counts.
  func quality(of mediaType: String) -> Double {
    guard !ranges.isEmpty else { return 1 }
    let parts = mediaType.split(separator: "/")
    // What the document itself leaves open fits anything.
    guard parts.count == 2, parts[0] != "*" else { return 1 }
    var best: (precision: Int, quality: Double)?
    for range in ranges {
      let isType = range.type == parts[0]
      let isExact = isType && (range.subtype == parts[1] || parts[1] == "*")
      guard isExact || range.subtype == "*" && (isType || range.type == "*") else { continue }
      let precision = isExact ? 2 : isType ? 1 : 0
      if precision > best?.precision ?? -1 || precision == best?.precision && range.quality > best?.quality ?? 0 {
        best = (precision, range.quality)
      }
    }
    return best?.quality ?? 0
  }
}
