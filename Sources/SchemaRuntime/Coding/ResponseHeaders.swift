public import HTTPTypes

/// Reads the header fields of a response as the models that documents make of them.
public enum ResponseHeaders {
  /// The fields as a model whose properties are called as the fields are, in any case.
  ///
  /// Each value is read as a header parameter in the style `simple` is (OpenAPI 3.1, section 4.8.12.2): elements are
  /// separated by commas, members of an object as `a,1` or `a=1`. JSON text is read as such where a list or an object is
  /// expected. For example `try ResponseHeaders.decode(Shop.RateLimitHeaders.self, from: error.headers).remaining`.
  ///
  /// - Throws: `DecodingError` where a field is missing that must be there, or is of another type.
  public static func decode<Model: Decodable>(_ type: Model.Type, from fields: HTTPFields) throws -> Model {
    try Model(from: HeaderFieldsDecoder(fields: fields))
  }
}

/// The fields of a header, for `Decodable` types that ask by key.
struct HeaderFieldsDecoder: Decoder {
  /// The fields.
  let fields: HTTPFields
  /// Nothing: the header is the whole.
  var codingPath: [any CodingKey] { [] }
  /// Nothing.
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    var members: [String: HeaderText] = [:]
    for field in fields { members[field.name.canonicalName, default: HeaderText(field.name)].add(field.value) }
    return KeyedDecodingContainer(
      HeaderMembers(members: members, names: members.keys.sorted(), ignoresCase: true, codingPath: [])
    )
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch([JSONValue].self) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw mismatch(JSONValue.self) }

  /// An error that says that a header is no such value.
  private func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: [], debugDescription: "the fields of a header are an object"))
  }
}
