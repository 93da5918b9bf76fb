import Foundation
import SchemaDescription
import SchemaDocument

/// A documented body: one value, or the values of a sequence.
struct DocumentedExample {
  /// The name that the document gives it; nil where it has none.
  var name: String?
  /// The values in order; of anything but a sequence exactly one.
  var values: [RawExample]

  /// The documented bodies of a media type. What reading took apart, the events of a stream, is put together again.
  static func examples(of content: MediaTypeDescription) -> [DocumentedExample] {
    switch MediaTypeKind(content.mediaType) {
    case .eventStream, .jsonLines: break
    case .json, .multipart, .urlEncoded, .text, .binary:
      return content.examples.map { DocumentedExample(name: $0.name, values: [$0]) }
    }
    var examples: [DocumentedExample] = []
    var number = 0
    for value in content.examples {
      let (name, next) = position(value.name)
      if let next, next == number + 1, number > 0, examples.last?.name == name {
        examples[examples.count - 1].values.append(value)
      } else {
        examples.append(DocumentedExample(name: name, values: [value]))
      }
      number = next ?? 0
    }
    return examples
  }

  /// What stands before `event 3` or `line 3` in a name, and the number.
  private static func position(_ name: String?) -> (name: String?, number: Int?) {
    guard let name else { return (nil, nil) }
    for kind in ["event ", "line "] {
      guard let range = name.range(of: kind, options: .backwards), let number = Int(name[range.upperBound...]) else {
        continue
      }
      let rest = name[..<range.lowerBound]
      if rest.isEmpty { return (nil, number) }
      if rest.hasSuffix(", ") { return (String(rest.dropLast(2)), number) }
      if rest.hasSuffix(": ") { return (String(rest.dropLast(2)), number) }
    }
    return (name, nil)
  }
}
