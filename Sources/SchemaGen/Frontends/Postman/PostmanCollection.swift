import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads a Postman collection, version 2.0 or 2.1.
struct PostmanCollection {
  /// What a folder hands down to what is in it.
  private struct Scope {
    var folders: [String] = []
    var schemes: [SecuritySchemeDescription]?
    var variables: PostmanVariables
  }

  /// Reads the small parts, and gathers what was found wrong.
  private var fields: PostmanFields
  private var assembler = CallAssembler()
  private var knownTags: Set<String> = []
  /// How requests authenticate of which nothing else is said.
  private var collectionSchemes: [SecuritySchemeDescription] = []
  /// The calls so far, in the order of the collection.
  private var calls: [RecordedCall] = []

  /// Whether a document is a collection, or holds one as Postman's own interface hands it out.
  static func recognizes(_ root: Node) -> Bool {
    guard let collection = collection(in: root), let info = collection["info"] else { return false }
    if info["schema"]?.string?.contains("postman") == true { return true }
    return info["_postman_id"] != nil || info["name"] != nil && collection["item"]?.elements != nil
  }

  /// The collection of a document.
  private static func collection(in root: Node) -> Node? {
    root["collection"]?["info"] != nil ? root["collection"] : root
  }

  /// What a collection says of its API.
  static func read(_ root: Node, report: inout Report) -> APIDescription {
    var reader = PostmanCollection(fields: PostmanFields(report: report))
    let collection = collection(in: root) ?? root
    // What is a credential shows in some requests and could be repeated in all others.
    var credentials = PostmanCredentials()
    credentials.learn(collection)
    reader.read(collection, PostmanVariables(secretNames: credentials.variables))
    reader.assemble(&credentials.redaction)
    credentials.redaction.tell(&reader.fields.report)
    report = reader.fields.report
    return reader.assembler.description
  }

  /// Makes operations of the calls, without the credentials in them.
  private mutating func assemble(_ redaction: inout Redaction) {
    redaction.learn(calls)
    for call in calls {
      var calls = [call]
      PathTemplates.apply(to: &calls, isSecret: redaction.isSecret)
      redaction.redact(&calls)
      assembler.add(calls)
    }
    redaction.redact(&assembler.description)
  }

  /// Reads everything.
  private mutating func read(_ node: Node, _ known: PostmanVariables) {
    var scope = Scope(variables: known)
    let variables = fields.variables(node["variable"])
    scope.variables.add(variables)
    if fields.object(node["info"], "'info'") != nil, let info = node["info"] {
      assembler.description.title = fields.text(info["name"], "the name of the collection")
      assembler.description.description = fields.description(info["description"])
      if info["version"]?.members == nil { assembler.description.version = fields.text(info["version"], "the version") }
    }
    let stated = fields.schemes(node["auth"])
    collectionSchemes = stated ?? []
    if let stated { assembler.description.security = stated.map { assembler.add($0) } }
    noteScripts(of: node)
    // The base URL that a variable holds is the first server, whichever request comes first.
    for variable in variables where PostmanEnvironment.isServer(variable) {
      let url = scope.variables.resolve(variable.value)
      if let server = PostmanURL(url + "/", variables: scope.variables)?.server {
        let base = url.hasPrefix(server) ? url : server
        assembler.add(server: base.withoutSlashes, description: variable.description, at: variable.span)
      }
    }
    guard let items = node["item"], !items.isNull else {
      fields.report.add(.unexpectedValue, "the collection has no 'item': no request is in it", at: node.span)
      return
    }
    for item in fields.elements(items, "'item'") { read(item: item, scope) }
  }

  /// Reads a folder or a request.
  private mutating func read(item node: Node, _ scope: Scope) {
    guard node.members != nil else {
      fields.report.addUnexpected(node, "an item", "an object")
      return
    }
    noteScripts(of: node)
    guard node["item"] == nil else {
      read(folder: node, scope)
      return
    }
    guard let request = node["request"] else {
      fields.report.add(.unexpectedValue, "this item has neither a 'request' nor items of its own", at: node.span)
      return
    }
    var reader = PostmanRequest(fields: fields, variables: scope.variables)
    if var call = reader.call(request, item: node) {
      call.folders = scope.folders
      call.tags = scope.folders.isEmpty ? [] : [scope.folders.joined(separator: "/")]
      // What a folder says is said of each request in it; what the collection says is said once.
      if call.schemes == nil { call.schemes = scope.schemes }
      if !reader.ownSchemes.isEmpty { call.schemes = (call.schemes ?? collectionSchemes) + reader.ownSchemes }
      calls.append(call)
    }
    fields.report = reader.fields.report
  }

  /// Reads a folder.
  private mutating func read(folder node: Node, _ scope: Scope) {
    var scope = scope
    let description = fields.description(node["description"])
    if let name = fields.text(node["name"], "the name of a folder") {
      let parent = scope.folders.isEmpty ? nil : scope.folders.joined(separator: "/")
      scope.folders.append(name)
      let key = scope.folders.joined(separator: "/")
      if knownTags.insert(key).inserted {
        var tag = TagDescription(name: key, span: node["name"]?.span ?? node.span)
        tag.description = description
        tag.parent = parent
        assembler.description.tags.append(tag)
      }
    }
    scope.schemes = fields.schemes(node["auth"]) ?? scope.schemes
    scope.variables.add(fields.variables(node["variable"]))
    for item in fields.elements(node["item"], "'item'") { read(item: item, scope) }
  }

  /// Says that scripts are not carried.
  private mutating func noteScripts(of node: Node) {
    guard let events = node["event"], events.elements?.isEmpty != true, !events.isNull else { return }
    guard events.elements != nil else {
      fields.report.addUnexpected(events, "'event'", "an array")
      return
    }
    fields.report.add(.ignoredText, "scripts are left out", at: events.span)
  }
}

extension String {
  /// The text without the slashes at its end.
  var withoutSlashes: String {
    var text = self[...]
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }
}
