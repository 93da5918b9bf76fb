/// A body in one media type.
package struct Content: Sendable {
  /// How bytes and values correspond.
  package enum Coding: String, Hashable, Sendable {
    case json, multipart, urlEncoded, text, binary
    /// Server-sent events; `type` is the type of one event's data.
    case eventStream
    /// JSON values one after another, as in `application/jsonl`; `type` is the type of one of them.
    case jsonLines
  }

  /// How a form holds one of its properties.
  package struct Field: Hashable, Sendable {
    /// Where a property is sent otherwise than its type suggests.
    package enum Coding: Hashable, Sendable {
      /// As a parameter of this style is.
      case styled(Parameter.Style, explode: Bool)
      /// In this media type.
      case mediaType(String)
    }

    /// The property's key.
    package var property: String
    package var coding: Coding

    package init(property: String, coding: Coding) {
      self.property = property
      self.coding = coding
    }
  }

  package var mediaType: String
  package var coding: Coding
  package var type: TypeRef
  /// What `type` rests on.
  package var typeOrigin = Origin.declared
  /// The properties of a form that are not sent as usual.
  package var fields: [Field] = []
  /// What the data of the event that ends a stream may be, where it is not the usual `[DONE]`.
  package var terminators: [String] = []

  package init(mediaType: String, coding: Coding, type: TypeRef) {
    self.mediaType = mediaType
    self.coding = coding
    self.type = type
  }
}
