import SchemaDescription
import SchemaSource

/// Says what schemas come down to once references are followed and compositions merged; each named one is worked out
/// once.
package struct SchemaFlattener {
  private var lowerer: Lowerer

  /// Knows the schemas of one API.
  package init(_ description: APIDescription) {
    lowerer = Lowerer(description, name: "", options: LowerOptions(), report: Report())
  }

  /// The schema that references lead to, with its `allOf` and what stands beside references merged in; variants stay.
  /// What only describes another schema comes down to a reference to that.
  package mutating func flat(_ schema: RawSchema) -> RawSchema { lowerer.flatTarget(schema).schema }
}
