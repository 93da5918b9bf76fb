/// Blacks out credentials in text for people.
struct Redaction: Sendable {
  /// What stands for blacked out text.
  static let mark = "[redacted]"
  /// How long a credential is at least that is blacked out within words as well: a shorter one, as tests have, is part of
  /// many words.
  private static let wordLength = 6
  /// How many bytes of a body are shown.
  static let excerptLength = 400

  /// The credentials.
  private let credentials: [String]

  /// Blacks out credentials, plain, percent-encoded and as JSON has them.
  init(_ authorization: Authorization?) { self.init(authorization?.scheme.secrets ?? []) }

  /// Blacks out texts, plain, percent-encoded and as JSON has them.
  init(_ credentials: [String]) { self.credentials = credentials }

  /// The texts to black out, longest first; made only where something is printed, which few calls do.
  private var secrets: [[UInt8]] {
    var texts: Set<String> = []
    for secret in credentials where !secret.isEmpty {
      var quoted = JSONText()
      quoted.write(quoted: secret)
      texts.formUnion([secret, PercentEncoding.encode(secret), PercentEncoding.encodeForm(secret)])
      texts.insert(String(decoding: quoted.bytes.dropFirst().dropLast(), as: UTF8.self))
    }
    return texts.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  /// The text without credentials.
  func redact(_ text: String) -> String { String(decoding: redact(Array(text.utf8)), as: UTF8.self) }

  /// The start of a body without credentials, in one line.
  func excerpt(_ body: [UInt8]) -> String {
    if body.isEmpty { return "empty" }
    let longest = secrets.map(\.count).max() ?? 0
    let start = Array(body.prefix(Self.excerptLength + max(longest, 4096)))
    guard UTF8Check.firstInvalid(in: start).map({ $0 > start.count - 4 && start.count < body.count }) ?? true else {
      return "\(body.count) bytes that are not text"
    }
    let text = redact(start)
    let cut = String(decoding: text.prefix(Self.excerptLength), as: UTF8.self)
    let line = String(
      String.UnicodeScalarView(cut.unicodeScalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 })
    )
    return text.count > Self.excerptLength || body.count > start.count ? "\(line)… (\(body.count) bytes)" : line
  }

  /// The bytes without credentials.
  private func redact(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for secret in secrets {
      if secret.count < Self.wordLength {
        result = Self.redactWord(secret, in: result)
      } else {
        result = result.replacing(secret, with: Array(Self.mark.utf8))
      }
    }
    for scheme in ["bearer ", "basic "] { result = Self.redactToken(after: Array(scheme.utf8), in: result) }
    return result
  }

  /// Blacks out a text where it stands as a word of its own, without a letter or digit beside it.
  private static func redactWord(_ word: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let end = position + word.count
      let isWord =
        end <= bytes.count && bytes[position..<end].elementsEqual(word)
        && !(position > 0 && isWordByte(bytes[position - 1])) && !(end < bytes.count && isWordByte(bytes[end]))
      result += isWord ? Array(mark.utf8) : [bytes[position]]
      position = isWord ? end : position + 1
    }
    return result
  }

  /// Whether a byte is of a letter or digit, as all bytes of other scripts are taken to be.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
      true
    default: false
    }
  }

  /// Blacks out the word after each occurrence of a scheme's name, in any case; short words are prose.
  private static func redactToken(after scheme: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let end = position + scheme.count
      guard end <= bytes.count, zip(bytes[position..<end], scheme).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
        result.append(bytes[position])
        position += 1
        continue
      }
      result += bytes[position..<end]
      let token = bytes[end...].prefix { $0 > 0x20 && !"\"'<>,;\\".utf8.contains($0) }
      result += token.count >= 12 ? Array(mark.utf8) : Array(token)
      position = end + token.count
    }
    return result
  }
}
