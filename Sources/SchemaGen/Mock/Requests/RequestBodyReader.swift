import Foundation
import SchemaDescription
import SchemaLower
import SchemaRuntime

/// Reads the body of a request as the JSON value that its schema speaks of.
struct RequestBodyReader {
  private let content: MediaTypeDescription
  private var flattener: SchemaFlattener
  /// The fields of a form that are read as a text or a number though they may be a list or an object as well.
  private var scalarFields: Set<String> = []

  /// Reads bodies in a documented media type.
  init(_ content: MediaTypeDescription, _ flattener: SchemaFlattener) {
    self.content = content
    self.flattener = flattener
  }

  /// Whether the content of a body is looked at.
  static func readsContent(of mediaType: String) -> Bool {
    switch MediaTypeKind(mediaType) {
    case .binary, .eventStream: false
    case .json, .jsonLines, .multipart, .text, .urlEncoded: true
    }
  }

  /// The value; several in a sequence of values, none where nothing is known of the form.
  ///
  /// - Throws: `UnreadableValue` where the bytes have not the form that the media type announces.
  mutating func values(_ bytes: [UInt8], _ contentType: HeaderValue) throws -> [JSONValue] {
    switch MediaTypeKind(contentType.value.lowercased()) {
    case .json: return [try json(bytes[...])]
    case .jsonLines:
      return try bytes.split { $0 == UInt8(ascii: "\n") || $0 == 0x1E }.filter { line in
        line.contains { $0 != 32 && $0 != 9 && $0 != 13 }
      }.map { try json($0) }
    case .text: return [.string(String(decoding: bytes, as: UTF8.self))]
    case .urlEncoded: return [form(String(decoding: bytes, as: UTF8.self))]
    case .multipart:
      guard let boundary = contentType.parameters["boundary"], !boundary.isEmpty else {
        throw UnreadableValue("a `boundary` in the Content-Type")
      }
      do {
        return try multipart(MultipartReader.parts(of: bytes, boundary: boundary))
      } catch let failure as MultipartReader.Failure {
        throw UnreadableValue("a form, but \(failure.message)")
      }
    case .binary, .eventStream: return []
    }
  }

  /// The fields of a form that may be a list or an object, and a text or a number as well.
  mutating func fieldsOfTwoKinds() -> [String] {
    ValueTypes(content.schema, &flattener).properties.filter { ValueTypes($0.value, &flattener).isOfTwoKinds }.keys
      .sorted()
  }

  /// The same, with a field of two kinds read as a text or a number.
  func readingScalar(_ field: String) -> RequestBodyReader {
    var result = self
    result.scalarFields.insert(field)
    return result
  }

