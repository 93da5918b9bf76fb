import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads schema objects and follows nothing: references become keys, and their targets a list to be read later.
///
/// It goes by position alone: what stands inside `properties` is a property whatever it is called, and what stands
/// inside examples, defaults and enumerated values is a value.
final class JSONSchemaReader {
  /// How many schemas may stand inside each other; what lies deeper becomes any JSON.
  static let depthLimit = 100

  /// A schema that some reference names.
  struct Target {
    var key: SchemaKey
    /// The reference as the document spells it.
    var reference: String
    /// The outermost schema around the reference, where the reference is relative to it.
    var scope: Node?
  }

  /// The targets of all references that were read, each once, in order.
  private(set) var targets: [Target] = []

  /// The key for a reference as the document spells it.
  private let keyForReference: (String) -> SchemaKey
  /// Beginnings of references that are relative to the outermost schema around them, for example `#/$defs/`.
  private let localPrefixes: [String]
  /// Keys that were made before, by spelling.
  private var knownKeys: [String: SchemaKey] = [:]
  /// The keys that `targets` holds.
  private var targetKeys: Set<SchemaKey> = []
  /// The outermost schema that is being read.
  private var scope: Node?
  /// How many schemas stand around the one that is being read.
  private var depth = 0

  /// Makes a reader with a format's way to name the targets of references.
  init(localPrefixes: [String] = [], keyForReference: @escaping (String) -> SchemaKey) {
    self.localPrefixes = localPrefixes
    self.keyForReference = keyForReference
  }

  /// Reads a schema, an object or a boolean (JSON Schema 2020-12, section 4.3). References that are relative to an
  /// outermost schema are relative to `scope` where it is given.
  func read(_ node: Node, within scope: Node? = nil, report: inout Report) -> RawSchema {
    let outer = self.scope
    self.scope = scope ?? outer ?? node
    depth += 1
    defer {
      self.scope = outer
      depth -= 1
    }
    var schema = RawSchema(at: node.span)
    switch node.value {
    case .boolean(true): break
    case .boolean(false): schema.isNever = true
    case .object(let members):
      guard depth <= Self.depthLimit else {
        let message = "schemas stand more than \(Self.depthLimit) deep inside each other; this one becomes any JSON"
        report.add(Diagnostic(.nestingTooDeep, message, at: node.span, severity: .warning))
        break
      }
      readMembers(members, into: &schema, report: &report)
    default: report.addUnexpected(node, "a schema", "an object or a boolean")
    }
    return schema
  }

  /// A reference by the spelling that the document gives it.
  func reference(_ spelling: String, at span: SourceSpan) -> RawReference {
    let key: SchemaKey
    if let scope, localPrefixes.contains(where: spelling.hasPrefix) {
      key = localKey(spelling, in: scope)
      if targetKeys.insert(key).inserted { targets.append(Target(key: key, reference: spelling, scope: scope)) }
    } else {
      key = knownKeys[spelling] ?? keyForReference(spelling)
      knownKeys[spelling] = key
      if targetKeys.insert(key).inserted { targets.append(Target(key: key, reference: spelling)) }
    }
    return RawReference(key, at: span)
  }

  /// The key of a target that is named within one outermost schema alone.
  private func localKey(_ spelling: String, in scope: Node) -> SchemaKey {
    let text = keyForReference(spelling).text
    let fragment = text.firstIndex(of: "#") ?? text.endIndex
    return SchemaKey("\(text[..<fragment])@\(scope.span.start)\(text[fragment...])")
  }

  /// Reads the members of a schema object; of equal keys the last counts.
  private func readMembers(_ members: [Member], into schema: inout RawSchema, report: inout Report) {
    var values = EnumerationReader()
    for member in members {
      guard let keyword = SchemaKeyword(spelling: member.key) else { continue }
      switch keyword {
      case .reference, .dynamicReference, .recursiveReference:
        readReference(keyword, member, into: &schema, report: &report)
      case .title, .description, .format, .deprecated, .readOnly, .writeOnly, .nullable, .nullableExtension,
        .defaultValue, .example, .examples, .constant:
        readAnnotation(keyword, member, into: &schema, report: &report)
      case .type, .properties, .required, .additionalProperties, .items, .allOf, .anyOf, .oneOf, .discriminator:
        readShape(keyword, member, into: &schema, report: &report)
      case .enumeration, .enumVariableNames, .enumNames, .enumDescriptions, .enumDescriptionsCamelCase, .apifoxEnum,
        .apidogEnum, .apifox, .apidog:
        values.read(keyword, member, report: &report)
      case .apifoxOrders, .apidogOrders: continue
      case .patternProperties, .prefixItems, .additionalItems, .unevaluatedProperties, .unevaluatedItems:
        readRareShape(keyword, member, into: &schema, report: &report)
      case .not, .contains, .dependentSchemas, .propertyNames, .condition:
        readAssertion(keyword, member, beside: members, into: &schema, report: &report)
      case .consequence, .alternative: continue
      default: schema.constraints.append(RawConstraint(member.key, member.value))
      }
    }
    schema.enumeration = values.values
    for member in members where member.key == "additionalItems" && !schema.prefixItems.isEmpty && schema.items == nil {
      schema.items = nested(member, report: &report).map { Indirect($0) }
    }
    for member in members where member.key == "x-apifox-orders" || member.key == "x-apidog-orders" {
      order(&schema.properties, by: report.strings(of: member).map(\.string))
    }
  }

  /// Reads the keywords that point elsewhere.
  private func readReference(
    _ keyword: SchemaKeyword,
    _ member: Member,
    into schema: inout RawSchema,
    report: inout Report
  ) {
    guard let spelling = member.value.string else {
      return report.addUnexpected(member.value, "'\(member.key)'", "a string")
    }
    guard keyword == .reference else {
      return report.add(.unsupportedFeature, "'\(member.key)' is not followed", at: member.keySpan)
    }
    schema.reference = reference(spelling, at: member.value.span)
  }

  /// Reads the keywords that describe, and the values that the document gives.
  private func readAnnotation(
    _ keyword: SchemaKeyword,
    _ member: Member,
    into schema: inout RawSchema,
    report: inout Report
  ) {
    switch keyword {
    case .title: schema.title = report.filledText(of: member)
    case .description: schema.description = report.filledText(of: member)
    case .format: schema.format = report.filledText(of: member)
    case .deprecated: schema.isDeprecated = report.flag(of: member) ?? false
    case .readOnly: schema.isReadOnly = report.flag(of: member) ?? false
    case .writeOnly: schema.isWriteOnly = report.flag(of: member) ?? false
    case .nullable, .nullableExtension: schema.isNullable = report.flag(of: member) ?? schema.isNullable
    case .constant: schema.constant = member.value
    case .defaultValue: schema.defaultValue = member.value
    case .example: schema.examples.insert(RawExample(member.value), at: 0)
    case .examples: schema.examples += report.elements(of: member).map { RawExample($0) }
    default: break
    }
  }

  /// Puts properties into the order that an export shows; an order that names anything but properties is no such order.
  private func order(_ properties: inout [RawProperty], by names: [String]) {
    let positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(properties.map(\.key))
    guard positions.keys.allSatisfy(keys.contains) else { return }
    properties = properties.enumerated().sorted {
      (positions[$0.element.key] ?? names.count, $0.offset) < (positions[$1.element.key] ?? names.count, $1.offset)
    }.map(\.element)
  }
}
