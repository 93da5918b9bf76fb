/// What a heading says of how a response comes: `流式返回`, `Response (stream=true)`, `Non-streaming response`.
struct StreamCaption: Equatable {
  /// Whether the response is a stream of events; false where the heading says that it is none.
  var isStream: Bool
  /// The section that the other words name; nil where the heading says nothing else.
  var section: DocumentationSection?

  /// What a heading says; nil where it does not speak of streams, or says more than these and a section.
  init?(_ text: Substring) {
    guard text.utf8.count <= 80 else { return nil }
    let all = Self.words(text)
    let isSent = zip(all, all.dropFirst()).contains { $0 == "server" && $1 == "sent" }
    var words = all.filter { !Self.fillers.contains($0) }.map(\.withoutParticles)
    let refused = words.firstIndex { ["nonstreaming", "nonstream", "nonstreamed"].contains($0) || $0.hasPrefix("非流式") }
    let parted = words.indices.dropLast().first { index in
      words[index] == "non" && Self.marks.contains(words[index + 1])
        || words[index] == "stream" && words[index + 1] == "false"
    }
    isStream = refused == nil && parted == nil
    if let refused { words[refused] = String(words[refused].dropFirst(3).drop { $0.isASCII }).withoutParticles }
    if let parted { words.removeSubrange(parted...(parted + 1)) }
    var isNamed = !isStream || isSent
    words = words.compactMap { word in
      if Self.marks.contains(word) {
        isNamed = true
        return nil
      }
      guard let mark = ["事件流", "流式"].first(where: { word.firstRange(of: $0) != nil }) else { return word }
      isNamed = true
      return word.replacingMark(mark)
    }
    guard isNamed else { return nil }
    let rest = words.filter { !Self.fillers.contains($0) }.joined()
    section = rest.isEmpty ? nil : DocumentationSection(Substring(rest))
    if section == nil, !rest.isEmpty { return nil }
  }

  /// The words of a heading in lower case: runs of letters and digits, those in Latin letters apart from others.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    var isOpen = false
    var wasASCII = false
    for scalar in text.lowercased().unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isOpen = false
        continue
      }
      if isOpen, wasASCII == scalar.isASCII {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
      (isOpen, wasASCII) = (true, scalar.isASCII)
    }
    return words
  }

  /// The words that name a stream of events.
  private static let marks: Set<String> = ["stream", "streaming", "streamed", "sse", "chunk", "chunks", "chunked"]

  /// The words beside them that say nothing more.
  private static let fillers: Set<String> = [
    "server", "sent", "event", "events", "object", "objects", "data", "mode", "format", "output", "the", "a", "when",
    "with", "is", "if", "true", "enabled", "text", "为", "时", "当", "模式", "输出", "对象", "块", "数据", "数据块", "事件", "格式", "调用",
    "的", "开启", "方式",
  ]
}

extension String {
  /// The text without the particles that join it to what stands before it.
  fileprivate var withoutParticles: String { String(drop { "时的".contains($0) }) }

  /// The text without the first place where a mark stands, and without the particles around it.
  fileprivate func replacingMark(_ mark: String) -> String {
    guard let range = firstRange(of: mark) else { return self }
    var text = self
    text.removeSubrange(range)
    return text.withoutParticles
  }
}
