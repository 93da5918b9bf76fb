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

  /// The vocabulary of the document.
  var dialect = Dialect.openAPI
  /// How references become keys.
  enum Naming {
    /// As a format spells them, with the beginnings of those that are relative to the outermost schema around them.
    case spelled((String) -> SchemaKey, localPrefixes: [String])
    /// By what they lead to.
    case located(ReferenceResolver)
  }

  /// Where the schema stands that is being read.
  struct Scope {
    /// The outermost schema around it.
    var outermost: Node
    /// What references in it are relative to; nil where they are spelled in a format's own way.
    var resource: SchemaResource?
  }

  /// The targets of all references that were read, each once, in order.
  var targets: [SchemaTarget] = []
  /// How many of the targets were looked at to be read.
  var targetsRead = 0
  /// How references become keys.
  let naming: Naming
  /// Keys that were made before, by spelling, for each resource.
  var knownKeys: [ObjectIdentifier?: [String: SchemaKey]] = [:]
  /// The keys of references that lead nowhere, which was told.
  var brokenKeys: Set<SchemaKey> = []
  /// Finds definitions within the outermost schema that was asked last.
  var localIndex: (outermost: SourceSpan, index: PointerIndex)?
  /// The keys that `targets` holds.
  var targetKeys: Set<SchemaKey> = []
  /// Where the schema stands that is being read.
  private(set) var scope: Scope?
  /// How many schemas stand around the one that is being read.
  private var depth = 0
  /// The schemas that a format names by itself, where references are kept as they are spelled.
  var namedNodes: [SchemaKey: Node] = [:]
  /// Where the schemas stand that other schemas are spread into right now.
  var spreadPath: Set<SourceSpan> = []
  /// Members of schemas of which nothing is read.
  var unread: [Member] = []
  /// Schemas that were spread into others, by where they stand.
  var spreadTargets: [SourceSpan: RawSchema] = [:]

  /// In which the vocabularies of formats differ for the reader.
  enum Dialect: Sendable {
    case openAPI, swagger
    /// What stands beside a reference is a copy of its target, and not to be read.
    case apifox
  }

  /// Makes a reader with a format's way to name the targets of references.
  init(_ naming: Naming) { self.naming = naming }

  /// Reads a schema, an object or a boolean (JSON Schema 2020-12, section 4.3). A schema that is not within another one
  /// is read within `scope` where that is given.
  func read(_ node: Node, within scope: Scope? = nil, report: inout Report) -> RawSchema {
    let outer = self.scope
    var entersResource = outer == nil || scope != nil
    if entersResource { self.scope = scope ?? Scope(outermost: node, resource: rootResource(at: node)) }
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
      if members.contains(where: { $0.key == "$id" }), enterResource(at: node) { entersResource = true }
      if entersResource { addDynamicAnchors(to: &schema) }
      readMembers(members, into: &schema, report: &report)
    default: report.addUnexpected(node, "a schema", "an object or a boolean")
    }
    return schema
  }

  /// Makes references relative to the schema that begins here, where it has an identifier of its own (JSON Schema
  /// 2020-12, section 8.2.1); whether it has.
  private func enterResource(at node: Node) -> Bool {
    guard case .located(let resolver) = naming, let resource = scope?.resource,
      let inner = resolver.innerResource(at: node.span, in: resource)
    else { return false }
    scope?.resource = inner
    return true
  }

  /// Reads the members of a schema object; of equal keys the last counts.
  func readMembers(_ members: [Member], into schema: inout RawSchema, report: inout Report) {
    var values = EnumerationReader()
    var hasLayout = false
    var hasCopy = false
    let isCopy = dialect == .apifox && members.contains { $0.key == "$ref" && $0.value.string != nil }
    for member in members {
      guard let keyword = SchemaKeyword(spelling: member.key) else {
        if member.key == ConvertedKey.keywords {
          return readKept(member, beside: members, into: &schema, report: &report)
        }
        readOther(member, into: &schema, report: &report)
        continue
      }
      if isCopy, !keyword.standsBesideReference {
        hasCopy = true
        if keyword == .type { readNull(in: member, into: &schema) }
        continue
      }
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
      case .apifoxOrders, .apidogOrders, .apifoxReferences, .apidogReferences: hasLayout = true
      case .patternProperties, .prefixItems, .additionalItems, .unevaluatedProperties, .unevaluatedItems:
        readRareShape(keyword, member, into: &schema, report: &report)
      case .not, .contains, .dependentSchemas, .propertyNames, .condition:
        readAssertion(keyword, member, beside: members, into: &schema, report: &report)
      case .consequence, .alternative: continue
      default: schema.constraints.append(RawConstraint(member.key, member.value))
      }
    }
    if hasCopy {
      let message = "what stands beside this reference is a copy of its target and left out"
      report.add(.ignoredText, message, at: schema.span)
    }
    schema.enumeration = values.values
    readIntegerOrString(members, into: &schema)
    for member in members where member.key == "additionalItems" && !schema.prefixItems.isEmpty && schema.items == nil {
      schema.items = nested(member, report: &report).map { Indirect($0) }
    }
    if hasLayout { applyApifox(members, to: &schema, report: &report) }
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
    case .description: schema.description = report.filledText(of: withText(member))
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

  /// Notes that `type` allows null, where nothing else that it says counts.
  private func readNull(in member: Member, into schema: inout RawSchema) {
    if (member.value.elements ?? [member.value]).contains(where: { $0.string == "null" }) { schema.isNullable = true }
  }
}
