/// Paths with forward slashes, as texts.
package enum PathText {
  /// A path without `.` and `..` as far as they can be taken out (RFC 3986, section 5.2.4); leading `..` of a relative
  /// path stay.
  package static func withoutDots(_ path: String) -> String {
    let isRooted = path.hasPrefix("/")
    var kept: [Substring] = []
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    for (position, component) in components.enumerated() {
      let isLast = position == components.count - 1
      switch component {
      case "" where position == 0 && isRooted: continue
      case ".": if isLast { kept.append("") }
      case "..":
        if let last = kept.last, last != ".." {
          kept.removeLast()
        } else if !isRooted {
          kept.append("..")
        }
        if isLast, !kept.isEmpty || isRooted { kept.append("") }
      default: kept.append(component)
      }
    }
    return (isRooted ? "/" : "") + kept.joined(separator: "/")
  }

  /// The path that a relative path names beside a file; empty components are left out.
  package static func beside(_ file: String, _ path: String) -> String {
    if path.hasPrefix("/") { return withoutDots(path) }
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    return withoutDots(folder + path.split(separator: "/").joined(separator: "/"))
  }

  /// What a file is called without its folders and without what follows the first dot: `list` of `x/list.v2.yml`.
  package static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    return String(stem.isEmpty ? name : stem)
  }

  /// A text with its percent escapes undone (RFC 3986, section 2.1); an incomplete escape stands for itself.
  package static func withoutPercentEscapes(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(digits[0] * 16 + digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
