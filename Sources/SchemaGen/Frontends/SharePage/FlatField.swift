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

  /// What the page says of the field: its title and its description, on lines of their own.
  var description: String? {
    let parts = [PageProse.join(title), PageProse.join(details)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }
}
