import SchemaDescription
import SchemaDocument
import SchemaSource

/// What a document says for people of authentication, servers and tags, which other documents are made of.
extension OpenAPIContext {
  /// Reads what a security scheme says of its tokens and how to get them.
  func readTokens(_ members: [Member], into scheme: inout SecuritySchemeDescription) {
    for part in members {
      switch part.key {
      case "bearerFormat": scheme.bearerFormat = part.value.string
      case "openIdConnectUrl": scheme.openIDConnectURL = part.value.string
      case "oauth2MetadataUrl", ConvertedKey.metadataURL: scheme.metadataURL = part.value.string
      case "deprecated", ConvertedKey.deprecated: scheme.isDeprecated = part.value.boolean ?? false
      case "flows":
        for flow in part.value.uniqueMembers ?? [] {
          guard let kind = OAuthFlow.Kind(rawValue: flow.key) else {
            noteUnread("the flow '\(flow.key)' is not read", at: flow.keySpan)
            continue
          }
          scheme.flows.append(self.flow(kind, flow.value))
        }
      case "flow":
        // Swagger 2.0 has one flow, its members beside the type.
        let kinds: [String: OAuthFlow.Kind] = [
          "implicit": .implicit, "password": .password, "application": .clientCredentials,
          "accessCode": .authorizationCode,
        ]
        guard let kind = part.value.string.flatMap({ kinds[$0] }), let first = members.first else { continue }
        scheme.flows.append(flow(kind, Node(.object(members), at: first.keySpan)))
      case "type", "scheme", "name", "in", "description", "authorizationUrl", "tokenUrl", "scopes": continue
      default: readOther(part, into: &scheme.extensions)
      }
    }
  }

  /// Reads one way to get a token.
  private func flow(_ kind: OAuthFlow.Kind, _ node: Node) -> OAuthFlow {
    var flow = OAuthFlow(kind)
    flow.authorizationURL = node["authorizationUrl"]?.string
    flow.tokenURL = node["tokenUrl"]?.string
    flow.refreshURL = node["refreshUrl"]?.string
    for scope in node["scopes"]?.uniqueMembers ?? [] where !scope.key.hasPrefix("x-") {
      flow.scopes.append((scope.key, scope.value.string ?? ""))
    }
    return flow
  }

  /// Reads security requirements as they are stated; what is wrong in them was told with their keys.
  func securityRequirements(of member: Member) -> [SecurityRequirement] {
    (member.value.elements ?? []).compactMap(\.uniqueMembers).map { members in
      SecurityRequirement(
        members.map { .init($0.key, scopes: $0.value.elements?.compactMap(\.string) ?? []) }
      )
    }
  }
}
