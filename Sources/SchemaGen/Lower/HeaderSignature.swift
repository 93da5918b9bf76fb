import SchemaDescription
import SchemaSource

/// What makes a header of one response the same as that of another.
struct HeaderSignature: Hashable {
  /// What is said of the value.
  private enum Content: Hashable {
    /// Types and nothing else that matters.
    case types([RawType], format: String?, isNullable: Bool)
    /// What stands here.
    case place(SourceSpan)
  }

  private let name: String
  private let isRequired: Bool
  private let isDeprecated: Bool
  private let texts: [String?]
  private let content: Content

  init(_ header: ParameterDescription) {
    name = header.name
    isRequired = header.isRequired
    isDeprecated = header.isDeprecated
    texts = [header.description, header.schema?.title, header.schema?.description]
    if header.mediaType == nil, let schema = header.schema, !schema.types.isEmpty, schema.isPlain {
      content = .types(schema.types, format: schema.format, isNullable: schema.isNullable)
    } else {
      content = .place(header.span)
    }
  }
}

extension RawSchema {
  /// Whether the schema is of single values and lists none.
  fileprivate var isPlain: Bool {
    !types.contains(.array) && !types.contains(.object) && reference == nil && enumeration.isEmpty && constant == nil
      && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && properties.isEmpty && items == nil && !isNever
  }
}
