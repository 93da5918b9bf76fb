#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A JSON value under construction; members keep the order in which they are written.
final class EncodingNode {
  /// What the node is so far.
  enum Content {
    /// Nothing was written; ends as an empty object, as a type without properties writes nothing.
    case empty
    /// A finished value.
    case value(JSONValue)
    /// An array.
    case array([Entry])
    /// An object.
    case object([(key: String, entry: Entry)])
    /// A file; in JSON its name.
    case file(FileUpload)
  }

  /// A part of an array or object.
  enum Entry {
    /// A finished value.
    case value(JSONValue)
    /// Bytes; in JSON their base64 form.
    case data(Data)
    /// A value under construction.
    case node(EncodingNode)
  }

  /// What the node is so far.
  var content: Content = .empty
  /// Where each key stands in the object; kept only once a member was set, not appended.
  private var places: [String: Int]?

  /// Makes the node an object unless it is one.
  func openObject() {
    if case .object = content { return }
    content = .object([])
  }

  /// Makes the node an array unless it is one.
  func openArray() {
    if case .array = content { return }
    content = .array([])
  }

  /// Adds a member to the object; the key must be new.
  func append(_ key: String, _ entry: Entry) {
    guard case .object(var members) = content else { return }
    content = .empty
    members.append((key, entry))
    content = .object(members)
    places = nil
  }

  /// Adds a member to the object or replaces the one with the same key.
  func set(_ key: String, _ entry: Entry) {
    guard case .object(var members) = content else { return }
    content = .empty
    var places = self.places ?? Dictionary(members.indices.map { (members[$0].key, $0) }) { _, last in last }
    self.places = nil
    if let place = places[key] {
      members[place].entry = entry
    } else {
      places[key] = members.count
      members.append((key, entry))
    }
    content = .object(members)
    self.places = places
  }

  /// Adds an element to the array.
  func append(_ entry: Entry) {
    guard case .array(var elements) = content else { return }
    content = .empty
    elements.append(entry)
    content = .array(elements)
  }

  /// The keys of the object.
  var keys: Set<String> { if case .object(let members) = content { Set(members.map(\.key)) } else { [] } }

  /// How many elements the array has.
  var count: Int { if case .array(let elements) = content { elements.count } else { 0 } }

  /// The finished value.
  var value: JSONValue {
    switch content {
    case .empty: .object([:])
    case .value(let value): value
    case .file(let file): .string(file.filename)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members): .object(Dictionary(members.map { ($0.key, $0.entry.value) }) { _, last in last })
    }
  }
}

extension EncodingNode.Entry {
  /// The finished value.
  var value: JSONValue {
    switch self {
    case .value(let value): value
    case .data(let data): .string(data.base64EncodedString())
    case .node(let node): node.value
    }
  }
}
