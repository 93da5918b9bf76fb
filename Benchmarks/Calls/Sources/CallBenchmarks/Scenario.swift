/// One thing that is measured, in a process of its own.
struct Scenario: Codable {
  /// What is done.
  enum Work: Codable, Hashable {
    /// Calls, one after the other or so many at once.
    case calls(CallKind, concurrency: Int)
    /// The events of one stream, as they are.
    case events
    /// The values of one stream, decoded.
    case values
    /// The first event of each stream; the time from its sending to its arrival.
    case firstEvents
    /// One form with a file of so many bytes.
    case form
    /// One body of so many bytes that is made while it is sent.
    case upload
    /// One response of so many bytes.
    case download
  }

  /// By what it is sent.
  enum Carrier: String, Codable, CaseIterable {
    case urlSession = "URLSession"
    case asyncHTTPClient = "AsyncHTTPClient"
    /// Nothing is sent: chunks come from memory.
    case memory
  }

  /// What is done.
  var work: Work
  /// By what it is sent.
  var carrier: Carrier
  /// Whether code written by hand does it.
  var isHandwritten = false
  /// How many calls, events, streams or bytes.
  var count: Int
  /// Where the server listens.
  var port: Int
  /// The file to send.
  var file: String?

  /// A scenario that measures another one's work by hand.
  var byHand: Scenario {
    var scenario = self
    scenario.isHandwritten = true
    return scenario
  }
}
