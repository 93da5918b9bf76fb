import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Finds out how the pages of lists follow each other.
  mutating func findPages() {
    var choices = OperationChoices(options.pages)
    for index in api.operations.indices where api.operations[index].kind == .call {
      if let choice = choices.choice(for: api.operations[index]) {
        api.operations[index].pagination = pagination(of: index, as: choice)
      } else if options.pagination == .recognised {
        api.operations[index].pagination = pagination(of: index)
      }
    }
    choices.reportUnused(&report)
  }

  /// How the pages of an operation follow each other by all that is known by its name; nil where it has none.
  private func pagination(of index: Int) -> Pagination? {
    let operation = api.operations[index]
    guard operation.method == "GET" || operation.method == "QUERY" else { return nil }
    let isLinked = hasLinkHeader(operation)
    let parameters = operation.parameters.filter(isUsable).map { ($0, PageNames.folded($0.name)) }
    guard isLinked || parameters.contains(where: { PageNames.places.contains($0.1) }),
      case .content(let page) = operation.outcome, page.coding == .json, let items = items(of: page.type)
    else { return nil }
    if isLinked { return Pagination(.link, items: items) }
    let more = place(of: PageNames.mores, in: page.type) { resolved($0) == .scalar(.boolean) }
    for (parameter, name) in parameters where PageNames.cursors.contains(name) {
      guard
        let next = cursor(for: parameter, hasMore: more != nil, in: page.type)
          ?? lastItem("id", for: parameter, hasMore: more != nil, in: type(at: items, in: page.type))
      else { continue }
      return Pagination(.cursor(parameter: parameter.name, next: next, more: more), items: items)
    }
    let isSized = operation.parameters.contains { PageNames.sizes.contains(PageNames.folded($0.name)) }
    guard isSized || more != nil || place(of: PageNames.totals, in: page.type, where: isInteger) != nil else {
      return nil
    }
    for (parameter, name) in parameters where isInteger(parameter.type) {
      if PageNames.pages.contains(name) {
        let first = firstPage(of: parameter, of: index)
        return Pagination(.page(parameter: parameter.name, first: first, more: more), items: items)
      }
      if PageNames.offsets.contains(name) {
        return Pagination(.offset(parameter: parameter.name, more: more), items: items)
      }
    }
    return nil
  }

  /// How the pages of an operation follow each other as the configuration says; what it does not say goes by the names.
  private mutating func pagination(of index: Int, as choice: Located<PaginationOption>) -> Pagination? {
    let (operation, option) = (api.operations[index], choice.value)
    guard let style = option.style, style != .off else { return nil }
    func fail(_ message: String) -> Pagination? {
      report.add(.unusedSetting, message, at: choice.span)
      return nil
    }
    let name = operation.id ?? "\(operation.method) \(operation.path)"
    guard case .content(let page) = operation.outcome, page.coding == .json else {
      return fail("`\(name)` answers with no JSON that could be a page")
    }
    let place = { (text: String?) in
      text.map { $0.isEmpty || $0 == "." ? [] : $0.split(separator: ".").map(String.init) }
    }
    guard let items = place(option.items) ?? items(of: page.type), isList(type(at: items, in: page.type)) else {
      return fail("the response of `\(name)` has no list at `\(option.items ?? "items")`")
    }
    if style == .link { return Pagination(.link, items: items) }
    let more =
      place(option.more)
      ?? self.place(of: PageNames.mores, in: page.type) { resolved($0) == .scalar(.boolean) }
    if let more, type(at: more, in: page.type).map(resolved) != .scalar(.boolean) {
      return fail("the response of `\(name)` has nothing that is true or false at `\(option.more ?? "more")`")
    }
    let known: Set<String> =
      switch style {
      case .cursor: PageNames.cursors
      case .page: PageNames.pages
      default: PageNames.offsets
      }
    let parameter = operation.parameters.first { parameter in
      isUsable(parameter)
        && option.parameter.map { $0 == parameter.name } ?? known.contains(PageNames.folded(parameter.name))
    }
    guard let parameter else {
      let wanted = option.parameter.map { " called `\($0)`" } ?? " for a \(style.rawValue)"
      return fail("`\(name)` has no query parameter\(wanted) that may be left out")
    }
    switch style {
    case .cursor:
      let next: Pagination.Cursor?
      if let text = option.next, let mark = text.firstRange(of: "[-1].") {
        let key = String(text[mark.upperBound...])
        let isOfItems = place(String(text[..<mark.lowerBound])) == items
        next = isOfItems ? lastItem(key, for: parameter, in: type(at: items, in: page.type)) : nil
      } else if let keys = place(option.next) {
        next = type(at: keys, in: page.type).map(resolved) == resolved(parameter.type) ? .place(keys) : nil
      } else {
        next = cursor(for: parameter, hasMore: more != nil, in: page.type)
      }
      guard let next else {
        return fail("the response of `\(name)` has no next `\(parameter.name)` at `\(option.next ?? "next")`")
      }
      return Pagination(.cursor(parameter: parameter.name, next: next, more: more), items: items)
    case .page, .offset, .link, .off:
      guard isInteger(parameter.type) else { return fail("`\(parameter.name)` of `\(name)` is no integer") }
      if style == .offset { return Pagination(.offset(parameter: parameter.name, more: more), items: items) }
      let first = option.first ?? firstPage(of: parameter, of: index)
      return Pagination(.page(parameter: parameter.name, first: first, more: more), items: items)
    }
  }

  /// Whether a call may or may not give a parameter of the query.
  private func isUsable(_ parameter: Parameter) -> Bool {
    parameter.location == .query && parameter.presence == .optional
  }

  /// Whether a type is that of whole numbers.
  private func isInteger(_ type: TypeRef) -> Bool {
    guard case .scalar(let scalar) = resolved(type) else { return false }
    return scalar.jsonType == .integer
  }

  /// Whether a type is a list.
  private func isList(_ type: TypeRef?) -> Bool {
    guard let type, case .array = resolved(type) else { return false }
    return true
  }

  /// Whether the header `Link` is documented for a success.
  private func hasLinkHeader(_ operation: Operation) -> Bool {
    operation.successes.contains { response in
      response.headers.flatMap { structure($0) }?.structure.properties.contains { $0.key.lowercased() == "link" }
        ?? false
    }
  }

  /// Where the items of a page stand: the page itself, its list of a usual name, or its only one.
  private func items(of page: TypeRef) -> [String]? {
    guard !isNullable(page) else { return nil }
    if isList(page) { return [] }
    guard let (_, structure) = structure(page) else { return nil }
    let lists = structure.properties.filter {
      isList($0.type) && !$0.isDeprecated && !PageNames.others.contains(PageNames.folded($0.key))
    }
    for name in PageNames.items {
      if let list = lists.first(where: { PageNames.folded($0.key) == name }) { return [list.key] }
    }
    return lists.count == 1 ? [lists[0].key] : nil
  }

  /// The place of a property of a page that is called so and is of the right type, in the page or an object that says
  /// nothing but what is to be said of pages.
  private func place(of names: Set<String>, in page: TypeRef, where isRight: (TypeRef) -> Bool) -> [String]? {
    guard let (_, structure) = structure(page) else { return nil }
    func find(in properties: [Property]) -> String? {
      properties.first { names.contains(PageNames.folded($0.key)) && !$0.isDeprecated && isRight($0.type) }?.key
    }
    if let key = find(in: structure.properties) { return [key] }
    for holder in structure.properties where PageNames.containers.contains(PageNames.folded(holder.key)) {
      guard !holder.isDeprecated, let (_, inner) = self.structure(holder.type) else { continue }
      if let key = find(in: inner.properties) { return [holder.key, key] }
    }
    return nil
  }

  /// Where a page holds the next value of a parameter, of the very same type.
  private func cursor(for parameter: Parameter, hasMore: Bool, in page: TypeRef) -> Pagination.Cursor? {
    let type = resolved(parameter.type)
    guard case .scalar(let scalar) = type, scalar.jsonType == .string || scalar.jsonType == .integer else { return nil }
    if let next = place(of: PageNames.nexts, in: page, where: { resolved($0) == type }) { return .place(next) }
    return hasMore ? place(of: PageNames.lasts, in: page) { resolved($0) == type }.map { .place($0) } : nil
  }

  /// The property of the last item that a parameter takes, of the very same type, where its name says that it takes one
  /// and a page says whether there are more.
  private func lastItem(
    _ key: String,
    for parameter: Parameter,
    hasMore: Bool,
    in list: TypeRef?
  ) -> Pagination.Cursor? {
    guard hasMore, PageNames.afters.contains(PageNames.folded(parameter.name)) else { return nil }
    return lastItem(key, for: parameter, in: list)
  }

  /// The property of the items of a list that is of a parameter's type; nil where they have none.
  private func lastItem(_ key: String, for parameter: Parameter, in list: TypeRef?) -> Pagination.Cursor? {
    guard let list, case .array(let item) = resolved(list), !isNullable(item), let (_, structure) = structure(item),
      let property = structure.properties.first(where: { $0.key == key }),
      resolved(property.type) == resolved(parameter.type)
    else { return nil }
    return .lastItem(key)
  }

  /// The number of the first page: what the document says that is there without the parameter, or at least.
  private func firstPage(of parameter: Parameter, of index: Int) -> Int {
    let described = description.operations[index].parameters.first {
      $0.location == .query && $0.name == parameter.name
    }
    if let text = described?.schema?.defaultValue?.number, let first = Int(text), first == 0 || first == 1 {
      return first
    }
    let minimum = described?.schema?.constraints.last { $0.keyword == "minimum" }?.value.number
    return minimum == "0" ? 0 : 1
  }
}
