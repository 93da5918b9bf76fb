import Foundation
import HTTPTypes
import SchemaRuntime

/// All APIs of a mock: requests in, responses out, without a network.
package struct MockSite: Sendable {
  /// Where an operation is.
  struct Place: Sendable {
    let api: Int
    let operation: Int
  }

  /// The APIs in the order of their names.
  let apis: [MockAPI]
  let options: MockOptions
  private var table = RouteTable()
  private var places: [Place] = []
  private let faults: FaultSource

  /// Serves APIs. Where two have the same path, the first one is there; all are also below `/` and their own name.
  package init(_ apis: [MockAPI], options: MockOptions = MockOptions()) {
    self.apis = apis
    self.options = options
    faults = FaultSource(options)
    for (index, api) in apis.enumerated() {
      for route in api.routes {
        for (rank, path) in route.paths.enumerated() {
          table.add(places.count, method: route.method, path: path, rank: rank)
          if apis.count > 1 {
            table.add(places.count, method: route.method, path: "/\(api.name)\(path)", rank: 100 + rank)
          }
        }
        places.append(Place(api: index, operation: route.operation))
      }
    }
  }

  /// Where the list of operations always is, whatever paths they have.
  private static let listPath = "/_mock"

  /// Where the list of operations is: at the root, unless an operation is there.
  package var startPath: String {
    if case .operation = table.match(method: "GET", RequestTarget("/")) { Self.listPath } else { "/" }
  }

  /// Looks at the header of a request.
  package func exchange(for request: HTTPRequest) -> MockExchange {
    let target = RequestTarget(request.path ?? "/")
    let method = request.method.rawValue
    if method == "OPTIONS", request.headerFields[.accessControlRequestMethod] != nil {
      let response = preflight(request)
      return MockExchange(.ignored) { _ in response }
    }
    var match = target.path == Self.listPath[...] ? .none : table.match(method: method, target)
    var isHead = false
    if method == "HEAD", case .otherMethods(let methods) = match, methods.contains("GET") {
      match = table.match(method: "GET", target)
      isHead = true
    }
    let response: MockResponse
    switch match {
    case .operation(let index, let path):
      let place = places[index]
      let api = apis[place.api]
      let use: MockExchange.BodyUse =
        api.readsBody(place.operation, request.headerFields) ? .collected(limit: options.bodyLimit) : .ignored
      return MockExchange(use) { [self, isHead] body in
        var response = respond(request, target, place, path, body)
        if isHead { response.dropBody() }
        return response
      }
    case .otherMethods(let methods):
      let names = methods.joined(separator: ", ")
      if method == "OPTIONS" {
        var allowed = MockResponse(status: 204)
        allowed.headers[.allow] = names
        response = finished(allowed)
      } else {
        var problem = Problem(405, "Method Not Allowed", "the document has this path with \(names)")
        problem.headers[.allow] = names
        response = finished(problem.response)
      }
    case .none:
      if let page = startPage(method, target, request) {
        var page = finished(page)
        if method == "HEAD" { page.dropBody() }
        response = page
      } else {
        response = finished(
          Problem(
            404,
            "Not Found",
            "no operation has the path \(target.path); GET \(startPath) lists those that there are"
          )
          .response
        )
      }
    }
    return MockExchange(.ignored) { _ in response }
  }

  /// The response for a whole request.
  package func response(to request: HTTPRequest, body: [UInt8] = []) -> MockResponse {
    exchange(for: request).response(to: body)
  }

  /// Answers a request for an operation.
  private func respond(
    _ request: HTTPRequest,
    _ target: RequestTarget,
    _ place: Place,
    _ path: [String: String],
    _ body: [UInt8]?
  ) -> MockResponse {
    var response: MockResponse
    do {
      guard let body else {
        throw Problem(413, "Content Too Large", "the mock looks at bodies of up to \(options.bodyLimit >> 20) MiB")
      }
      let api = apis[place.api]
      response = try api.response(place.operation, request, target, path: path, body: body, options: options)
    } catch let problem as Problem {
      response = problem.response
    } catch {
      response = Problem(500, "Internal Server Error", "\(error)").response
    }
    faults.apply(to: &response)
    return finished(response)
  }

  /// The list of all operations; nil for other paths.
  private func startPage(_ method: String, _ target: RequestTarget, _ request: HTTPRequest) -> MockResponse? {
    guard PathTemplate.pieces(target.path).isEmpty || target.path == Self.listPath[...],
      method == "GET" || method == "HEAD"
    else { return nil }
    let accepted = AcceptedMedia(request.headerFields)
    // Browsers name HTML; what names nothing or anything is a program.
    let isPage =
      accepted.isStated
      && accepted.quality(of: "text/html") > accepted.quality(of: "application/json")
    return isPage ? StartPage(apis).html : StartPage(apis).json
  }

  /// Answers what a browser asks before it sends a request to another origin (WHATWG Fetch, section 4.8).
  private func preflight(_ request: HTTPRequest) -> MockResponse {
    var response = MockResponse(status: 204)
    let method = request.headerFields[.accessControlRequestMethod] ?? "*"
    response.headers[.accessControlAllowMethods] = method
    if let name = HTTPField.Name("Access-Control-Request-Headers"), let names = request.headerFields[name] {
      response.headers[.accessControlAllowHeaders] = names
    }
    response.headers[.accessControlMaxAge] = "600"
    return finished(response)
  }

  /// The response with what all have.
  private func finished(_ response: MockResponse) -> MockResponse {
    var response = response
    response.headers[.accessControlAllowOrigin] = "*"
    response.headers[.accessControlExposeHeaders] = "*"
    if case .bytes(let bytes) = response.body { response.headers[.contentLength] = "\(bytes.count)" }
    if case .stream = response.body { response.headers[.cacheControl] = "no-cache" }
    return response
  }
}

extension MockResponse {
  /// Takes the body away; what the header says of it stays (RFC 9110, section 9.3.2).
  mutating func dropBody() { body = .none }
}
