import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

extension Lowerer {
  /// One enumeration where all alternatives are values of one kind: `oneOf` of constants is how documents describe each
  /// value, `anyOf: [string, enum]` how they spell an open enumeration. Nil where an alternative is anything else.
  func enumerationOfAlternatives(
    _ alternatives: [RawSchema],
    of schema: RawSchema
  ) -> (schema: RawSchema, hasOthers: Bool)? {
    var merged = schema
    merged.oneOf = []
    merged.anyOf = []
    merged.enumeration = []
    // The types whose values are not listed: what is listed must be of them.
    var openTypes: Set<RawType> = []
    for alternative in alternatives {
      let resolved = resolve(alternative)
      guard resolved.oneOf.isEmpty, resolved.anyOf.isEmpty, resolved.allOf.isEmpty, resolved.reference == nil,
        resolved.properties.isEmpty, resolved.items == nil
      else { return nil }
      let values = resolved.constant.map { [RawEnumValue($0)] } ?? resolved.enumeration
      guard values.allSatisfy({ $0.value.isScalar }) else { return nil }
      if values.isEmpty {
        guard resolved.format == nil, resolved.effectiveTypes.count == 1,
          [.string, .integer, .number].contains(resolved.effectiveTypes[0])
        else { return nil }
        openTypes.insert(resolved.effectiveTypes[0])
      }
      for var value in values where !value.value.isNull {
        if values.count == 1 {
          let title = resolved.title.flatMap { $0.isBlank || $0.count > 60 ? nil : $0 }
          value.description = value.description ?? resolved.description ?? (title == nil ? resolved.title : nil)
          value.name = value.name ?? title
        }
        merged.enumeration.append(value)
      }
    }
    let kinds = Set(merged.enumeration.compactMap(\.value.scalarType))
    guard !merged.enumeration.isEmpty, openTypes.isEmpty || openTypes == kinds else { return nil }
    // Two booleans are no enumeration, and one alternative of each kind is a union.
    guard !kinds.contains(.boolean), kinds.count == 1 || alternatives.allSatisfy({ resolve($0).constant != nil }) else {
      return nil
    }
    if merged.types.allSatisfy({ $0 == .null }) { merged.types += kinds.sorted { $0.rawValue < $1.rawValue } }
    return (merged, hasOthers: !openTypes.isEmpty)
  }

  /// The enumeration that a schema's listed values make; nil where they make none: booleans, and a single value, which is
  /// a constant unless the schema has a name.
  mutating func enumerationType(
    of schema: RawSchema,
    hasOthers: Bool = false,
    at place: Place,
    namedBy key: SchemaKey?
  ) -> TypeRef? {
    let values = schema.enumeration.filter { !$0.value.isNull }
    guard schema.constant == nil, values.count > 1 || (values.count == 1 && key != nil) else { return nil }
    var cases: [Enumeration.Case] = []
    var seen: Set<Literal> = []
    var isComposite = false
    var unspelled: Set<Enumeration.Composite> = []
    for value in values {
      guard let literal = Literal(value.value), literal.isSpelled else {
        report.add(
          .unsupportedFeature,
          "a listed value that no Swift literal spells gets no case",
          at: value.value.span
        )
        isComposite = true
        if let composite = value.value.composite { unspelled.insert(composite) }
        continue
      }
      guard seen.insert(literal).inserted else { continue }
      cases.append(Enumeration.Case(value: literal, name: value.name, documentation: value.description))
    }
    guard !cases.isEmpty, isComposite || !cases.allSatisfy({ $0.value.isBoolean }) else { return nil }
    let kind = isComposite ? .value : rawKind(of: cases, in: schema, at: place)
    let isOpen = isOpen(kind, count: cases.count, hasOthers: hasOthers, at: place)
    var enumeration = Enumeration(rawKind: kind, cases: cases, isOpen: isOpen, hasOthers: hasOthers)
    enumeration.unspelled = unspelled
    let id = declare(
      Declaration(
        hint: place.hint,
        parent: place.parent,
        kind: .enumeration(enumeration),
        documentation: documentationText(schema.title, schema.description),
        isDeprecated: schema.isDeprecated,
        origin: schema.valuesAreFromProse ? .prose : .declared,
        span: schema.span
      )
    )
    register(id, for: schema, namedBy: key)
    return .declared(id)
  }

