import Foundation
import SchemaRuntime
import Testing

/// Arrays with a fixed beginning, as generated code has them.
@Suite struct TupleTests {
  /// Two numbers, perhaps a name, perhaps a flag, and any number of others.
  struct Point: SchemaTuple {
    var x: Double
    var y: Double?
    var name: String?
    var flag: Nullable<Bool>?
    var rest: [JSONValue]

    init(x: Double, y: Double?, name: String? = nil, flag: Nullable<Bool>? = nil, rest: [JSONValue] = []) {
      self.x = x
      self.y = y
      self.name = name
      self.flag = flag
      self.rest = rest
    }

    init(from reader: inout ArrayReader) throws {
      x = try reader.value()
      y = try reader.nullable()
      name = try reader.valueIfPresent()
      flag = try reader.nullableIfPresent()
      rest = try reader.rest()
    }

    func write(to writer: inout ArrayWriter) throws {
      try writer.value(x)
      try writer.nullable(y)
      try writer.valueIfPresent(name)
      try writer.nullableIfPresent(flag)
      try writer.rest(rest)
    }
  }

  @Test(arguments: [
    "[1,2]", "[1,null]", "[1.5,2,\"a\"]", "[1,2,\"a\",null]", "[1,2,\"a\",true,{\"b\":[1e400]},null]",
  ])
  func `elements survive`(json: String) throws {
    #expect(try RoundTrip.differences(of: Point.self, json: json) == [])
    let other = try JSONDecoder().decode(Point.self, from: Data("[1,2,\"a\",null]".utf8))
    #expect(String(decoding: try JSONEncoder().encode(other), as: UTF8.self) == "[1,2,\"a\",null]")
  }

  @Test(arguments: ["[]", "[1]", "{}", "[\"a\",1]", "[1,2,3]", "[1,2,\"a\",0]"])
  func `what does not fit is an error`(json: String) {
    #expect(throws: DecodingError.self) { try JSONCoding.decode(Point.self, from: json.utf8) }
  }

  @Test func `an error names the element`() throws {
    let error = #expect(throws: DecodingError.self) { try JSONCoding.decode([Point].self, from: "[[1,\"a\"]]".utf8) }
    #expect("\(try #require(error))".contains("[0][1]"))
  }

  @Test func `null stands for an element that was left out before another`() throws {
    let point = Point(x: 1, y: 2, flag: .value(true))
    #expect(String(decoding: try JSONCoding.bytes(point), as: UTF8.self) == "[1,2,null,true]")
  }

  @Test func `equal where the elements are`() {
    let point = Point(x: 1, y: nil, rest: [1])
    #expect(point == Point(x: 1, y: nil, rest: [1.0]))
    #expect(point != Point(x: 1, y: nil, rest: [2]))
    #expect(point != Point(x: 1, y: nil, flag: .null, rest: [1]))
    #expect(Set([point, point]).count == 1)
  }
}
