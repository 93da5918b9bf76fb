import SchemaDescription
import SchemaIR

extension Lowerer {
  /// Finds out what successes may be beside what a plain call asks for: a text or bytes that is not the same as what comes
  /// as JSON.
  mutating func findAlternatives() {
    for (index, operation) in description.operations.enumerated() where operation.kind == .call {
      api.operations[index].alternatives = alternatives(of: api.operations[index], as: operation)
    }
  }

  /// What a caller of one operation may ask for beside what a plain call gives: one text, and bytes.
  private func alternatives(of operation: Operation, as described: OperationDescription) -> [Content] {
    switch operation.outcome {
    case .content(let plain), .optional(let plain):
      guard plain.coding == .json || plain.coding == .text else { return [] }
    case .nothing, .cases: return []
    }
    let accepted = Set(operation.accepted)
    let contents = described.responses.lazy.filter { $0.status.lowered.isSuccess }.flatMap { response in
      response.contents.filter { !accepted.contains($0.mediaType) && $0.isOfItsOwn(among: response.contents) }
    }
    let mediaTypes = contents.map(\.mediaType)
    return [Content.Coding.text, .binary].compactMap { coding in
      operation.successes.lazy.flatMap(\.contents).first { $0.coding == coding && mediaTypes.contains($0.mediaType) }
    }
  }
}

extension MediaTypeDescription {
  /// Whether the body is a text, or are bytes, that are not what another media type carries: what a parameter may ask for.
  func isOfItsOwn(among contents: [MediaTypeDescription]) -> Bool {
    guard kind == .text || kind == .binary, !MediaTypeKind.isXML(mediaType) else { return false }
    if let schema, schema.isComposed || schema.effectiveTypes.contains(.object) { return false }
    // Old forms of documents list media types, and one schema for all; without any nothing tells texts apart.
    if schema == nil, kind == .text { return false }
    return !contents.contains { other in
      guard other.kind == .json else { return false }
      guard let schema, let known = other.schema else { return schema == nil && other.schema == nil }
      return known.saysSame(as: schema)
    }
  }
}
