import SchemaIR

/// Writes how the pages of a list are asked for one after another.
struct PageWriter {
  let pagination: Pagination
  /// The type of a page.
  let page: TypeRef
  let context: EmitContext
  let layout: Layout
  let types: TypePrinter

  /// The type of all pages.
  var result: String { "PageSequence<\(types.text(page)), \(item.map(types.text) ?? "JSONValue")>" }

  /// The type of an item.
  private var item: TypeRef? {
    guard let list = walk(pagination.items)?.type, case .array(let element) = context.resolver.resolved(list) else {
      return nil
    }
    return element
  }

  /// The statement that makes the sequence out of calls of the plain method.
  func statement(_ operation: Operation, name: SwiftName, parameters: [SwiftName]) -> String {
    let arguments: [String]
    var paged: String?
    var closures: [(label: String, text: String)] = [("items", access(pagination.items))]
    switch pagination.style {
    case .link: arguments = ["links: self"]
    case .cursor(let parameter, let next, let more):
      paged = parameter
      arguments = ["cursor: \(local(parameter, of: operation, parameters))"]
      let cursor = cursor(next)
      closures.append(
        (
          "next",
          more.map { keys in
            let isOptional = walk(keys)?.isOptional ?? false
            return isOptional ? "\(access(keys)) == false ? nil : \(cursor)" : "\(access(keys)) ? \(cursor) : nil"
          } ?? cursor
        )
      )
    case .page(let parameter, let first, let more):
      paged = parameter
      arguments =
        ["number: \(local(parameter, of: operation, parameters))"] + (first == 1 ? [] : ["first: \(first)"])
      if let more { closures.append(("more", access(more))) }
    case .offset(let parameter, let more):
      paged = parameter
      arguments = ["offset: \(local(parameter, of: operation, parameters))"]
      if let more { closures.append(("more", access(more))) }
    }
    let method = pagination.style == .link ? "$0.\(name.text)" : qualified(name, parameters)
    let call = layout.call(
      "try await \(method)",
      self.arguments(of: operation, parameters, paged: paged),
      indent: 6
    )
    return statement("PageSequence(\(arguments.joined(separator: ", ")))", [("", call)] + closures)
  }

  /// A call with closures behind it: on one line where they fit, else each on lines of its own.
  private func statement(_ head: String, _ closures: [(label: String, text: String)]) -> String {
    let line = closures.map { "\($0.label.isEmpty ? "" : "\($0.label): "){ \($0.text) }" }.joined(separator: " ")
    if !line.contains("\n"), layout.fits("\(head) \(line)", indent: 4) { return "\(head) \(line)" }
    var text = head
    for (label, inner) in closures { text += (label.isEmpty ? " {" : " \(label): {") + "\n      \(inner)\n    }" }
    return text
  }

  /// What the plain method is given: the method's own parameters, but for the one that says which page is wanted.
  private func arguments(of operation: Operation, _ names: [SwiftName], paged: String?) -> [String] {
    var list = operation.body == nil ? [] : ["body"]
    for isRequired in [true, false] {
      for (parameter, name) in zip(operation.parameters, names) where parameter.isRequired == isRequired {
        let isPaged = parameter.location == .query && parameter.name == paged
        list.append("\(name.label): \(isPaged ? "$0" : name.local)")
      }
    }
    return list
  }

  /// The name of a method where parameters of the same name may hide it.
  private func qualified(_ name: SwiftName, _ parameters: [SwiftName]) -> String {
    parameters.contains(name) || name.declaration != name.text ? "self.\(name.text)" : name.text
  }

  /// The local name of a parameter of the query.
  private func local(_ parameter: String, of operation: Operation, _ names: [SwiftName]) -> String {
    let position = operation.parameters.firstIndex { $0.location == .query && $0.name == parameter }
    return position.map { names[$0].local } ?? "nil"
  }

  /// The expression for the cursor of the next page.
  private func cursor(_ next: Pagination.Cursor) -> String {
    switch next {
    case .place(let keys): return access(keys)
    case .lastItem(let key):
      guard let list = walk(pagination.items), let item, let property = walk([key], from: item) else { return "nil" }
      return "$0\(list.path)\(list.isOptional ? "?" : "").last?\(property.path)"
    }
  }

  /// The expression for a place in a page.
  private func access(_ keys: [String]) -> String { "$0" + (walk(keys)?.path ?? "") }

  /// The type at a place in a page, the way there and whether it may lead nowhere; nil where nothing is there.
  private func walk(_ keys: [String]) -> (type: TypeRef, path: String, isOptional: Bool)? { walk(keys, from: page) }

  /// The same in a value of a type.
  private func walk(_ keys: [String], from start: TypeRef) -> (type: TypeRef, path: String, isOptional: Bool)? {
    var type = start
    var path = ""
    var isOptional = false
    var isChained = false
    for key in keys {
      guard case .declared(let id) = context.resolver.resolved(type),
        case .structure(let structure) = context.api[id].kind,
        let position = structure.properties.firstIndex(where: { $0.key == key })
      else { return nil }
      let property = structure.properties[position]
      path += (isOptional ? "?." : ".") + context.names.members[id.index][position].text
      isChained = isChained || isOptional
      type = property.type
      switch PropertyForm(property, context.resolver) {
      case .required: isOptional = false
      case .nullable, .optional: isOptional = true
      case .optionalNullable:
        path += "?.value"
        isOptional = true
      }
    }
    return (type, path, isOptional || isChained)
  }
}
