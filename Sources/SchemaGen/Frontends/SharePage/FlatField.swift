import SchemaDocument
import SchemaSource

/// One field of a list as it stands on the page, before its place in the tree is known.
struct FlatField {
  /// A value that the page gives for the field: text, or JSON where it takes several lines.
  enum Value {
    case text(PageLine)
    case node(Node)
  }

  /// The key.
  var name: PageLine
  var type: FieldType
  /// Where the name and the type stand.
  var span: SourceSpan
  /// Whether the page calls the field required; nil where it does not say.
  var isRequired: Bool?
  var isDeprecated = false
  /// The lines between the type and the marker.
  var title: [PageLine] = []
  /// The lines behind the marker.
  var details: [PageLine] = []
  var examples: [Value] = []
  var defaults: [Value] = []
  var enumeration: [PageLine] = []
  /// The lines that bound its values.
  var bounds: [FieldBounds] = []
  /// What the page says of each listed value; empty where it says nothing.
  var explanations: [PageLine] = []
  /// Listed values with nothing between them.
  var gluedValues: PageLine?

  /// What the page says of the field: its title and its description, on lines of their own.
  var description: String? {
    let parts = [PageProse.join(title), PageProse.join(details)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }

  /// Takes the explanations out of the listed values, where each value has one in another script on the next line.
  mutating func describeValues() {
    guard enumeration.count >= 2, enumeration.count.isMultiple(of: 2) else { return }
    let isASCII = enumeration.map { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    guard isASCII.enumerated().allSatisfy({ $0.element == $0.offset.isMultiple(of: 2) }) else { return }
    explanations = stride(from: 1, to: enumeration.count, by: 2).map { enumeration[$0] }
    enumeration = stride(from: 0, to: enumeration.count, by: 2).map { enumeration[$0] }
  }

  /// Where everything stands that the page says of the field.
  func extent(in file: SourceFile) -> SourceSpan {
    let lines = title + details + enumeration + explanations
    var extent = lines.reduce(span) { $0.union($1.span(in: file)) }
    for value in examples + defaults {
      switch value {
      case .text(let line): extent = extent.union(line.span(in: file))
      case .node(let node): extent = extent.union(node.span)
      }
    }
    return extent
  }
}
