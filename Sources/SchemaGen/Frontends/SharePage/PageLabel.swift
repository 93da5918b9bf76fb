import SchemaDescription

/// A heading or caption of a share page: what it opens.
enum PageLabel: Hashable {
  /// The request as a whole: what follows decides between fields and samples.
  case request
  case parameters(ParameterLocation)
  /// The headers of a response.
  case responseHeaders
  case body(mediaType: String?, isRequired: Bool?)
  /// The schema of a response.
  case schema
  case examples(name: String?)
  case requestSamples
  case responseSamples
  case responses
  case status(ResponseStatus, name: String?)
  case contentType(String)
  case authorization
  /// An example that the author has not given.
  case unset
  /// A line that stands at every page: when it was changed and what made it.
  case footer
  /// The previous or next page, whose title follows.
  case neighbour
  case exampleValue
  case defaultValue
  case enumeration

  /// Whether the label opens a part of the page, unlike one that belongs to a field or to every page.
  var isSection: Bool {
    switch self {
    case .exampleValue, .defaultValue, .enumeration, .footer, .neighbour, .unset, .contentType, .authorization: false
    default: true
    }
  }

  /// Whether the label belongs to a field.
  var isFieldValue: Bool {
    switch self {
    case .exampleValue, .defaultValue, .enumeration: true
    default: false
    }
  }
}
