import HTTPTypes
import SchemaDocument

/// What is wrong, as JSON for people and programs (RFC 9457).
struct Problem: Error {
  /// The status.
  let status: Int
  /// What kind of problem it is.
  let title: String
  /// What is wrong here and what to do about it.
  let detail: String
  /// The parts of the request that are wrong.
  var faults: [RequestFault] = []
  /// More header fields.
  var headers = HTTPFields()

  /// Describes a problem.
  init(_ status: Int, _ title: String, _ detail: String, faults: [RequestFault] = []) {
    self.status = status
    self.title = title
    self.detail = detail
    self.faults = faults
  }

  /// The response that tells it, in one line: errors show the start of a body only.
  var response: MockResponse {
    var response = MockResponse(status: status)
    response.headers = headers
    response.headers[.contentType] = "application/problem+json"
    let json = Node.object([
      "title": .text(title), "status": .number("\(status)"), "detail": .text(detail),
      "errors": faults.isEmpty ? nil : .array(faults.map(\.json)),
    ])
    response.body = .bytes(Array((json.jsonText() + "\n").utf8))
    return response
  }
}
