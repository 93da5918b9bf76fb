import SchemaLower
import Testing

/// Files in forms that their content's type tells, not their format.
@Suite struct FilePartsTests {
  /// An operation that is sent a form.
  private static func paths(
    _ schema: String,
    beside members: String = "",
    mediaType: String = "multipart/form-data"
  ) -> String {
    """
    {"/a":{"post":{"operationId":"a","requestBody":{"content":{"\(mediaType)":{"schema":\(schema)\(members)}}},
      "responses":{"204":{"description":"ok"}}}}}
    """
  }

  /// What becomes of the property `part` of a form.
  private static func type(of part: String, beside members: String = "") throws -> String {
    let paths = paths(#"{"type":"object","properties":{"part":\#(part)}}"#, beside: members)
    return try Lowered.type(of: "part", in: Lowered.schemas("{}", paths: paths).dump)
  }

  @Test(
    "properties that are files",
    arguments: [
      (#"{"type":"string","contentMediaType":"application/octet-stream"}"#, "file"),
      (#"{"type":"string","contentMediaType":"image/png"}"#, "file"),
      (#"{"type":["string","null"],"contentMediaType":"image/png"}"#, "file?"),
      (#"{"anyOf":[{"type":"string","contentMediaType":"image/png"},{"type":"null"}]}"#, "file?"),
      (#"{"contentMediaType":"image/png; q=1"}"#, "file"),
      (#"{}"#, "file"),
      (#"{"type":"array","items":{}}"#, "[file]"),
      (#"{"type":"array","items":{"type":"string","contentMediaType":"audio/mpeg"}}"#, "[file]"),
    ]
  )
  func files(part: String, type: String) throws {
    #expect(try Self.type(of: part) == "\(type) optional")
  }

  @Test(
    "properties that are none",
    arguments: [
      (#"{"type":"string"}"#, "string"),
      (#"{"type":"string","contentMediaType":"text/csv"}"#, "string"),
      (#"{"type":"string","contentMediaType":"application/json"}"#, "string"),
      (#"{"type":"string","contentMediaType":"application/xml"}"#, "string"),
      (#"{"type":"string","contentMediaType":"image/png","contentEncoding":"base64"}"#, "base64String"),
      (#"{"type":"string","contentMediaType":"image/png","format":"uri"}"#, "urlString"),
    ]
  )
  func others(part: String, type: String) throws {
    #expect(try Self.type(of: part) == "\(type) optional")
  }

  @Test func `an example tells that a part of which nothing is said is no file`() throws {
    #expect(try !Self.type(of: "{}", beside: #","example":{"part":{"a":1}}"#).contains("file"))
    #expect(try !Self.type(of: #"{"examples":["words"]}"#).contains("file"))
  }

  @Test func `the media type of a part counts`() throws {
    let encoding = { (type: String) in #","encoding":{"part":{"contentType":"\#(type)"}}"# }
    let described = #"{"description":"What to keep."}"#
    #expect(try Self.type(of: described, beside: encoding("image/png, image/jpeg")) == "file optional")
    #expect(try !Self.type(of: "{}", beside: encoding("application/json")).contains("file"))
    #expect(try !Self.type(of: "{}", beside: encoding("image/png, text/plain")).contains("file"))
    let shown = encoding("image/png") + #","example":{"part":{"a":1}}"#
    #expect(try !Self.type(of: "{}", beside: shown).contains("file"))
  }

  @Test func `a named form has files where it is nothing else`() throws {
    let form = #"{"Form":{"type":"object","properties":{"part":{"type":"string","contentMediaType":"image/png"}}}}"#
    let reference = ##"{"$ref":"#/components/schemas/Form"}"##
    #expect(try Lowered.schemas(form, paths: Self.paths(reference)).dump.contains(#""part": file optional"#))
    let other = Self.paths(reference, mediaType: "application/json")
    #expect(try Lowered.schemas(form, paths: other).dump.contains(#""part": string optional"#))
    let mixed = Self.paths(reference, mediaType: "multipart/mixed")
    #expect(try Lowered.schemas(form, paths: mixed).dump.contains(#""part": file optional"#))
    let both = Self.paths(reference, beside: #"},"application/json":{"schema":\#(reference)"#)
    #expect(try Lowered.schemas(form, paths: both).dump.contains(#""part": string optional"#))
  }

  @Test func `a union of files calls them files`() throws {
    let union =
      #"{"oneOf":[{"type":"string","format":"binary"},{"type":"array","items":{"type":"string","format":"binary"}}]}"#
    let paths = Self.paths(#"{"type":"object","properties":{"part":\#(union)}}"#)
    let dump = try Lowered.schemas("{}", paths: paths).dump
    #expect(dump.contains("\"file\": file\n") && dump.contains("\"files\": [file]\n"), "\(dump)")
    #expect(!dump.contains("\"string\"") && !dump.contains("\"string list\""))
  }
}
