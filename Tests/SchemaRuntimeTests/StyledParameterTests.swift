import HTTPTypes
import Testing

@testable import SchemaRuntime

/// The table of parameter styles (OpenAPI 3.1, section 4.8.12.4).
@Suite struct StyledParameterTests {
  /// A value of the table.
  enum Value: String, Sendable { case empty, text, list, members }

  /// The members of the table's object, in order.
  private struct Color: Encodable {
    enum CodingKeys: String, CodingKey { case R, G, B }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(100, forKey: .R)
      try container.encode(200, forKey: .G)
      try container.encode(150, forKey: .B)
    }
  }

  /// The parameter for a value.
  private func parameter(_ value: Value, _ style: ParameterStyle, _ explode: Bool) throws -> StyledParameter {
    switch value {
    case .empty: try StyledParameter("color", "", style: style, explode: explode)
    case .text: try StyledParameter("color", "blue", style: style, explode: explode)
    case .list: try StyledParameter("color", ["blue", "black", "brown"], style: style, explode: explode)
    case .members: try StyledParameter("color", Color(), style: style, explode: explode)
    }
  }

  @Test(
    "in queries",
    arguments: [
      (ParameterStyle.form, false, Value.empty, "color="),
      (.form, false, .text, "color=blue"),
      (.form, false, .list, "color=blue,black,brown"),
      (.form, false, .members, "color=R,100,G,200,B,150"),
      (.form, true, .text, "color=blue"),
      (.form, true, .list, "color=blue&color=black&color=brown"),
      (.form, true, .members, "R=100&G=200&B=150"),
      (.form, true, .empty, "color="),
      (.tabDelimited, false, .list, "color=blue%09black%09brown"),
      (.deepObject, false, .members, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
      (.cookie, false, .empty, "color="),
      (.cookie, false, .text, "color=blue"),
      (.cookie, false, .list, "color=blue,black,brown"),
      (.cookie, false, .members, "color=R,100,G,200,B,150"),
      (.cookie, true, .list, "color=blue&color=black&color=brown"),
      (.cookie, true, .members, "R=100&G=200&B=150"),
      (.spaceDelimited, false, .list, "color=blue%20black%20brown"),
      (.spaceDelimited, false, .members, "color=R%20100%20G%20200%20B%20150"),
      (.pipeDelimited, false, .list, "color=blue%7Cblack%7Cbrown"),
      (.pipeDelimited, false, .members, "color=R%7C100%7CG%7C200%7CB%7C150"),
      (.deepObject, true, .members, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ]
  )
  func queries(_ style: ParameterStyle, _ explode: Bool, _ value: Value, _ expected: String) throws {
    let pairs = try parameter(value, style, explode).pairs
    #expect(pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&") == expected)
  }

  @Test(
    "in paths",
    arguments: [
      (ParameterStyle.matrix, false, Value.empty, ";color"),
      (.matrix, false, .text, ";color=blue"),
      (.matrix, false, .list, ";color=blue,black,brown"),
      (.matrix, false, .members, ";color=R,100,G,200,B,150"),
      (.matrix, true, .empty, ";color"),
      (.matrix, true, .text, ";color=blue"),
      (.matrix, true, .list, ";color=blue;color=black;color=brown"),
      (.matrix, true, .members, ";R=100;G=200;B=150"),
      (.label, false, .empty, "."),
      (.label, false, .text, ".blue"),
      (.label, false, .list, ".blue,black,brown"),
      (.label, false, .members, ".R,100,G,200,B,150"),
      (.label, true, .empty, "."),
      (.label, true, .text, ".blue"),
      (.label, true, .list, ".blue.black.brown"),
      (.label, true, .members, ".R=100.G=200.B=150"),
      (.simple, false, .empty, ""),
      (.simple, false, .text, "blue"),
      (.simple, false, .list, "blue,black,brown"),
      (.simple, false, .members, "R,100,G,200,B,150"),
      (.simple, true, .empty, ""),
      (.simple, true, .text, "blue"),
      (.simple, true, .list, "blue,black,brown"),
      (.simple, true, .members, "R=100,G=200,B=150"),
    ]
  )
  func paths(_ style: ParameterStyle, _ explode: Bool, _ value: Value, _ expected: String) throws {
    #expect(try parameter(value, style, explode).pathText == expected)
  }

  @Test(
    "in headers",
    arguments: [
      (false, Value.empty, ""), (true, .empty, ""), (true, .text, "blue"), (true, .list, "blue,black,brown"),
      (false, Value.text, "blue"), (false, .list, "blue,black,brown"), (false, .members, "R,100,G,200,B,150"),
      (true, .members, "R=100,G=200,B=150"),
    ]
  )
  func headers(_ explode: Bool, _ value: Value, _ expected: String) throws {
    #expect(try parameter(value, .simple, explode).headerText == expected)
  }

  @Test func everythingButUnreservedIsEncoded() throws {
    let hostile = "a/b?c#d&e=f,g;h.i %\u{0}\n\"<é😀"
    let encoded = "a%2Fb%3Fc%23d%26e%3Df%2Cg%3Bh.i%20%25%00%0A%22%3C%C3%A9%F0%9F%98%80"
    #expect(try StyledParameter("x", hostile, style: .simple, explode: false).pathText == encoded)
    let pairs = try StyledParameter(hostile, [hostile, "b"], style: .form, explode: false).pairs
    #expect(pairs.map(\.name) == [encoded] && pairs.map(\.value) == ["\(encoded),b"])
    let members = try StyledParameter("x", [hostile: [hostile: 1]], style: .deepObject, explode: true).pairs
    #expect(members.map(\.name) == ["x%5B\(encoded)%5D%5B\(encoded)%5D"])
  }

  @Test func otherValues() throws {
    let pairs = { (value: JSONValue, explode: Bool) in
      try StyledParameter("q", value, style: .form, explode: explode).pairs.map { "\($0.name)=\($0.value)" }
    }
    #expect(try pairs(true, true) == ["q=true"])
    #expect(try pairs(1.5, true) == ["q=1.5"])
    #expect(try pairs(.null, true) == [])
    #expect(try pairs([], true) == [] && pairs([], false) == [])
    #expect(try pairs([1, .null, "a"], true) == ["q=1", "q=a"])
    #expect(try pairs(["a": .null, "b": [1, 2]], true) == ["b=%5B1%2C2%5D"])
    let deep = try StyledParameter(
      "q",
      JSONValue.object(["a": [1, 2], "b": ["c": .null, "d": true]]),
      style: .deepObject,
      explode: true
    )
    #expect(deep.pairs.map { "\($0.name)=\($0.value)" } == ["q%5Ba%5D=1", "q%5Ba%5D=2", "q%5Bb%5D%5Bd%5D=true"])
  }

  @Test func whatHoldsNothingIsLeftOut() throws {
    for style in ParameterStyle.allCases {
      for explode in [true, false] {
        for value in [JSONValue.null, [], .object([:]), .object(["a": .null]), [.null]] {
          let parameter = try StyledParameter("q", value, style: style, explode: explode)
          #expect(
            parameter.pairs.isEmpty && parameter.pathText.isEmpty && parameter.headerText == nil,
            "\(style) \(value)"
          )
        }
      }
    }
  }

  @Test func emptyElementsAreKept() throws {
    #expect(try StyledParameter("q", ["", "a"], style: .matrix, explode: true).pathText == ";q;q=a")
    #expect(try StyledParameter("q", ["", "a"], style: .simple, explode: false).pathText == ",a")
    #expect(try StyledParameter("q", ["k": ""], style: .matrix, explode: true).pathText == ";k")
    #expect(try StyledParameter("q", ["", ""], style: .form, explode: false).pairs.map(\.value) == [","])
  }

  @Test func reservedCharactersStayWhereTheyMay() throws {
    let text = "a/b?c=d&e:[f]#%20%zz é"
    let query = try StyledParameter("q", text, style: .form, explode: true, allowReserved: true).pairs
    #expect(query.map(\.value) == ["a/b?c=d&e:%5Bf%5D%23%20%25zz%20%C3%A9"])
    var call = Call("c", .get, "/{p}")
    call.path("p", "a/b?c:d", allowReserved: true)
    #expect(call.pathValues["p"] == "a%2Fb%3Fc:d")
  }

  @Test func cookiesThatWouldEndEarlyAreRefused() {
    var call = Call("c", .get, "/")
    call.cookie("a", "x y=\"z\"", style: .cookie)
    #expect(call.cookies.map(\.value) == ["x y=\"z\""])
    call.cookie("b", "x; b=1")
    #expect(call.cookies.last?.value == "x%3B%20b%3D1" && call.problem == nil)
    for (name, value) in [("a", "x; b=1"), ("a;", "x")] {
      var refused = call
      refused.cookie(name, value, style: .cookie)
      #expect(throws: InvalidCall.self) { try refused.request(to: "https://a.example.com") }
    }
  }

  @Test func valuesAsJSON() {
    var call = Call("c", .get, "/{p}")
    call.path("p", json: ["a": 1])
    call.query("q", json: ["x y"])
    call.query("none", json: [String]?.none)
    call.header("X-H", json: [1, 2])
    call.cookie("k", json: true)
    #expect(call.pathValues["p"] == "%7B%22a%22%3A1%7D")
    #expect(call.queryItems.map(\.name) == ["q"] && call.queryItems.map(\.value) == ["%5B%22x%20y%22%5D"])
    #expect(call.headers.map(\.value) == ["[1,2]"] && call.cookies.map(\.value) == ["true"])
  }

  @Test func theWholeQuery() throws {
    let path = { (call: Call) in
      try call.request(to: "https://a.example.com").path
    }
    var form = Call("c", .get, "/s")
    form.field("t", style: .pipeDelimited, explode: false)
    form.queryString(urlEncoded: JSONValue.object(["q": "a b", "t": [1, 2]]))
    #expect(try path(form) == "/s?q=a+b&t=1%7C2")
    var json = Call("c", .query, "/s")
    json.queryString(json: ["a"])
    #expect(try path(json) == "/s?%5B%22a%22%5D")
    var text = Call("c", .get, "/s")
    text.queryString(text: "$.a[0] b")
    #expect(try path(text) == "/s?$.a%5B0%5D%20b")
  }

  @Test func fieldsOfForms() throws {
    var call = Call("c", .post, "/")
    call.field("deep", style: .deepObject)
    call.field("list", style: .form, explode: false)
    call.field("json", mediaType: "application/json")
    let value = JSONValue.object(["deep": ["a b": ["c"]], "json": ["x"], "list": [1, "a b"], "plain": [1, 2]])
    #expect(try call.formText(value) == "deep%5Ba+b%5D=c&json=%5B%22x%22%5D&list=1,a+b&plain=1&plain=2")
    let parts = try MultipartForm(value, of: call).parts
    #expect(parts.map(\.name) == ["deep[a b]", "json", "list", "plain", "plain"])
    #expect(parts.map { String(decoding: $0.content.bytes ?? [], as: UTF8.self) } == ["c", "\"x\"", "1,a b", "1", "2"])
    #expect(parts[1].contentType == "application/json")
  }
}
