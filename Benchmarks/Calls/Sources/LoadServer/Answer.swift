import Dispatch
import NIOCore

/// What comes back for a request.
enum Answer {
  /// A body in memory.
  case fixed(contentType: String, ByteBuffer)
  /// How many bytes came, once all have.
  case receipt
  /// Pieces, sent as fast as there is room for them; the length where it is known.
  case pieces(contentType: String, length: Int?, () -> ByteBuffer?)
  /// So many events, one after the other, each with the time when it was sent.
  case moments(count: Int)
  /// No such thing.
  case missing

  /// The bytes of a piece of a download.
  private static let zeros = ByteBuffer(repeating: 0, count: 64 * 1024)
  /// How many events one piece of a stream holds.
  private static let eventsPerPiece = 100
  /// The events of one piece.
  private static let events: ByteBuffer = {
    var text = ""
    for index in 0..<eventsPerPiece {
      text += #"data: {"id":"cmpl-8fd3a01","choices":[{"index":0,"delta":{"content":"word \#(index) "}}]}"# + "\n\n"
    }
    return ByteBuffer(string: text)
  }()
  /// One event of `events`, the last.
  private static let oneEvent = ByteBuffer(
    string: #"data: {"id":"cmpl-8fd3a01","choices":[{"index":0,"delta":{"content":"word"}}]}"# + "\n\n"
  )

  /// The answer to a request; of the target's query only one number is looked at.
  init(target: String) {
    let path = target.split(separator: "?").first ?? ""
    let number = target.split(separator: "=").last.flatMap { Int($0) } ?? 0
    let words = path.split(separator: "/")
    switch (words.first, words.dropFirst().first) {
    case ("items", nil): self = .fixed(contentType: "application/json", Texts.list)
    case ("items", _?): self = .fixed(contentType: "application/json", Texts.item)
    case ("completions", nil): self = .fixed(contentType: "application/json", Texts.completion)
    case ("uploads", nil), ("forms", nil): self = .receipt
    case ("downloads", let size?): self = Self.download(Int(size) ?? 0)
    case ("tokens", nil): self = Self.tokens(number)
    case ("moments", nil): self = .moments(count: number)
    default: self = .missing
    }
  }

  /// So many bytes.
  private static func download(_ size: Int) -> Answer {
    var rest = size
    return .pieces(contentType: "application/octet-stream", length: size) {
      guard rest > 0 else { return nil }
      let piece = zeros.getSlice(at: 0, length: min(rest, zeros.readableBytes))
      rest -= piece?.readableBytes ?? rest
      return piece
    }
  }

  /// So many events and the terminator.
  private static func tokens(_ count: Int) -> Answer {
    var rest = count
    var isDone = false
    return .pieces(contentType: "text/event-stream", length: nil) {
      if rest >= eventsPerPiece {
        rest -= eventsPerPiece
        return events
      }
      if rest > 0 {
        rest -= 1
        return oneEvent
      }
      defer { isDone = true }
      return isDone ? nil : ByteBuffer(string: "data: [DONE]\n\n")
    }
  }

  /// An event with the time of now, in nanoseconds of the clock that all processes share.
  static var moment: ByteBuffer {
    ByteBuffer(string: "data: {\"sent\":\(DispatchTime.now().uptimeNanoseconds)}\n\n")
  }
}
