/// What is wrong with a JSON text, and where.
public struct JSONParsingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, for people.
  public let message: String
  /// Where, in bytes from the start.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// Locates an error in the text that it was found in.
  init(_ message: String, at offset: Int, in bytes: [UInt8]) {
    self.message = message
    self.offset = offset
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  /// The place and the message, for example `line 1, column 5: expected a value`.
  public var description: String { "line \(line), column \(column): \(message)" }
}
