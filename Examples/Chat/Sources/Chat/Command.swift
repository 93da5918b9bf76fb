/// What a line asks for.
enum Command {
  /// Nothing.
  case nothing
  /// An answer.
  case message(String)
  /// An answer that is spoken.
  case say(String)
  /// Certain answers of a mock.
  case prefer([String])
  /// The end.
  case quit

  /// Reads a line.
  init(_ line: String) {
    let words = line.split(separator: " ")
    switch words.first {
    case nil: self = .nothing
    case "/say": self = .say(words.dropFirst().joined(separator: " "))
    case "/prefer": self = .prefer(words.dropFirst().map(String.init))
    case "/quit": self = .quit
    default: self = .message(line)
    }
  }
}