  /// The value of JSON text.
  private func json(_ bytes: ArraySlice<UInt8>) throws -> JSONValue {
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      throw UnreadableValue("JSON; \(error)")
    }
  }

  /// The object of an encoded form.
  private mutating func form(_ text: String) -> JSONValue {
    let parameters = RequestTarget.parameters(in: text[...])
    let types = ValueTypes(content.schema, &flattener)
    var members: [String: JSONValue] = [:]
    var taken: Set<String> = []
    for (name, schema) in types.properties {
      guard let field = value(of: name, schema, among: parameters, types) else { continue }
      members[name] = field.value
      taken.formUnion(field.names)
    }
    for item in parameters where members[item.name] == nil && !taken.contains(item.name) {
      // A text that cannot be read stands as it is, so that the rules say what is wrong.
      let kinds = types.properties[item.name] == nil ? ValueTypes(types.additional, &flattener).types : [.string]
      members[item.name] = ScalarText.value(RequestTarget.decoded(item.value), kinds)
    }
    return .object(members)
  }

  /// The value of a form's property, read as the parameter that it is sent as, and what is sent for it; nil where nothing
  /// is, or what cannot be read.
  private func value(
    of name: String,
    _ schema: RawSchema,
    among parameters: [URLParameter],
    _ types: ValueTypes
  ) -> (value: JSONValue, names: Set<String>)? {
    var reader = ParameterReader(field(name, schema), flattener)
    if scalarFields.contains(name), let scalar = reader.asScalar() { reader = scalar }
    // What another property is called is none of this one's members.
    let others = Set(types.properties.keys).subtracting([name])
    guard let value = (try? reader.value(among: parameters, others: others)) ?? nil else { return nil }
    let names = parameters.map(\.name).filter { sent in
      sent.prefix { $0 != "[" } == name || value[sent] != nil && types.properties[sent] == nil
    }
    return (value, Set(names))
  }

  /// A property of the form as the parameter that it is sent as.
  private func field(_ name: String, _ schema: RawSchema) -> ParameterDescription {
    var parameter = ParameterDescription(name: name, location: .query, isRequired: false, span: schema.span)
    parameter.schema = schema
    if let field = content.fields.first(where: { $0.property == name }) {
      parameter.style = field.style
      parameter.explode = field.explode
      if field.style == nil { parameter.mediaType = field.mediaType }
    }
    return parameter
  }

  /// The object of a form's parts; a file is the text that JSON has for bytes.
  private mutating func multipart(_ parts: [MultipartReader.Part]) throws -> [JSONValue] {
    // Parts without names are no object.
    guard parts.contains(where: { $0.name != nil }) || parts.isEmpty else { return [] }
    let types = ValueTypes(content.schema, &flattener)
    var members = RepeatedMembers()
    let (styled, read) = styledFields(of: parts, types)
    for part in parts where !read.contains(part.name ?? "") {
      guard let sent = part.name else { continue }
      let name = types.properties[sent] == nil && sent.hasSuffix("[]") ? String(sent.dropLast(2)) : sent
      let schema = types.properties[name] ?? types.additional
      var own = ValueTypes(schema, &flattener)
      if scalarFields.contains(name) { own = own.scalars }
      members.add(name, try value(of: part, own, name), isList: own.isArray)
    }
    return [.object(members.members.merging(styled) { _, styled in styled })]
  }

  /// The fields that the document gives a style, read as parameters are, and the names of the parts that hold them. Nothing
  /// in a part is percent-encoded.
  private func styledFields(
    of parts: [MultipartReader.Part],
    _ types: ValueTypes
  ) -> (values: [String: JSONValue], names: Set<String>) {
    var values: [String: JSONValue] = [:]
    var names: Set<String> = []
    let texts = parts.filter { $0.filename == nil && $0.mediaType.map { MediaTypeKind($0) == .text } ?? true }
    let parameters = texts.compactMap { part in
      part.name.map { name in
        let text = String(decoding: part.content, as: UTF8.self)
        return URLParameter(name: name, value: text.replacing("%", with: "%25").replacing("+", with: "%2B"))
      }
    }
    for item in content.fields where item.style != nil && !scalarFields.contains(item.property) {
      guard let schema = types.properties[item.property] else { continue }
      guard let field = value(of: item.property, schema, among: parameters, types) else { continue }
      values[item.property] = field.value
      names.formUnion(field.names)
    }
    return (values, names)
  }

  /// The value of one part.
  private mutating func value(of part: MultipartReader.Part, _ types: ValueTypes, _ name: String) throws -> JSONValue {
    let kind = part.mediaType.map { MediaTypeKind($0) }
    if kind == .json, part.filename == nil {
      do {
        return try JSONValue(parsing: part.content)
      } catch {
        throw UnreadableValue("JSON in the part \"\(name)\"; \(error)")
      }
    }
    guard part.filename == nil, kind == nil || kind == .text else {
      return .string(Data(part.content).base64EncodedString())
    }
    let text = String(decoding: part.content, as: UTF8.self)
    if types.isObject, let value = try? JSONValue(parsing: part.content), value.objectValue != nil { return value }
    if types.isArray {
      if let value = try? JSONValue(parsing: part.content), value.arrayValue != nil { return value }
      return ScalarText.value(text, ValueTypes(types.items, &flattener).types)
    }
    return ScalarText.value(text, types.types)
  }
}
