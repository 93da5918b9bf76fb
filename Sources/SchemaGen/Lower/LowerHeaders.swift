import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Lowers the headers of a response to a structure whose keys are their names; nil where there are none. Responses
  /// that document the same headers, by references mostly, share one structure.
  mutating func lowerHeaders(of response: ResponseDescription, hint: NameHint, label: String) -> TypeRef? {
    guard !response.headers.isEmpty else { return nil }
    let signatures = response.headers.map(HeaderSignature.init)
    if let known = headerSets[signatures] {
      // No longer one operation's own.
      api[known].hint = .variant(Self.commonName(of: response.headers.map(\.name)))
      for header in response.headers { addExamples(of: header, to: known, label: "\(label) response header") }
      return .declared(known)
    }
    let id = declare(
      Declaration(
        hint: hint,
        kind: .structure(Structure(properties: [])),
        documentation: "Headers that come with a response; `ResponseHeaders.decode` reads them.",
        span: response.headers[0].span
      )
    )
    headerSets[signatures] = id
    let properties = response.headers.map { lower($0, of: id, label: "\(label) response header") }
    api[id].kind = .structure(Structure(properties: properties))
    for header in response.headers { addExamples(of: header, to: id, label: "\(label) response header") }
    return .declared(id)
  }

  /// Lowers one header; what is said of none is a string.
  private mutating func lower(_ header: ParameterDescription, of id: DeclID, label: String) -> Property {
    let label = "\(label) \(header.name)"
    let place = Place(parent: id, hint: .property(header.name, isElement: false), path: label, span: header.span)
    var type = TypeRef.scalar(.string)
    if let mediaType = header.mediaType, MediaTypeKind(mediaType) != .json {
      let message = "the header '\(header.name)' of `\(label)` is given as text in \(mediaType)"
      report.add(Diagnostic(.unsupportedFeature, message, at: header.span, severity: .note))
    } else if let schema = header.schema {
      type = self.type(of: schema, at: place)
    } else if !header.examples.isEmpty {
      type = .unstated(.missing)
    }
    return Property(
      key: header.name,
      type: type,
      presence: header.isRequired ? .required : .optional,
      documentation: header.description ?? documentationText(header.schema?.title, header.schema?.description),
      isDeprecated: header.isDeprecated,
      span: header.span
    )
  }

  /// Notes the examples of a header; none of one that is given as text in a media type.
  private mutating func addExamples(of header: ParameterDescription, to id: DeclID, label: String) {
    guard header.mediaType.map({ MediaTypeKind($0) == .json }) ?? true,
      knownHeaders[id, default: []].insert(header.span).inserted
    else {
      return
    }
    let label = "\(label) \(header.name)"
    for example in header.examples { add(example, at: .property(id, header.name), label: label) }
    if let schema = header.schema { addExamples(of: schema, at: .property(id, header.name), label: label) }
  }

  /// A name for headers that several operations have: of a single one its own, of several the words with which all of
  /// them begin, else that of the first.
  private static func commonName(of names: [String]) -> String {
    let words = names.map { name in
      let words = name.split(separator: "-")
      return words.first?.lowercased() == "x" && words.count > 1 ? Array(words.dropFirst()) : words
    }
    var common = words[0]
    for other in words.dropFirst() {
      let equal = zip(common, other).prefix { $0.lowercased() == $1.lowercased() }
      common = Array(common.prefix(equal.count))
    }
    if common.isEmpty { common = words[0] + ["and", "other"] }
    return (common + ["headers"]).joined(separator: " ")
  }
}
