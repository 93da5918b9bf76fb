import Foundation

/// Takes the body of a form apart (RFC 7578; RFC 2046, section 5.1).
struct MultipartReader {
  /// One part.
  struct Part {
    /// The name of the field; nil where the part has none.
    var name: String?
    /// The name of the file; nil where the part is none.
    var filename: String?
    /// The media type, lower case, without parameters; nil where none is stated.
    var mediaType: String?
    var content: ArraySlice<UInt8>
  }

  /// What keeps a body from being read.
  struct Failure: Error {
    let message: String
  }

  /// The parts of a body.
  ///
  /// - Throws: `Failure` where the body has not the form that its media type announces.
  static func parts(of body: [UInt8], boundary: String) throws -> [Part] {
    let delimiter = Array("--\(boundary)".utf8)
    var position = 0
    var parts: [Part] = []
    guard let first = find(delimiter, in: body[...]), first == 0 || body[..<first].hasSuffix([13, 10]) else {
      throw Failure(message: "the body has no line --\(boundary)")
    }
    position = first + delimiter.count
    let separator = [13, 10] + delimiter
    while !body[position...].starts(with: "--".utf8) {
      // White space may follow a boundary.
      while position < body.count, body[position] == 32 || body[position] == 9 { position += 1 }
      guard body[position...].starts(with: [13, 10]) else {
        throw Failure(message: "part \(parts.count + 1) does not begin on a line of its own")
      }
      position += 2
      guard let end = find(separator, in: body[(position - 2)...]) else {
        throw Failure(message: "the body ends before its last line, --\(boundary)--")
      }
      parts.append(try part(body[position..<max(end, position)], number: parts.count + 1))
      position = end + separator.count
    }
    return parts
  }

  /// One part: header fields, an empty line, the content.
  private static func part(_ bytes: ArraySlice<UInt8>, number: Int) throws -> Part {
    var part = Part(content: bytes)
    var rest = bytes
    while true {
      guard let end = find([13, 10], in: rest) else {
        throw Failure(message: "part \(number) has no empty line after its header")
      }
      let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
      rest = rest[(end + 2)...]
      if line.isEmpty { break }
      let name = line.prefix { $0 != ":" }
      let field = HeaderValue(String(line.dropFirst(name.count + 1)))
      switch name.lowercased() {
      case "content-disposition":
        part.name = field.parameters["name"]
        part.filename = field.parameters["filename"] ?? field.parameters["filename*"]
      case "content-type": part.mediaType = field.value.lowercased()
      default: break
      }
    }
    part.content = rest
    return part
  }

  /// Where bytes stand first, from a position on.
  private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = needle.first else { return nil }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      if bytes[start...].starts(with: needle) { return start }
      rest = bytes[(start + 1)...]
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last bytes are these.
  fileprivate func hasSuffix(_ bytes: [UInt8]) -> Bool { suffix(bytes.count).elementsEqual(bytes) }
}
