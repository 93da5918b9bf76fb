import SchemaDocument
import SchemaSource

/// One method and path with what goes in and what comes out.
package struct OperationDescription: Sendable {
  /// Who sends the request.
  package enum Kind: Hashable, Sendable {
    /// The client.
    case call
    /// The server, to a place that is agreed upon elsewhere (OpenAPI 3.1, section 4.8.1); the path is the name.
    case webhook(name: String)
    /// The server, to a place that an earlier request names (section 4.8.18); the path is the expression that finds it.
    case callback(name: String, of: String)
  }

  package var kind = Kind.call
  /// The `operationId` where the document gives one that is not empty.
  package var id: String?
  /// The title or summary, for documentation and, without an id, for the name.
  package var title: String?
  package var description: String?
  /// Upper case, for example `POST`.
  package var method: String
  /// The path template, beginning with a slash, parameters in braces: `/mj/task/{id}/fetch`.
  package var path: String
  package var tags: [String] = []
  package var isDeprecated = false
  /// What names the operation in the tool that the document comes from, whatever its title: `apifox:1234`.
  package var stableKey: String?
  /// What the path says of all its operations; nil where it says nothing for people or other tools.
  package var pathItem: PathItemDescription?
  /// The callbacks that the operation names and another one has, in the document's order.
  package var sharedCallbacks: [CallbackReference] = []
  /// Where more is written, as it stands in the document.
  package var externalDocumentation: Node?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  /// The names of the folders that hold the operation in that tool, outermost first.
  package var folders: [String] = []
  package var parameters: [ParameterDescription] = []
  package var requestBody: BodyDescription?
  package var responses: [ResponseDescription] = []
  /// Servers of this operation alone; empty where the API's apply.
  package var servers: [ServerDescription] = []
  /// Keys of the security schemes; nil where the API's apply, empty where none is needed.
  package var security: [String]?
  /// The alternatives in which the document states these; empty where it gives no more than the keys.
  package var securityRequirements: [SecurityRequirement] = []
  package var span: SourceSpan

  /// What messages call the operation.
  package var label: String { id ?? title ?? "\(method) \(path)" }

  package init(method: String, path: String, span: SourceSpan) {
    self.method = method
    self.path = path
    self.span = span
  }
}

/// What a path says of itself, for people and other tools (OpenAPI 3.1, section 4.8.9).
package struct PathItemDescription: Sendable {
  package var summary: String?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []

  package init() {}
}

/// A callback that an operation shares with another one.
package struct CallbackReference: Hashable, Sendable {
  /// What this operation calls it.
  package var name: String
  /// What the other operation calls it, and that operation, as its callbacks name it.
  package var original: OperationDescription.Kind

  package init(name: String, original: OperationDescription.Kind) {
    self.name = name
    self.original = original
  }
}

/// A value outside the body.
package struct ParameterDescription: Sendable {
  package var name: String
  package var location: ParameterLocation
  package var isRequired: Bool
  package var isDeprecated = false
  package var description: String?
  /// Nil where the document gives no schema.
  package var schema: RawSchema?
  /// Nil for the location's default.
  package var style: ParameterStyle?
  /// OpenAPI's `explode`; nil for the style's default.
  package var explode: Bool?
  /// Whether reserved characters are sent as they are.
  package var allowsReserved = false
  /// Whether the name may be sent without a value, which nothing that is generated does.
  package var allowsEmptyValue = false
  /// The media type of the value's text, lower case; nil where a style says how the value becomes text.
  package var mediaType: String?
  /// How the properties of a value in the form of a form are sent.
  package var fields: [FieldDescription] = []
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  /// Examples that stand in documents of their own.
  package var externalExamples: [ExternalExample] = []
  package var examples: [RawExample] = []
  /// The name under which operations share the parameter; nil where this is its only place.
  package var sharedName: String?
  package var span: SourceSpan

  package init(name: String, location: ParameterLocation, isRequired: Bool, span: SourceSpan) {
    self.name = name
    self.location = location
    self.isRequired = isRequired
    self.span = span
  }
}

