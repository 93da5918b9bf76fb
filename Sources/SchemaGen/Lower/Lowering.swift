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
    var description = mergePages(descriptions, operations: options.operations, report: &report)
    // What is for people and other tools stays behind.
    for diagnostic in description.uncarried { report.add(diagnostic) }
    // What nobody wants is not even lowered, and none of its faults are told.
    let wanted = filter(&description, by: options.filter, report: &report)
    // An error has one type, so that its media types of JSON are one before any type is made.
    joinFailures(&description, report: &report)
    // Files in forms are known by their content's type before anything else is made of it.
    stateFileParts(&description)
    // Prose changes what a schema states, so it is read before any type is made.
    if options.readsProse { readProse(&description, report: &report) }
    var lowerer = Lowerer(description, name: name, options: options, report: report)
    lowerer.wanted = wanted
    // Types first, so that operations and examples can point at them.
    lowerer.declareNamedSchemas()
    lowerer.lowerServers()
    lowerer.lowerOperations()
    lowerer.collectModels()
    // Tags once all structures that they select are there.
    lowerer.completeTags()
    // Before values are compared with unions: none may be its own variant.
    lowerer.breakUnionCycles()
    // Examples come after all types are known: a value may have the shape of a model that is declared later.
    lowerer.reconcileExamples()
    // Only what no example has filled in becomes any JSON.
    lowerer.settleTypes()
    // Examples say which properties are sent where, whatever the document says.
    lowerer.splitDirections()
    // Examples take the types of their places along; boxes belong to the places.
    lowerer.recordExamples()
    // Shapes are the same or not only once examples have widened them.
    lowerer.shareShapes()
    // Streams and pages are found by the final types of requests and responses.
    lowerer.findStreams()
    lowerer.findAlternatives()
    // What no method gives is lost; streams and alternatives have methods of their own.
    lowerer.tellLostResponses()
    lowerer.findPages()
    // Boxes depend on the final types.
    lowerer.breakCycles()
    // Weights of inline values are finite once cycles are broken.
    lowerer.boxLargeValues()
    // Rules name the final declarations; a documented value always satisfies them.
    lowerer.lowerRules()
    lowerer.checkRules()
    lowerer.reportUnusedPlaces()
    report = lowerer.report
    return lowerer.api
  }
}