  /// What listed values are on the wire. Where they contradict the stated type, neither is believed: any scalar is kept.
  private mutating func rawKind(
    of cases: [Enumeration.Case],
    in schema: RawSchema,
    at place: Place
  ) -> Enumeration.RawKind {
    let types = Set(cases.map(\.value.type))
    let stated = Set(schema.types).subtracting([.null])
    let unstated = types.filter { !stated.contains($0) && !($0 == .integer && stated.contains(.number)) }
    if !stated.isEmpty, !unstated.isEmpty {
      let names = { (types: Set<RawType>) in types.map(\.rawValue).sorted().joined(separator: " or ") }
      report.add(
        .conflictingSchemas,
        "the type of `\(place.path)` is \(names(stated)), but values of type \(names(unstated)) are listed; "
          + "both are allowed",
        at: schema.span
      )
      return .value
    }
    switch types {
    case [.string]: return .string
    case [.integer] where stated != [.number]: return .integer
    case [.integer], [.number], [.integer, .number]:
      return cases.allSatisfy { $0.value.isExactDouble } ? .number : .value
    default: return .value
    }
  }

  /// How many cases a closed enumeration may have: the compiler's time grows with their square.
  private static let closedLimit = 1000

  /// Whether an enumeration at a place keeps values that it does not list.
  mutating func isOpen(_ kind: Enumeration.RawKind, count: Int, hasOthers: Bool, at place: Place) -> Bool {
    let own = choice(options.enumerationOverrides, at: place)
    guard (own ?? options.enumerations) == .closed else { return true }
    let objection: String
    if hasOthers {
      objection = "has other values than the listed ones"
    } else if kind == .value {
      objection = "has values of several types"
    } else if count > Self.closedLimit {
      objection = "lists more than \(Self.closedLimit) values"
    } else {
      return false
    }
    if own == .closed {
      report.add(.unsupportedFeature, "`\(place.path)` \(objection) and stays open", at: place.span)
    }
    return true
  }
}

extension Literal {
  /// A scalar of the document in its one normal form: equal values are equal constants. Nil for an array or an object.
  init?(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .boolean(let boolean): self = .boolean(boolean)
    case .string(let text): self = .string(text)
    case .number(let text):
      let decimal = DecimalText(text)
      if let integer = decimal.integer {
        self = .integer(integer)
      } else if decimal.isExactDouble, let double = Double(text) {
        self = .number("\(double)")
      } else {
        self = .number(text)
      }
    case .array, .object: return nil
    }
  }

  /// The JSON type of the constant.
  var type: RawType {
    switch self {
    case .string: .string
    case .integer: .integer
    case .number(let text): DecimalText(text).isIntegral ? .integer : .number
    case .boolean: .boolean
    case .null: .null
    case .emptyArray: .array
    case .emptyObject: .object
    }
  }

  /// Whether generated code can spell the constant: as a `Double`, or as an integer of 64 bits.
  var isSpelled: Bool {
    guard case .number(let text) = self else { return true }
    return DecimalText(text).isExactDouble || DecimalText(text).unsignedInteger != nil
  }

  /// Whether the constant is true or false.
  fileprivate var isBoolean: Bool { type == .boolean }

  /// Whether the constant is a number that a `Double` spells.
  fileprivate var isExactDouble: Bool {
    switch self {
    case .integer(let value): DecimalText("\(value)").isExactDouble
    case .number(let text): DecimalText(text).isExactDouble
    case .string, .boolean, .null, .emptyArray, .emptyObject: false
    }
  }
}

extension Node {
  /// What the value is where it has parts; nil for a scalar.
  var composite: Enumeration.Composite? { elements != nil ? .array : members != nil ? .object : nil }

  /// Whether the value is neither an array nor an object.
  fileprivate var isScalar: Bool { elements == nil && members == nil }

  /// The JSON type of a scalar; nil for null, an array or an object.
  fileprivate var scalarType: RawType? { isNull ? nil : Literal(self)?.type }
}
