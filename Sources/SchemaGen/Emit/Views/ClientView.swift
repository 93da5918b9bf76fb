import Mustache
import SchemaIR

/// What `client.mustache` shows.
struct ClientView: MustacheParent {
  let documentation: [String]
  let initializerDocumentation: [String]
  let parameters: String
  /// The statement that makes the connection.
  let connection: String
  let operations: [OperationView]
  private let groups: [GroupView]

  let access: String

  /// The client with the methods of these operations.
  init(_ context: EmitContext, operations: [Int]) {
    access = context.access
    let api = context.api
    documentation = [" Calls the API."]
    let layout = Layout(depth: context.names.topDepth)
    let server = api.servers.first { ServerURL.isAbsolute($0.url) }
    initializerDocumentation =
      [" Creates a client that sends its calls through a transport.", ""]
      + DocumentationComment.lines(parameter: "transport", nil, fallback: "Carries requests and responses.")
      + DocumentationComment.lines(parameter: "authorization", nil, fallback: ClientView.credentials(api))
      + DocumentationComment.lines(
        parameter: "server",
        server?.documentation,
        fallback: "The base URL that the operations' paths follow."
      )
    parameters = layout.list(
      [
        "transport: any ClientTransport", "authorization: Authorization? = nil",
        "server: Server" + (server.map { " = " + StringLiteral.quoted($0.url) } ?? ""),
      ],
      after: "\(access)init(",
      before: ") {",
      indent: 2
    )
    var arguments = ["transport: transport", "server: server", "authorization: authorization"]
    if !api.usualSecurity.isEmpty { arguments.append(CallWriter.security(api.usualSecurity)) }
    connection = layout.call("connection = Connection", arguments, indent: 4)
    self.operations = operations.flatMap { OperationView.views($0, in: context, depth: context.names.topDepth) }
    groups = context.names.groups.map { group in
      let type = group.type.declaration
      return GroupView(
        documentation: ClientGroupView.documentation(of: group, in: api),
        declaration: layout.getter(
          "\(context.access)var \(group.member.declaration): \(type)",
          "\(type)(connection: connection)",
          indent: 2
        )
      )
    }
  }

  /// A property whose value has the methods of a tag.
  private struct GroupView: MustacheParent {
    let documentation: [String]
    let declaration: String

    func child(named name: String) -> Any? {
      switch name {
      case "documentation": Block.text(documentation)
      case "declaration": declaration
      default: nil
      }
    }
  }

  func child(named name: String) -> Any? {
    switch name {
    case "access": access
    case "documentation": Block.text(documentation)
    case "initializerDocumentation": Block.text(initializerDocumentation)
    case "parameters": parameters
    case "connection": connection
    case "groups": groups
    case "operations": operations
    default: nil
    }
  }

  /// What the document says of the credentials.
  private static func credentials(_ api: API) -> String {
    let schemes = api.securitySchemes.map { scheme in
      switch scheme {
      case .bearer: "a bearer token"
      case .basic: "a user and a password"
      case .apiKey(let name, let location): "a key in the \(location.word) parameter `\(name)`"
      }
    }
    return schemes.isEmpty
      ? "The credentials, where the server asks for some." : "The credentials: \(schemes.joined(separator: ", or "))."
  }
}
