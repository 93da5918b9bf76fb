/// The versions of OpenAPI that are written.
package enum OpenAPIForm: String, Sendable, CaseIterable {
  case v3_0 = "3.0"
  case v3_1 = "3.1"

  /// The value of the document's `openapi`.
  var number: String {
    switch self {
    case .v3_0: "3.0.4"
    case .v3_1: "3.1.1"
    }
  }
}
