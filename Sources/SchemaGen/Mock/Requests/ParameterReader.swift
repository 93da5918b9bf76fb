import Foundation
import SchemaDescription
import SchemaLower
import SchemaRuntime

/// Reads the value of a parameter out of a request (OpenAPI 3.2, section 4.12.3): what a client's encoder does, backwards.
struct ParameterReader {
  private let parameter: ParameterDescription
  private let style: SchemaDescription.ParameterStyle
  private let explode: Bool
  private var flattener: SchemaFlattener
  private var types: ValueTypes

  /// Reads values of a parameter.
  init(_ parameter: ParameterDescription, _ flattener: SchemaFlattener) {
    self.parameter = parameter
    self.flattener = flattener
    style =
      parameter.style ?? (parameter.location == .query || parameter.location == .cookie ? .form : .simple)
    explode = parameter.explode ?? (style == .form || style == .cookie)
    types = ValueTypes(parameter.schema, &self.flattener)
  }

  /// Reads what may be a list or an object, and a text or a number as well, as one of the latter; nil where it may be but one.
  func asScalar() -> ParameterReader? {
    guard types.isOfTwoKinds else { return nil }
    var result = self
    result.types = types.scalars
    return result
  }

  /// The value in a path, of a text that is still percent-encoded.
  ///
  /// - Throws: `UnreadableValue` where the text has not the form that the document asks for.
  mutating func path(_ text: String) throws -> JSONValue {
    if let mediaType = parameter.mediaType { return try content(decoded(text, isQuery: false), mediaType) }
    switch style {
    case .label:
      guard text.hasPrefix(".") else { throw UnreadableValue("a text that begins with a point") }
      return try list(String(text.dropFirst()), separator: explode ? "." : ",")
    case .matrix:
      guard text.hasPrefix(";") else { throw UnreadableValue("a text that begins with a semicolon") }
      let pairs = text.dropFirst().split(separator: ";").map { pair in
        let name = pair.prefix { $0 != "=" }
        return URLParameter(name: decoded(String(name), isQuery: false), value: String(pair.dropFirst(name.count + 1)))
      }
      guard explode else { return try list(pairs.first?.value ?? "", separator: ",") }
      if types.isArray { return .array(pairs.map { element(decoded($0.value, isQuery: false)) }) }
      if types.isObject { return .object(members(pairs, isQuery: false)) }
      return scalar(decoded(pairs.first?.value ?? "", isQuery: false))
    default: return try list(text, separator: ",")
    }
  }

  /// The value in a header.
  ///
  /// - Throws: `UnreadableValue` as above.
  mutating func header(_ text: String) throws -> JSONValue {
    if let mediaType = parameter.mediaType { return try content(text, mediaType) }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    if types.isArray { return .array(parts.map { element($0) }) }
    if types.isObject { return try .object(object(parts, isQuery: false) { text, _ in text }) }
    return scalar(text)
  }

  /// The value in a query or among the cookies; nil where it is not there. `others` are names that other parameters have.
  ///
  /// - Throws: `UnreadableValue` as above.
  mutating func value(among parameters: [URLParameter], others: Set<String>) throws -> JSONValue? {
    let isQuery = parameter.location == .query
    if style == .deepObject {
      return deep(parameters.filter { $0.name.hasPrefix(parameter.name + "[") })
    }
    let own = parameters.filter { $0.name == parameter.name || $0.name == parameter.name + "[]" }
    if explode, types.isObject, own.isEmpty {
      let members = parameters.filter { item in
        // `filter[age]` is a part of `filter`.
        types.properties[item.name] != nil
          || types.allowsOthers && !others.contains(item.name)
            && !others.contains(String(item.name.prefix { $0 != "[" }))
      }
      return members.isEmpty ? nil : .object(self.members(members, isQuery: isQuery))
    }
    guard let first = own.first else { return nil }
    if let mediaType = parameter.mediaType { return try content(decoded(first.value, isQuery: isQuery), mediaType) }
    if explode || own.count > 1, types.isArray {
      return .array(own.map { element(decoded($0.value, isQuery: isQuery)) })
    }
    switch style {
    case .spaceDelimited:
      return try list(first.value.replacing("%20", with: "+").replacing(" ", with: "+"), separator: "+")
    case .pipeDelimited:
      return try list(first.value.replacing("%7C", with: "|").replacing("%7c", with: "|"), separator: "|")
    case .tabDelimited: return try list(first.value.replacing("%09", with: "\t"), separator: "\t")
    default:
      guard types.isArray || types.isObject else { return scalar(decoded(first.value, isQuery: isQuery)) }
      return try list(first.value, separator: ",", isQuery: isQuery)
    }
  }

  /// The value of a whole query.
  ///
  /// - Throws: `UnreadableValue` as above.
  mutating func query(_ text: String) throws -> JSONValue {
    switch MediaTypeKind(parameter.mediaType ?? "application/x-www-form-urlencoded") {
    case .json: return try content(decoded(text, isQuery: true), "application/json")
    case .urlEncoded: return .object(members(RequestTarget.parameters(in: text[...]), isQuery: true))
    default: return .string(decoded(text, isQuery: true))
    }
  }