/// How a value becomes text outside of a body (OpenAPI 3.2, section 4.12.3, and Swagger 2.0's `tsv`).
package enum ParameterStyle: String, Hashable, Sendable, CaseIterable {
  case form, simple, label, matrix, spaceDelimited, pipeDelimited, tabDelimited, deepObject, cookie
}

/// How one property of a form is sent (OpenAPI 3.2, section 4.15).
package struct FieldDescription: Sendable {
  package var property: String
  /// Lower case, without parameters; nil where the property's type decides.
  package var mediaType: String?
  package var style: ParameterStyle?
  package var explode: Bool?
  /// Whether reserved characters are sent as they are.
  package var allowsReserved = false
  /// The headers of the property's part (section 4.15.1.1), each a parameter in the header.
  package var headers: [ParameterDescription] = []
  /// The media types as the document spells them, where that says more.
  package var spelling: String?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  package var span: SourceSpan

  package init(property: String, span: SourceSpan) {
    self.property = property
    self.span = span
  }
}

/// A request body.
package struct BodyDescription: Sendable {
  package var isRequired: Bool
  package var description: String?
  package var contents: [MediaTypeDescription]
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  /// The name under which operations share the body; nil where this is its only place.
  package var sharedName: String?
  package var span: SourceSpan

  package init(isRequired: Bool, description: String? = nil, contents: [MediaTypeDescription], span: SourceSpan) {
    self.isRequired = isRequired
    self.description = description
    self.contents = contents
    self.span = span
  }
}

/// What a body is in one media type.
package struct MediaTypeDescription: Sendable {
  /// For example `application/json`; lower case, without parameters such as a character set.
  package var mediaType: String
  /// Nil where the document gives no schema at all; the examples then supply it. Of a sequence of values, such as a
  /// stream of events, the schema of one of them.
  package var schema: RawSchema?
  package var examples: [RawExample]
  /// How a form's properties are sent, as far as the document says.
  package var fields: [FieldDescription] = []
  /// What the data of the event that ends a stream may be, as far as the document says.
  package var terminators: [String] = []
  /// The names of a stream's events, one for each variant of the schema, or the one for all; nil for an event without one.
  package var eventNames: [String?] = []
  /// The media type as the document spells it, where that says more: `application/json; version=2`.
  package var spelling: String?
  /// Examples that stand in documents of their own.
  package var externalExamples: [ExternalExample] = []
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  package var span: SourceSpan

  package init(mediaType: String, schema: RawSchema? = nil, examples: [RawExample] = [], span: SourceSpan) {
    self.mediaType = mediaType
    self.schema = schema
    self.examples = examples
    self.span = span
  }
}

/// What comes back with one status.
package struct ResponseDescription: Sendable {
  package var status: ResponseStatus
  package var description: String?
  /// The headers that come with the response, each a parameter in the header.
  package var headers: [ParameterDescription] = []
  package var contents: [MediaTypeDescription]
  /// What can be done next with what the response says.
  package var links: [LinkDescription] = []
  /// A short text beside the description (OpenAPI 3.2, section 4.17).
  package var summary: String?
  /// Extensions as they stand in the document.
  package var extensions: [Member] = []
  /// The name under which operations share the response; nil where this is its only place.
  package var sharedName: String?
  package var span: SourceSpan

  package init(
    status: ResponseStatus,
    description: String? = nil,
    contents: [MediaTypeDescription],
    span: SourceSpan
  ) {
    self.status = status
    self.description = description
    self.contents = contents
    self.span = span
  }
}

/// The status codes that a documented response stands for.
package enum ResponseStatus: Hashable, Sendable {
  /// One code, for example 200.
  case code(Int)
  /// All codes with this first digit: 2 for `2XX`.
  case range(Int)
  /// Whatever no other response stands for.
  case `default`
}
