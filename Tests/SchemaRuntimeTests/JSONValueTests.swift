import Foundation
import SchemaRuntime
import Testing

/// Any JSON.
@Suite struct JSONValueTests {
  @Test func literalsAndSubscripts() throws {
    var value: JSONValue = ["a": [1, 2.5, true, .null, "x\(1)"], "b": ["c": .null]]
    #expect(value["a"]?[4]?.stringValue == "x1")
    #expect(value["a"]?[1]?.doubleValue == 2.5 && value["a"]?[0]?.intValue == 1)
    #expect(value["a"]?[9] == nil && value["a"]?[-1] == nil && value["a"]?["k"] == nil)
    #expect(value["b"]?["c"] == .null && value["b"]?["d"] == nil)
    #expect(value["a"]?[2]?.boolValue == true && value["a"]?[3]?.isNull == true)
    value["b"]?["d"] = 1
    value["a"] = nil
    #expect(value == ["b": ["c": .null, "d": 1]])
    #expect(value.description == #"{"b":{"c":null,"d":1}}"#)
  }

  @Test func kinds() throws {
    let kinds = try #require(JSONValue(parsing: #"[null, true, 1, 1.0, 1.5, 1e30, "", [], {}]"#).arrayValue).map(\.kind)
    #expect(kinds == [.null, .boolean, .integer, .integer, .number, .number, .string, .array, .object])
  }

  @Test(
    "texts that are not JSON",
    arguments: [
      ("", "line 1, column 1: expected a value, found the end"),
      ("[1,]", "line 1, column 4: expected a value, found ']'"),
      ("{\"a\"\n: 1,}", "line 2, column 5: expected a key in quotation marks, found '}'"),
      ("{'a':1}", "line 1, column 2: expected a key in quotation marks, found '''"),
      ("[1 2]", "line 1, column 4: expected ',' or ']', found '2'"),
      ("{\"a\" 1}", "line 1, column 6: expected ':', found '1'"),
      ("\"é\\q\"", "line 1, column 3: unknown escape sequence"),
      ("\"\\ud800\"", "line 1, column 2: half of a surrogate pair"),
      ("\"\\udc00\\ud800\"", "line 1, column 2: half of a surrogate pair"),
      ("\"a\nb\"", "line 1, column 3: a control character in a string must be escaped"),
      ("\"abc", "line 1, column 1: the string has no end"),
      ("tru", "line 1, column 1: expected 'true'"),
      ("1 1", "line 1, column 3: expected the end, found '1'"),
      ("\u{7}", "line 1, column 1: expected a value, found a control character"),
      ("01", "line 1, column 1: a number may not start with 0"),
      ("\"\\u00g0\"", "line 1, column 6: expected a hexadecimal digit, found 'g'"),
    ]
  )
  func refused(_ text: String, _ message: String) {
    let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
    #expect(error?.description == message)
  }

  @Test(
    "bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80],
    ]
  )
  func invalidUTF8(_ bytes: [UInt8]) {
    let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
    #expect(error?.offset == 1 && error?.message == "invalid UTF-8")
  }

  @Test func strings() throws {
    #expect(try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u0041\ud83d\ude00é""#) == "\"\\/\u{8}\u{C}\n\r\tA😀é")
    let hostile: JSONValue = ["": "\u{0}\u{1f}\u{7f}\u{2028}/\\\"", "\u{0}": [:], "👩‍👩‍👧": []]
    #expect(try JSONValue(parsing: hostile.description) == hostile)
    #expect(JSONValue.string("/\u{1}\u{1f}").description == #""/\u0001\u001f""#)
  }

  @Test func nestingHasALimit() throws {
    let deep = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(throws: Never.self) { try JSONValue(parsing: deep(512)) }
    #expect(throws: JSONParsingError.self) { try JSONValue(parsing: deep(513)) }
    #expect(throws: JSONParsingError.self) { try JSONValue(parsing: String(repeating: "[{\"a\":", count: 100_000)) }
    #expect(throws: Never.self) { try JSONValue(parsing: deep(10), nestingLimit: 10) }
  }

  @Test func aByteOrderMarkIsSkippedAndTheLastOfEqualKeysCounts() throws {
    #expect(try JSONValue(parsing: "\u{FEFF} {\"a\":1,\"a\":2} ") == ["a": 2])
  }

  @Test func foundationsCodersWorkToo() throws {
    let json = #"{"a":[null,true,"x",{"b":1.5}],"c":null}"#
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    #expect(value == ["a": [.null, true, "x", ["b": 1.5]], "c": .null])
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value)) == value)
  }
}