  /// What texts between separators are, by the schema's type; the separators are found before escapes are undone.
  private mutating func list(_ text: String, separator: Character, isQuery: Bool = false) throws -> JSONValue {
    if types.isArray || types.isObject {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      if types.isArray { return .array(text.isEmpty ? [] : parts.map { element(decoded($0, isQuery: isQuery)) }) }
      return try .object(object(parts, isQuery: isQuery) { [self] in decoded($0, isQuery: $1) })
    }
    return scalar(decoded(text, isQuery: isQuery))
  }

  /// The members of an object that parts say: `key=value`, or a key and a value in turn.
  private mutating func object(
    _ parts: [String],
    isQuery: Bool,
    _ decode: (String, Bool) -> String
  ) throws -> [String: JSONValue] {
    var pairs: [(String, String)] = []
    if explode, style != .form {
      for part in parts {
        guard let sign = part.firstIndex(of: "=") else { throw UnreadableValue("texts of the form key=value") }
        pairs.append((String(part[..<sign]), String(part[part.index(after: sign)...])))
      }
    } else {
      guard parts.count.isMultiple(of: 2) else { throw UnreadableValue("keys and values in turn") }
      for index in stride(from: 0, to: parts.count, by: 2) { pairs.append((parts[index], parts[index + 1])) }
    }
    var members: [String: JSONValue] = [:]
    for (key, value) in pairs {
      let key = decode(key, isQuery)
      members[key] = member(key, decode(value, isQuery))
    }
    return members
  }

  /// The members of an object that names and values say; a name that is there more than once has a list.
  private mutating func members(_ parameters: [URLParameter], isQuery: Bool) -> [String: JSONValue] {
    var members = RepeatedMembers()
    for item in parameters { members.add(item.name, member(item.name, decoded(item.value, isQuery: isQuery))) }
    return members.members
  }

  /// The value of a member of the object.
  private mutating func member(_ key: String, _ text: String) -> JSONValue {
    let inner = ValueTypes(types.properties[key] ?? types.additional, &flattener)
    if inner.isArray, !inner.allowsScalars {
      return .array([ScalarText.value(text, ValueTypes(inner.items, &flattener).types)])
    }
    return ScalarText.value(text, inner.types)
  }

  /// An object whose members are named in brackets, at any depth: `filter[age][min]=1`.
  private mutating func deep(_ parameters: [URLParameter]) -> JSONValue? {
    guard !parameters.isEmpty else { return nil }
    var result = JSONValue.object([:])
    for item in parameters {
      let keys = item.name.dropFirst(parameter.name.count).split(separator: "[").map { part in
        String(part.hasSuffix("]") ? part.dropLast() : part)
      }
      guard keys.count <= 32 else { continue }
      set(decoded(item.value, isQuery: true), at: keys[...], in: &result, schema: parameter.schema)
    }
    return result
  }

  /// Sets a value in a nested object.
  private mutating func set(
    _ text: String,
    at keys: ArraySlice<String>,
    in value: inout JSONValue,
    schema: RawSchema?
  ) {
    let types = ValueTypes(schema, &flattener)
    guard let key = keys.first else {
      let element = types.isArray ? ValueTypes(types.items, &flattener).types : types.types
      let scalar = ScalarText.value(text, element)
      guard types.isArray else { return value = scalar }
      return value = .array((value.arrayValue ?? []) + [scalar])
    }
    // `a[]=1&a[]=2` and `a[0]=1` are lists.
    if types.isArray, key.isEmpty || Int(key) != nil {
      return value = .array(
        (value.arrayValue ?? []) + [ScalarText.value(text, ValueTypes(types.items, &flattener).types)]
      )
    }
    var inner = value[key] ?? .null
    set(text, at: keys.dropFirst(), in: &inner, schema: types.properties[key] ?? types.additional)
    value[key] = inner
  }

  /// The value of one text.
  private func scalar(_ text: String) -> JSONValue { ScalarText.value(text, types.types) }

  /// The value of an element of a list.
  private mutating func element(_ text: String) -> JSONValue {
    ScalarText.value(text, ValueTypes(types.items, &flattener).types)
  }

  /// A text with escapes undone, in cookies only where the style has them.
  private func decoded(_ text: String, isQuery: Bool) -> String {
    if style == .cookie { return text }
    return isQuery ? RequestTarget.decoded(text) : text.removingPercentEncoding ?? text
  }

  /// The value of a text in a media type.
  private func content(_ text: String, _ mediaType: String) throws -> JSONValue {
    guard MediaTypeKind(mediaType) == .json else { return .string(text) }
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw UnreadableValue("JSON: \(error)")
    }
  }
}

/// A text that has not the form that the document asks for.
struct UnreadableValue: Error {
  /// What was expected.
  let expected: String

  /// Says what was expected.
  init(_ expected: String) { self.expected = expected }
}
