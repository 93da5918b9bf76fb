import SchemaDescription
import SchemaDocument
import SchemaIR
import SchemaSource

/// Finds the descriptions of each operation and joins them.
struct OperationMerger {
  /// A description of an operation and where it comes from.
  private struct Page {
    var operation: OperationDescription
    var document: Int
    let route: Route
    /// The host that answers; nil where nothing tells.
    var host: String?
    /// What counts before the order of the documents, so that a page that is added renames nothing.
    var seniority: Seniority
  }

  /// What makes two descriptions those of one operation, whichever host answers.
  private struct Route: Hashable {
    /// Who sends the request.
    let kind: OperationDescription.Kind
    /// The method and the path, whatever its parameters are called and whether or not it ends in a slash.
    let text: String

    init(_ operation: OperationDescription, base: String) {
      kind = operation.kind
      let base = operation.servers.first.map { BasePaths.path(of: $0.url) } ?? base
      let path = operation.kind == .call ? base + operation.path.routePath : operation.path
      text = "\(operation.method) \(path)"
    }
  }

  /// A route of one host.
  private struct Endpoint: Hashable {
    let route: Route
    let host: String?
  }

  /// The operations of all documents, each once, in the order in which they are first described. Two of one document
  /// that different hosts answer are two; those of different documents are one, since pages of one API are often saved
  /// from several hosts. `main` is the base URL that operations have which name none.
  static func merge(
    _ descriptions: [APIDescription],
    main: ServerDescription?,
    policy: OperationPolicy,
    uniter: inout SchemaUniter
  ) -> [OperationDescription] {
    let base = main.map { BasePaths.path(of: $0.url) } ?? ""
    let host = main.map { BasePaths.origin(of: $0.url) }
    var groups: [[Page]] = []
    var documents: [Set<Int>] = []
    var endpoints: [Endpoint: Int] = [:]
    var routes: [Route: Int] = [:]
    var saved: [String: Int] = [:]
    for (document, description) in descriptions.enumerated() {
      for operation in description.operations {
        let own = operation.servers.first.map { BasePaths.origin(of: $0.url) }
        let route = Route(operation, base: base)
        let endpoint = Endpoint(route: route, host: own ?? host)
        var page = Page(
          operation: operation,
          document: document,
          route: route,
          seniority: Seniority(operation.stableKey)
        )
        page.host = own ?? (description.servers.isEmpty ? nil : host)
        var index: Int?
        if policy == .merge {
          index = endpoints[endpoint] ?? routes[route].flatMap { documents[$0].contains(document) ? nil : $0 }
        }
        if index == nil, let key = operation.stableKey, let group = saved[key],
          !groups[group].contains(where: { $0.document == document && $0.operation.stableKey == key })
        {
          index = group
        }
        let group = index ?? groups.count
        if group == groups.count {
          groups.append([])
          documents.append([])
        }
        groups[group].append(page)
        documents[group].insert(document)
        if endpoints[endpoint] == nil { endpoints[endpoint] = group }
        if routes[route] == nil { routes[route] = group }
        if let key = operation.stableKey, saved[key] == nil { saved[key] = group }
      }
    }
    return groups.map { join($0, host: host, uniter: &uniter) }
  }

