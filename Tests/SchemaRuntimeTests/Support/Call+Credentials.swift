@testable import SchemaRuntime

extension Call {
  /// Those of the credentials that the call is sent with, as far as no provider is asked.
  func fixedCredentials(of authorization: Authorization) -> [Credential] {
    credentials(of: authorization).compactMap { scheme in
      if case .fixed(let credential) = scheme { credential } else { nil }
    }
  }
}
