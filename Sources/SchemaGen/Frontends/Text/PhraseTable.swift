/// Finds any of several phrases in text, passing over the text once.
struct PhraseTable: Sendable {
  /// The phrases by their first byte, as their places in the list.
  private let byLead: [[Int]]
  /// The phrases as bytes.
  private let phrases: [[UInt8]]

  /// Makes a table of phrases that are not empty.
  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    var byLead: [[Int]] = Array(repeating: [], count: 256)
    for (index, phrase) in self.phrases.enumerated() {
      if let lead = phrase.first { byLead[Int(lead)].append(index) }
    }
    self.byLead = byLead
  }

  /// Where the phrases begin within a text, in order: byte offsets and places in the list.
  func matches(in text: Substring) -> [(offset: Int, phrase: Int)] {
    var copy = text
    return copy.withUTF8 { bytes -> [(offset: Int, phrase: Int)] in
      var matches: [(offset: Int, phrase: Int)] = []
      for offset in bytes.indices {
        let candidates = byLead[Int(bytes[offset])]
        if candidates.isEmpty { continue }
        for index in candidates where bytes[offset...].starts(with: phrases[index]) { matches.append((offset, index)) }
      }
      return matches
    }
  }

  /// Whether a text begins with any of the phrases.
  func begins(_ text: Substring) -> Bool {
    guard let lead = text.utf8.first else { return false }
    return byLead[Int(lead)].contains { text.utf8.starts(with: phrases[$0]) }
  }
}
