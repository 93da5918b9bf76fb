import SchemaIR

/// Where each declaration stands among the schemas, as the configuration and the diagnostics write it.
struct DeclarationPaths {
  /// Paths by the declarations' indices.
  private let paths: [String]

  /// Joins what every declaration is to the one around it.
  init(_ api: API) {
    var paths: [String?] = api.declarations.map { _ in nil }
    for index in api.declarations.indices where paths[index] == nil {
      // From the inside out to the first path that is known, then back; a circle of parents ends at its own begin.
      var pending: [Int] = []
      var seen: Set<Int> = []
      var next: Int? = index
      while let current = next, paths[current] == nil, seen.insert(current).inserted {
        pending.append(current)
        next = api.declarations[current].parent.map(\.index)
      }
      for current in pending.reversed() {
        let declaration = api.declarations[current]
        let parent = declaration.parent.flatMap { paths[$0.index] }
        paths[current] = Self.path(of: declaration.hint, within: parent, in: api)
      }
    }
    self.paths = paths.map { $0 ?? "" }
  }

  /// The path of a declaration.
  subscript(_ index: Int) -> String { paths[index] }

  /// A path as it is looked up: however many arrays and maps an element is in, it has one pair of brackets.
  static func normalized(_ path: String) -> String {
    var text = path
    for (from, to) in [("{}", "[]"), ("[][]", "[]")] {
      while text.contains(from) { text.replace(from, with: to) }
    }
    return text
  }

  /// What a hint adds to the path of the declaration around it.
  private static func path(of hint: NameHint, within parent: String?, in api: API) -> String {
    switch hint {
    case .component(let name): return name
    case .property(let key, let isElement): return (parent.map { $0 + "." } ?? "") + key + (isElement ? "[]" : "")
    case .variant(let name): return "\(parent ?? "")<\(name)>"
    case .operation(let index, let role):
      guard api.operations.indices.contains(index) else { return parent ?? "" }
      let operation = api.operations[index]
      return "\(operation.id ?? "\(operation.method) \(operation.path)") \(text(of: role))"
    }
  }

  /// What a type is to its operation.
  static func text(of role: OperationRole) -> String {
    switch role {
    case .request: "request"
    case .alternative(let name): "request in \(name)"
    case .response: "response"
    case .event: "event"
    case .success(let status): "\(status) response"
    case .failure(let status): status.map { "\($0) response" } ?? "default response"
    case .parameter(let name): name
    case .element(let list): text(of: list) + "[]"
    case .headers(let response): text(of: response) + " headers"
    }
  }
}
