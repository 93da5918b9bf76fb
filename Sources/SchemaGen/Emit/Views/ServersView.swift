import Mustache
import SchemaIR

/// The base URLs of an API that has several, or such as are put together, as `servers.mustache` shows them.
struct ServersView: MustacheParent {
  /// The name of the enumeration that holds them: not the namespace's, which must be seen from within.
  static func name(in namespace: SwiftName) -> String { namespace.text == "Servers" ? "BaseURLs" : "Servers" }

  /// Whether there is more to say than the client's default.
  static func isNeeded(for api: API) -> Bool {
    let servers = usable(in: api)
    guard api.operations.contains(where: { $0.kind == .call }) else { return false }
    return servers.count > 1 || servers.contains { !$0.variables.isEmpty }
  }

  /// One base URL.
  private struct ServerView: MustacheParent {
    let documentation: [String]
    let declaration: String
    /// Whether a blank line stands before it.
    let isSeparated: Bool

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "declaration": declaration
      case "isSeparated": isSeparated
      default: nil
      }
    }
  }

  /// The values of a variable.
  private struct VariableView: MustacheParent {
    let access: String
    let name: String
    let documentation: [String]
    let cases: [String]

    func child(named name: String) -> Any? {
      switch name {
      case "access": access
      case "name": self.name
      case "documentation": Block.text(documentation)
      case "cases": Block.text(cases)
      default: nil
      }
    }
  }

  let access: String
  private let name: String
  private let servers: [ServerView]
  private let variables: [VariableView]

  init(_ context: EmitContext) {
    access = context.access
    name = ServersView.name(in: context.names.namespace)
    let servers = ServersView.usable(in: context.api)
    let layout = Layout(depth: context.names.topDepth)
    let (lists, positions) = ServersView.lists(of: servers)
    let serverNames = ServersView.names(of: servers)
    let listNames = ServersView.names(of: lists, avoiding: name)
    variables = zip(lists, listNames).map { variable, name in
      let cases = ServersView.cases(of: variable).map { name, value in
        let plain = SwiftName(name).declaration
        return name == value ? "case \(plain)" : "case \(plain) = \(StringLiteral.quoted(value))"
      }
      return VariableView(
        access: context.access,
        name: name,
        documentation: DocumentationComment.lines(
          variable.documentation,
          fallback: "Values of \(StringLiteral.shown(variable.name))."
        ),
        cases: cases
      )
    }
    self.servers = zip(servers, serverNames).enumerated().map { index, pair in
      let (server, name) = pair
      var documentation = DocumentationComment.lines(server.documentation, fallback: server.template ?? server.url)
      if server.variables.isEmpty {
        let head = "\(context.access)static let \(name): Server ="
        let declaration = layout.pair(head, StringLiteral.quoted(server.url), indent: 2)
        return ServerView(documentation: documentation, declaration: declaration, isSeparated: index > 0)
      }
      let names = NameScope().names(for: server.variables.map { NameScope.Request($0.name, role: .parameter) }).names
      var parameters: [String] = []
      var url = server.template ?? server.url
      var notes: [String] = []
      for (variable, raw) in zip(server.variables, names) {
        let name = SwiftName(raw)
        notes += DocumentationComment.lines(
          parameter: name.text,
          variable.documentation,
          fallback: "What stands for \(StringLiteral.shown(variable.name))."
        )
        if let list = positions[ValueList(variable)],
          let standard = ServersView.cases(of: variable).first(where: { $0.value == variable.standard })
        {
          parameters.append("\(name.label): \(listNames[list]) = .\(SwiftName(standard.name).text)")
          url = url.replacing("{\(variable.name)}", with: "\\(\(name.local).rawValue)")
        } else {
          parameters.append("\(name.label): String = \(StringLiteral.quoted(variable.standard))")
          url = url.replacing("{\(variable.name)}", with: "\\(\(name.local))")
        }
      }
      documentation += [""] + notes
      let head = layout.call("\(context.access)static func \(name)", parameters, tail: " -> Server {", indent: 2)
      return ServerView(
        documentation: documentation,
        declaration: "\(head)\n    \"\(url)\"\n  }",
        isSeparated: index > 0
      )
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "name": self.name
    case "documentation": Block.text([" The base URLs that the document names."])
    case "servers": servers
    case "variables": variables
    default: nil
    }
  }

  /// The base URLs that can stand in generated code, each once.
  private static func usable(in api: API) -> [Server] {
    var known: Set<String> = []
    return api.servers.compactMap { server in
      var server = server
      while server.template?.hasSuffix("/") ?? false { server.template?.removeLast() }
      var sample = server.template ?? server.url
      server.variables.removeAll { !sample.contains("{\($0.name)}") }
      for variable in server.variables { sample = sample.replacing("{\(variable.name)}", with: "https") }
      // A scheme is chosen among its values, all else may be anything that a URL holds.
      guard ServerURL.isAbsolute(server.url), ServerURL.isAbsolute(sample),
        known.insert(server.variables.isEmpty ? sample.replacing("http://", with: "https://") : sample).inserted
      else {
        return nil
      }
      if server.variables.isEmpty { server.template = nil }
      return server
    }
  }

  /// What makes the values of two variables the same.
  private struct ValueList: Hashable {
    let name: String
    let values: [String]

    init(_ variable: Server.Variable) {
      name = variable.name
      values = variable.values
    }
  }

  /// The variables that have lists of values, each list once, and where each list stands.
  private static func lists(of servers: [Server]) -> (lists: [Server.Variable], positions: [ValueList: Int]) {
    var lists: [Server.Variable] = []
    var positions: [ValueList: Int] = [:]
    for variable in servers.flatMap(\.variables)
    where variable.values.contains(variable.standard) && positions[ValueList(variable)] == nil {
      positions[ValueList(variable)] = lists.count
      lists.append(variable)
    }
    return (lists, positions)
  }

  /// The names of the variables' enumerations; of several that are called alike the first keeps the name.
  private static func names(of lists: [Server.Variable], avoiding name: String) -> [String] {
    let requests = lists.enumerated().map { index, variable in
      NameScope.Request(
        ([variable.name] + variable.values).joined(separator: " "),
        plain: NameRole.type.plain(variable.name),
        spelled: { NameRole.type.plain("\(variable.name) of \(variable.values.first ?? "")") },
        rank: index
      )
    }
    return NameScope(reserved: [name]).names(for: requests).names
  }

  /// The names and the values of a variable's cases.
  private static func cases(of variable: Server.Variable) -> [(name: String, value: String)] {
    var known: Set<String> = []
    let values = variable.values.filter { known.insert($0).inserted }
    return Array(zip(NameScope().names(for: values.map { NameScope.Request($0, role: .enumCase) }).names, values))
  }

  /// The names of the servers: what the document calls them, if that is short.
  private static func names(of servers: [Server]) -> [String] {
    let requests = servers.enumerated().map { index, server in
      let fallback = servers.count == 1 ? "standard" : "server\(index + 1)"
      let name = server.name ?? shortName(server.documentation) ?? fallback
      return NameScope.Request(name, plain: NameRole.enumCase.plain(name), spelled: { fallback }, rank: index)
    }
    return NameScope().names(for: requests).names.map { SwiftName($0).declaration }
  }

  /// A description of a few words without those that say that it is a server; nil for any other.
  private static func shortName(_ text: String?) -> String? {
    guard let text,
      text.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit || " -_.".unicodeScalars.contains($0))
      })
    else { return nil }
    let fillers: Set<String> = ["a", "an", "api", "base", "endpoint", "environment", "server", "the", "url"]
    let words = Words.split(text)
    let telling = words.filter { !fillers.contains($0.lowercased()) }
    guard words.count <= 6, !telling.isEmpty else { return nil }
    return telling.joined(separator: " ")
  }
}
