import SchemaSource

/// Finds the parameters in the paths of recorded calls: what looks like an id is one.
enum PathTemplates {
  /// What a segment of a path looks like.
  private enum Look { case word, number, id }

  /// Paths of more segments are taken as they are.
  private static let depthLimit = 64

  /// Segments before which a number is rather a version than an id, in lower case.
  private static let prefixes: Set<String> = ["api", "rest", "services"]

  /// Gives each call the template of its path, and the values of the parameters in it. Ids of all kinds count wherever
  /// they stand, and so does what is a secret; a number counts where calls with the same beginning differ in it, or
  /// where a word stands before it.
  static func apply(to calls: inout [RecordedCall], isSecret: (String) -> Bool = { _ in false }) {
    func look(_ segment: String) -> Look { isSecret(segment) ? .id : Self.look(of: segment) }
    let segments = calls.map { call -> [String] in
      let parts = call.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
      return parts.count <= depthLimit ? parts : [String(call.path.dropFirst())]
    }
    var templates = calls.map { $0.server ?? "" }
    var names = segments.map { $0.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) } }
    let depth = segments.map(\.count).max() ?? 0
    for level in 0..<depth {
      var numbers: [String: Set<String>] = [:]
      for index in calls.indices where segments[index].count > level {
        let segment = segments[index][level]
        if look(segment) == .number { numbers[templates[index], default: []].insert(segment) }
      }
      var replaced = templates
      for index in calls.indices where segments[index].count > level {
        let segment = segments[index][level]
        let before = segments[index][..<level]
        let isParameter =
          switch look(segment) {
          case .word: false
          case .id: true
          case .number: numbers[templates[index], default: []].count > 1 || followsWord(before[...])
          }
        guard isParameter else {
          replaced[index] += "/\(segment)"
          continue
        }
        let name = self.name(after: before.last { look($0) == .word && !$0.hasPrefix("{") }, unless: names[index])
        names[index].append(name)
        replaced[index] += "/{\(name)}"
        calls[index].pathFields.append(CallField(name, segment, at: calls[index].span))
      }
      templates = replaced
    }
    for index in calls.indices {
      calls[index].path = String(templates[index].dropFirst((calls[index].server ?? "").count))
      if calls[index].path.isEmpty { calls[index].path = "/" }
    }
  }

  /// Whether a word that names something stands before a segment.
  private static func followsWord(_ segments: ArraySlice<String>) -> Bool {
    segments.contains { segment in
      look(of: segment) == .word && !prefixes.contains(segment.lowercased()) && !isVersion(segment)
    }
  }

  /// Whether a segment is a version: `v1`, `v2beta`.
  private static func isVersion(_ segment: String) -> Bool {
    let bytes = Array(segment.utf8)
    return bytes.count >= 2 && (bytes[0] | 0x20) == UInt8(ascii: "v") && (0x30...0x39).contains(bytes[1])
  }

  /// What a segment looks like.
  private static func look(of segment: String) -> Look {
    let bytes = Array(segment.utf8)
    guard !bytes.isEmpty, bytes.count <= 128 else { return .word }
    if bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return .number }
    if isUUID(bytes) || isULID(bytes) || isHex(bytes) || isToken(bytes) { return .id }
    return .word
  }

  /// Whether a text is a UUID (RFC 9562, section 4).
  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : isHexDigit(byte)
    }
  }

  /// Whether a text is a ULID: 26 digits and letters without I, L, O and U.
  private static func isULID(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 26, (0x30...0x37).contains(bytes[0]) else { return false }
    return bytes.allSatisfy { byte in
      (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte & 0xDF) && !"ILOU".utf8.contains(byte & 0xDF)
    }
  }

  /// Whether a text is a long number in base 16, with a digit at least.
  private static func isHex(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 16 && bytes.allSatisfy(isHexDigit) && bytes.contains { (0x30...0x39).contains($0) }
  }

  /// Whether a text is random: the last part of it, behind a short prefix such as `cus_`, has at least 14 letters and
  /// digits, three digits among them and no more than a few between letters.
  private static func isToken(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    guard parts.count <= 2, let last = parts.last, last.count >= 14 else { return false }
    let digits = last.count { (0x30...0x39).contains($0) }
    return digits >= 3 && last.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
  }

  /// Whether a byte is a digit in base 16.
  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }

  /// What a parameter is called: after the word before it, in the singular, unless another one has the name.
  private static func name(after word: String?, unless taken: [String]) -> String {
    let words = (word ?? "").split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    var stem = ""
    for (index, word) in words.enumerated() {
      let part = index == words.count - 1 ? singular(word) : String(word)
      stem +=
        index == 0 ? part.prefix(1).lowercased() + part.dropFirst() : part.prefix(1).uppercased() + part.dropFirst()
    }
    let base =
      stem.isEmpty || stem.first?.isNumber == true || isVersion(stem) || prefixes.contains(stem) ? "id" : "\(stem)Id"
    guard taken.contains(base) else { return base }
    var number = 2
    while taken.contains("\(base)\(number)") { number += 1 }
    return "\(base)\(number)"
  }

  /// An English noun in the singular, as far as its ending tells.
  private static func singular(_ word: Substring) -> String {
    let lower = word.lowercased()
    if lower.count > 3, lower.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: lower.hasSuffix) { return String(word.dropLast(2)) }
    if ["ss", "us", "is"].contains(where: lower.hasSuffix) || !lower.hasSuffix("s") { return String(word) }
    return lower.count > 2 ? String(word.dropLast()) : String(word)
  }
}
