import SchemaIR
import SchemaSource

/// Names of properties and cases.
extension NameAssigner {
  /// Names the properties or cases of a declaration.
  mutating func members(of index: Int) -> [SwiftName] {
    let declaration = api.declarations[index]
    var scope = NameScope()
    let requests: [(NameScope.Request, SourceSpan)]
    switch declaration.kind {
    case .structure(let structure):
      if case .kept = structure.additional { scope.reserved = ["additionalProperties"] }
      requests = structure.properties.map { property in
        let request = request(forProperty: property.key)
        return (overrides.properties.apply(to: request, paths: self.paths(of: property.key, in: index)), property.span)
      }
    case .enumeration(let enumeration):
      requests = enumeration.cases.map { listed in
        let request = NameScope.Request(listed, style: styles.cases)
        let paths = self.paths(of: listed.value.text, in: index)
        return (overrides.cases.apply(to: request, paths: paths), declaration.span)
      }
    case .union(let union):
      requests = union.variants.map { variant in
        let request = NameScope.Request(variant.name, role: .unionCase, style: styles.cases.idiomatic)
        return (overrides.cases.apply(to: request, paths: self.paths(of: variant.name, in: index)), declaration.span)
      }
    case .tuple(let tuple):
      if tuple.rest != nil { scope.reserved = ["rest"] }
      requests = tuple.elements.map { element in
        let request = NameScope.Request(element.name, role: .property, style: styles.properties)
        return (
          overrides.properties.apply(to: request, paths: self.paths(of: element.name, in: index)), declaration.span
        )
      }
    case .alias: return []
    }
    return settle(requests, in: scope)
  }

  /// What a property with this key asks for.
  private mutating func request(forProperty key: String) -> NameScope.Request {
    let role = NameRole.property
    let style = styles.properties
    if let plain = plainNames[key] {
      return NameScope.Request(key, plain: plain, spelled: { role.spelled(key, style) })
    }
    let request = NameScope.Request(key, role: role, style: style)
    plainNames[key] = request.plain
    return request
  }

  /// The keys under which the configuration may name a member: the path's own first.
  private func paths(of member: String, in index: Int) -> [String] {
    paths.map { ["\($0[index]).\(member)", "*.\(member)"] } ?? []
  }
}

extension NameScope.Request {
  /// What a case of an enumeration asks for: the name that the document gives it, else one made of its value. The value
  /// tells cases apart that have one name.
  fileprivate init(_ listed: Enumeration.Case, style: NameStyle) {
    guard let name = listed.name else {
      self.init(listed.value.text, role: .enumCase, style: style)
      return
    }
    let role = NameRole.enumCase
    let spelled = { role.plain("\(name) \(listed.value.text)", style) }
    self.init(listed.value.text, plain: role.plain(name, style), spelled: spelled)
  }
}
