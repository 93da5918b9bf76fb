import SchemaDescription
import SchemaDocument

/// The list of all operations, for people and for programs.
struct StartPage {
  private let apis: [MockAPI]

  /// Lists the operations of APIs.
  init(_ apis: [MockAPI]) { self.apis = apis }

  /// The list as JSON.
  var json: MockResponse {
    let list = Node.object(["apis": .array(apis.map(json))])
    var response = MockResponse(status: 200)
    response.headers[.contentType] = "application/json"
    response.body = .bytes(Array((list.jsonText(pretty: true) + "\n").utf8))
    return response
  }

  /// One API as JSON.
  private func json(_ api: MockAPI) -> Node {
    .object([
      "name": .text(api.name), "title": api.description.title.map { .text($0) },
      "version": api.description.version.map { .text($0) },
      "operations": .array(
        api.routes.map { route in
          let operation = api.description.operations[route.operation]
          return .object([
            "id": operation.id.map { .text($0) }, "method": .text(operation.method), "path": .text(route.paths[0]),
            "title": operation.title.map { .text($0) }, "deprecated": operation.isDeprecated ? .boolean(true) : nil,
            "responses": .array(operation.responses.map(json)),
          ])
        }
      ),
    ])
  }

  /// One documented response as JSON.
  private func json(_ response: ResponseDescription) -> Node {
    .object([
      "status": .text(Self.text(response.status)),
      "contents": .array(
        response.contents.map { content in
          .object(["mediaType": .text(content.mediaType), "examples": .array(names(content).map { .text($0) })])
        }
      ),
    ])
  }

  /// The list as a page.
  var html: MockResponse {
    var text = """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>schemagen mock</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
      table { border-collapse: collapse; width: 100% }
      td { border-top: 1px solid #8884; padding: .4rem .8rem .4rem 0; vertical-align: top }
      code { font: 14px ui-monospace, monospace }
      small { opacity: .7 }
      </style>
      <h1>schemagen mock</h1>
      <p>Answers with the documented examples. <code>Prefer: status=429</code> asks for another response,
      <code>Prefer: example=NAME</code> for another example.</p>

      """
    for api in apis {
      text += "<h2>\(Self.escaped(api.description.title ?? api.name))</h2>\n<table>\n"
      for route in api.routes {
        let operation = api.description.operations[route.operation]
        text += "<tr><td><code>\(Self.escaped(operation.method))</code><td><code>\(Self.escaped(route.paths[0]))</code>"
        if let title = operation.title ?? operation.id { text += "<br>\(Self.escaped(title))" }
        text += "<td>"
        text += operation.responses.map { response in
          let names = response.contents.flatMap(self.names).map(Self.escaped).joined(separator: ", ")
          return "<code>\(Self.text(response.status))</code>" + (names.isEmpty ? "" : " <small>\(names)</small>")
        }.joined(separator: "<br>")
        text += "\n"
      }
      text += "</table>\n"
      if api.routes.isEmpty { text += "<p>The documents describe no operations.</p>\n" }
    }
    var response = MockResponse(status: 200)
    response.headers[.contentType] = "text/html; charset=utf-8"
    response.body = .bytes(Array((text + "</html>\n").utf8))
    return response
  }

  /// The names of the examples of a media type.
  private func names(_ content: MediaTypeDescription) -> [String] {
    DocumentedExample.examples(of: content).compactMap(\.name)
  }

  /// A documented status as documents write it.
  private static func text(_ status: ResponseStatus) -> String {
    switch status {
    case .code(let code): "\(code)"
    case .range(let digit): "\(digit)XX"
    case .default: "default"
    }
  }

  /// A text that is no markup.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