  /// The descriptions of one operation as one, the oldest first; `host` answers what names no other.
  private static func join(_ pages: [Page], host: String?, uniter: inout SchemaUniter) -> OperationDescription {
    guard pages.count > 1 else { return pages[0].operation }
    let pages = pages.enumerated().sorted {
      $0.element.seniority != $1.element.seniority
        ? $0.element.seniority < $1.element.seniority : $0.offset < $1.offset
    }.map(\.element)
    let first = pages[0]
    var joined = first.operation
    // Most operations have the main host, and a page that names none says nothing of it.
    let answering = pages.first { $0.host == host } ?? pages.first { $0.host != nil }
    if let answering {
      joined.renamePathParameters(as: answering.operation.path)
      joined.method = answering.operation.method
      joined.path = answering.operation.path
      joined.servers = answering.operation.servers
    }
    // Examples tell which page they are from once there are several.
    joined.nameExamples(after: nil)
    for page in pages.dropFirst() {
      let other = page.operation
      let name = "\(other.method) \(other.path)"
      let isSameRoute = page.route == (answering ?? first).route
      // A folder of pages is meant to be merged; two entries of one document rarely are.
      let isMeant = page.document != first.document || other.stableKey != nil && isSameRoute
      let message =
        isSameRoute
        ? "`\(name)` is described twice; the two are merged"
        : "`\(name)` is another version of `\(joined.method) \(joined.path)`, which is used"
      uniter.report.add(
        Diagnostic(
          .duplicateOperation,
          message,
          at: other.span,
          severity: isMeant && isSameRoute ? .note : .warning,
          notes: [.init("first described here", at: first.operation.span)]
        )
      )
      merge(other, into: &joined, uniter: &uniter)
    }
    reportHosts(of: pages, used: answering?.host, uniter: &uniter)
    return joined
  }

  /// Says which host is asked where pages name several.
  private static func reportHosts(of pages: [Page], used: String?, uniter: inout SchemaUniter) {
    guard let used, let own = pages.first(where: { $0.host == used }) else { return }
    var known: Set<String> = [used]
    for page in pages {
      guard let host = page.host, known.insert(host).inserted else { continue }
      let name = "\(page.operation.method) \(page.operation.path)"
      uniter.report.add(
        .conflictingPages,
        "`\(name)` is described for the host `\(host)`, too; the two are merged, and `\(used)` is asked",
        at: page.operation.span,
        notes: [.init("the other description", at: own.operation.span)]
      )
    }
  }

  /// Adds what a second description of an operation says.
  private static func merge(
    _ other: OperationDescription,
    into operation: inout OperationDescription,
    uniter: inout SchemaUniter
  ) {
    var other = other
    other.renamePathParameters(as: operation.path)
    other.nameExamples(after: other.title == operation.title ? nil : other.title)
    let label = operation.label
    operation.id = operation.id ?? other.id
    operation.title = operation.title ?? other.title
    operation.description = operation.description ?? other.description
    operation.stableKey = operation.stableKey ?? other.stableKey
    if operation.security == nil {
      operation.security = other.security
      operation.securityRequirements = other.securityRequirements
    }
    operation.isDeprecated = operation.isDeprecated && other.isDeprecated
    if operation.folders.isEmpty { operation.folders = other.folders }
    for tag in other.tags where !operation.tags.contains(tag) { operation.tags.append(tag) }
    operation.pathItem = operation.pathItem ?? other.pathItem
    operation.externalDocumentation = operation.externalDocumentation ?? other.externalDocumentation
    operation.extensions.add(other.extensions)
    for callback in other.sharedCallbacks where !operation.sharedCallbacks.contains(callback) {
      operation.sharedCallbacks.append(callback)
    }
    merge(other.parameters, into: &operation.parameters, label: label, uniter: &uniter)
    if let body = other.requestBody {
      if var joined = operation.requestBody {
        joined.isRequired = joined.isRequired && body.isRequired
        joined.description = joined.description ?? body.description
        merge(body.contents, into: &joined.contents, label: "\(label) request", uniter: &uniter)
        operation.requestBody = joined
      } else {
        operation.requestBody = body
      }
    }
    for response in other.responses {
      guard let index = operation.responses.firstIndex(where: { $0.status == response.status }) else {
        operation.responses.append(response)
        continue
      }
      let label = "\(label) response"
      operation.responses[index].description = operation.responses[index].description ?? response.description
      operation.responses[index].extensions.add(response.extensions)
      let links = Set(operation.responses[index].links.map(\.name))
      operation.responses[index].links += response.links.filter { !links.contains($0.name) }
      merge(response.headers, into: &operation.responses[index].headers, label: label, uniter: &uniter)
      merge(response.contents, into: &operation.responses[index].contents, label: label, uniter: &uniter)
    }
  }

