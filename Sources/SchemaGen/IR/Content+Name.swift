extension Content {
  /// A word for the media type among others: what people call it.
  package var word: String {
    switch coding {
    case .json where mediaType == "application/json" || mediaType.contains("*") || mediaType.isEmpty: "json"
    case .multipart where mediaType == "multipart/form-data": "multipart"
    case .urlEncoded: "form"
    case .text where mediaType == "text/plain": "text"
    case .binary where mediaType == "application/octet-stream" || mediaType.contains("*"): "binary"
    case .eventStream: "events"
    case .jsonLines: mediaType.hasSuffix("json-seq") ? "jsonSequence" : "jsonLines"
    case .json, .multipart, .text, .binary:
      mediaType.split(separator: "/").last.map { String($0.hasPrefix("x-") ? $0.dropFirst(2) : $0) } ?? coding.rawValue
    }
  }
}
