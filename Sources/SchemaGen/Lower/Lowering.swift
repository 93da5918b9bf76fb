import SchemaDescription
import SchemaIR
import SchemaSource

/// Choices that the configuration makes for lowering.
package struct LowerOptions: Sendable {
  /// Whether values that a description lists in prose are read.
  package var readsProse = true

  package init() {}
}

/// Turns what documents say of one API into what will be generated.
package enum Lowering {
  /// Lowers the descriptions of one API's documents, in order, to one IR; what contradicts itself is reported.
  package static func lower(
    _ descriptions: [APIDescription], name: String, options: LowerOptions = LowerOptions(), report: inout Report
  ) -> API {
    API(name: name)
  }
}