  /// Adds parameters. One that a page leaves out although it knows others of its location is not required.
  private static func merge(
    _ others: [ParameterDescription],
    into parameters: inout [ParameterDescription],
    label: String,
    uniter: inout SchemaUniter
  ) {
    let known = Set(parameters.map(\.location))
    let told = Set(others.map(\.location))
    let names = Set(others.map { Name($0) })
    for index in parameters.indices where parameters[index].location != .path {
      guard told.contains(parameters[index].location), !names.contains(Name(parameters[index])) else { continue }
      parameters[index].isRequired = false
    }
    var positions = Dictionary(
      parameters.enumerated().map { (Name($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    for other in others {
      guard let index = positions[Name(other)] else {
        positions[Name(other)] = parameters.count
        var added = other
        if known.contains(other.location), other.location != .path { added.isRequired = false }
        parameters.append(added)
        continue
      }
      parameters[index].isRequired = parameters[index].isRequired && other.isRequired
      parameters[index].isDeprecated = parameters[index].isDeprecated && other.isDeprecated
      parameters[index].description = parameters[index].description ?? other.description
      parameters[index].schema = uniter.unite(parameters[index].schema, other.schema, at: "\(label) \(other.name)")
      parameters[index].examples += other.examples
      parameters[index].externalExamples += other.externalExamples
      parameters[index].extensions.add(other.extensions)
    }
  }

  /// What makes two parameters the same; the names of headers have no case (RFC 9110, section 5.1).
  private struct Name: Hashable {
    let name: String
    let location: ParameterLocation

    init(_ parameter: ParameterDescription) {
      name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
      location = parameter.location
    }
  }

  /// Adds media types; where one is there already, both schemas are allowed and the examples add up.
  private static func merge(
    _ others: [MediaTypeDescription],
    into contents: inout [MediaTypeDescription],
    label: String,
    uniter: inout SchemaUniter
  ) {
    for other in others {
      guard let index = contents.firstIndex(where: { $0.mediaType == other.mediaType }) else {
        contents.append(other)
        continue
      }
      contents[index].examples += other.examples
      contents[index].externalExamples += other.externalExamples
      contents[index].extensions.add(other.extensions)
      contents[index].schema = uniter.unite(contents[index].schema, other.schema, at: label)
      for field in other.fields where !contents[index].fields.contains(where: { $0.property == field.property }) {
        contents[index].fields.append(field)
      }
    }
  }
}

extension [Member] {
  /// Adds the members of another object whose keys are new.
  fileprivate mutating func add(_ others: [Member]) {
    guard !others.isEmpty else { return }
    let keys = Set(map(\.key))
    self += others.filter { !keys.contains($0.key) }
  }
}

extension OperationDescription {
  /// Puts the title of the page before the names of its examples; nil leaves them.
  fileprivate mutating func nameExamples(after title: String?) {
    guard let title else { return }
    func name(_ examples: inout [RawExample]) {
      for index in examples.indices {
        examples[index].name = examples[index].name.map { "\(title): \($0)" } ?? title
      }
    }
    for index in parameters.indices { name(&parameters[index].examples) }
    for index in requestBody?.contents.indices ?? 0..<0 {
      requestBody.map {
        var body = $0; name(&body.contents[index].examples); requestBody = body
      }
    }
    for index in responses.indices {
      for content in responses[index].contents.indices { name(&responses[index].contents[content].examples) }
    }
  }

  /// Calls the path's parameters what another path of the same route calls them.
  fileprivate mutating func renamePathParameters(as path: String) {
    guard kind == .call, self.path != path else { return }
    let names = Dictionary(
      zip(self.path.parameterNames, path.parameterNames).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in parameters.indices where parameters[index].location == .path {
      if let name = names[parameters[index].name] { parameters[index].name = name }
    }
  }
}

extension String {
  /// The path with its parameters' names left out, without a slash at its end: `/a/{id}` and `/a/{key}/` are one route.
  fileprivate var routePath: String {
    var result = ""
    var isInside = false
    for character in self {
      if character == "}" { isInside = false }
      if !isInside { result.append(character) }
      if character == "{" { isInside = true }
    }
    while result.hasSuffix("/") { result.removeLast() }
    return result
  }

  /// The names in the path's braces, in order.
  fileprivate var parameterNames: [String] {
    split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}
