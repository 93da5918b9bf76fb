import SchemaSource

/// Choices that the configuration makes for lowering.
package struct LowerOptions: Sendable {
  /// Whether values that a description lists in prose are read.
  package var readsProse = true
  /// What becomes of descriptions that have the same method and path.
  package var operations = OperationPolicy.merge
  /// A base URL that replaces the documented ones; nil where the document decides.
  package var server: String?
  /// Types by the name of a `format`, in place of the built-in ones (`FormatTable`); names are compared without case.
  package var formats: [String: ChosenType] = [:]
  /// Types by place, in place of what the document states there. A place's own choice wins over one for its format.
  package var types: [SchemaPattern: ChosenType] = [:]
  /// Whether enumerations are open where no place says otherwise.
  package var enumerations = EnumerationPolicy.open
  /// Enumerations by place that are open or closed in spite of `enumerations`.
  package var enumerationOverrides: [SchemaPattern: EnumerationPolicy] = [:]
  /// Where the configuration states the keys of `types` and `enumerationOverrides`; each that meets no place is a
  /// warning there.
  package var places: [SchemaPattern: [SourceSpan]] = [:]
  /// Which operations and schemas are generated.
  package var filter = Filter()
  /// What becomes of keys of which a schema says nothing.
  package var unknownKeys = UnknownKeys.ignore
  /// What documented defaults are used for.
  package var defaults = DefaultPolicy.initializers

  /// Whether documented values are kept, for tests of them and for who lists them; types are made to fit them anyhow.
  package var keepsExamples = true

  /// Whether models can be checked against what their schemas demand beyond types.
  package var validation = ValidationPolicy.off

  package init() {}
}
