#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What an encoded value looks like to a format that is flatter than JSON: parameters and forms.
enum EncodedShape {
  /// Nothing.
  case null
  /// A string, number or boolean, as text.
  case scalar(String)
  /// An array.
  case list([EncodingNode.Entry])
  /// An object.
  case members([(key: String, entry: EncodingNode.Entry)])
  /// A file.
  case file(FileUpload)
  /// Bytes.
  case data(Data)

  /// The shape of any value.
  init<Value: Encodable>(encoding value: Value) throws {
    // What most parameters are needs no encoder.
    if Value.self == String.self, let text = value as? String {
      self = .scalar(text)
    } else if Value.self == Int.self, let number = value as? Int {
      self = .scalar(String(number))
    } else {
      self.init(.node(try JSONCoding.node(value)))
    }
  }

  /// The shape of an encoded part.
  init(_ entry: EncodingNode.Entry) {
    switch entry {
    case .value(let value): self.init(value)
    case .data(let data): self = .data(data)
    case .node(let node):
      switch node.content {
      case .empty: self = .members([])
      case .value(let value): self.init(value)
      case .array(let elements): self = .list(elements)
      case .object(let members): self = .members(members)
      case .file(let file): self = .file(file)
      }
    }
  }

  /// The shape of a JSON value; members of an object are sorted.
  private init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .scalar(value ? "true" : "false")
    case .number(let value): self = .scalar(value.description)
    case .string(let value): self = .scalar(value)
    case .array(let elements): self = .list(elements.map(EncodingNode.Entry.value))
    case .object(let members):
      self = .members(members.sorted { $0.key < $1.key }.map { ($0.key, .value($0.value)) })
    }
  }
}

extension EncodingNode.Entry {
  /// The value as one text: a scalar as it is, an array or object as JSON; nil for null.
  var text: String? {
    switch EncodedShape(self) {
    case .null: return nil
    case .scalar(let text): return text
    case .file(let file): return file.filename
    case .data(let data): return data.base64EncodedString()
    case .list, .members:
      var text = JSONText()
      text.write(self)
      return String(decoding: text.bytes, as: UTF8.self)
    }
  }
}
