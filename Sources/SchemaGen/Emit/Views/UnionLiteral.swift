import Mustache
import SchemaIR

/// An initializer that makes a variant of a union of a literal, where only one variant can be meant.
struct UnionLiteral: MustacheParent {
  let documentation: String
  let initializer: String
  /// The protocol that the initializer is for.
  let conformance: String

  /// A kind of literal.
  fileprivate enum Kind: String, CaseIterable {
    case array, boolean, float, integer, string

    /// The protocol's name.
    var conformance: String { "ExpressibleBy\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst())Literal" }
  }

  /// The literals of a union's variants.
  static func all(of union: Union, names: [SwiftName], in scope: EmitScope) -> [UnionLiteral] {
    let variants = variants(of: union, scope.resolver)
    return Kind.allCases.compactMap { kind in
      guard let indices = variants[kind], indices.count == 1 else { return nil }
      return UnionLiteral(kind, union.variants[indices[0]].type, name: names[indices[0]].text, in: scope)
    }
  }

  /// The positions of the variants that each kind of literal may mean.
  private static func variants(of union: Union, _ resolver: TypeResolver) -> [Kind: [Int]] {
    var variants: [Kind: [Int]] = [:]
    var listed: [Int] = []
    for (index, variant) in union.variants.enumerated() where !resolver.isNullable(variant.type) {
      switch resolver.resolved(variant.type) {
      case .scalar(.string): variants[.string, default: []].append(index)
      case .scalar(.int): variants[.integer, default: []].append(index)
      case .scalar(.double): variants[.float, default: []].append(index)
      case .scalar(.boolean): variants[.boolean, default: []].append(index)
      case .array: variants[.array, default: []].append(index)
      case .declared(let id):
        guard case .enumeration(let enumeration) = resolver.api[id].kind else { continue }
        if enumeration.rawKind == .string, enumeration.isEmittedOpen { listed.append(index) }
      default: continue
      }
    }
    // A string that is listed nowhere is a plain one where there are both.
    if variants[.string] == nil { variants[.string] = listed }
    return variants
  }

  /// Whether a union can be made of a text.
  static func takesText(_ union: Union, _ resolver: TypeResolver) -> Bool {
    variants(of: union, resolver)[.string]?.count == 1
  }

  /// The beginning of a declaration with the protocols of literals, up to the opening brace.
  static func head(_ start: String, _ conformances: [String], _ layout: Layout) -> String {
    var lines = [start]
    for conformance in conformances {
      let next = ", " + conformance
      if layout.fits(lines[lines.count - 1] + next + ",", indent: 0) {
        lines[lines.count - 1] += next
      } else {
        lines[lines.count - 1] += ","
        lines.append("  " + conformance)
      }
    }
    return lines.count == 1 ? lines[0] + " {" : lines.joined(separator: "\n") + "\n{"
  }

  private init(_ kind: Kind, _ type: TypeRef, name: String, in scope: EmitScope) {
    conformance = kind.conformance
    documentation = " Makes the variant `\(name)`."
    let value: String
    let argument: String
    switch (kind, scope.resolver.resolved(type)) {
    case (.array, .array(let element)):
      argument = "arrayLiteral value: \(scope.types.text(element))..."
      value = "value"
    case (.string, .declared):
      argument = "stringLiteral value: String"
      // The type is not named: in a script without capitals, the variant has the same name.
      value = ".init(rawValue: value)"
    default:
      argument = "\(kind.rawValue)Literal value: \(scope.types.core(.scalar(kind.scalar)))"
      value = "value"
    }
    initializer = scope.layout.pair(
      "\(scope.access)init(\(argument)) {",
      "self = .\(name)(\(value)) }",
      indent: 2
    )
  }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": documentation
    case "initializer": initializer
    default: nil
    }
  }
}

extension UnionLiteral.Kind {
  /// The type of the literal's value.
  fileprivate var scalar: Scalar {
    switch self {
    case .array: .json
    case .boolean: .boolean
    case .float: .double
    case .integer: .int
    case .string: .string
    }
  }
}
