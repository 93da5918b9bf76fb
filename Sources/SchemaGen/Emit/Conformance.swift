import SchemaIR
import SchemaSource

/// A protocol that the configuration adds to generated types.
package struct Conformance: Hashable, Sendable {
  /// The protocol; the module that declares it is imported.
  package var type: ExternalType
  /// The paths of the schemas whose types conform; empty for all structures, unions and enumerations.
  package var schemas: [Located<NamePattern>]

  package init(_ type: ExternalType, schemas: [Located<NamePattern>] = []) {
    self.type = type
    self.schemas = schemas
  }
}
