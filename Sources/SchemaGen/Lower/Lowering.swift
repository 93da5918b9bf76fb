import SchemaDescription
import SchemaIR
import SchemaSource

/// Turns what documents say of one API into what will be generated.
package enum Lowering {
  /// Lowers the descriptions of one API's documents, in order, to one IR; what contradicts itself is reported.
  package static func lower(
    _ descriptions: [APIDescription],
    name: String,
    options: LowerOptions = LowerOptions(),
    report: inout Report
  ) -> API {
    // Several documents of a folder speak of one API: the later passes see one description.
    var description = mergePages(descriptions, report: &report)
    // Prose changes what a schema states, so it is read before any type is made.
    if options.readsProse { readProse(&description, report: &report) }
    var lowerer = Lowerer(description, name: name, options: options, report: report)
    // Types first, so that operations and examples can point at them.
    lowerer.declareNamedSchemas()
    lowerer.lowerServers()
    lowerer.lowerOperations()
    // Before values are compared with unions: none may be its own variant.
    lowerer.breakUnionCycles()
    // Examples come after all types are known: a value may have the shape of a model that is declared later.
    lowerer.reconcileExamples()
    // Only what no example has filled in becomes any JSON.
    lowerer.settleTypes()
    // Boxes depend on the final types.
    lowerer.breakCycles()
    // Weights of inline values are finite once cycles are broken.
    lowerer.boxLargeValues()
    lowerer.recordExamples()
    // Rules name the final declarations; a documented value always satisfies them.
    lowerer.lowerRules()
    lowerer.checkRules()
    report = lowerer.report
    return lowerer.api
  }
}
