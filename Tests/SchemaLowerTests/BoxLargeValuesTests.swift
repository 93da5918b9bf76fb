import SchemaIR
import Testing

@testable import SchemaLower

/// Values that store many others inline.
@Suite struct BoxLargeValuesTests {
  /// The boxed properties of a document in which each schema of five holds the one before it `width` times.
  private func boxes(width: Int) -> [String] {
    var text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n    S0: {type: string}\n"
    for level in 1...5 {
      text += "    S\(level):\n      type: object\n      properties:\n"
      for property in 0..<width { text += "        p\(property): {$ref: '#/components/schemas/S\(level - 1)'}\n" }
    }
    return Lowered.document(text).api.declarations.flatMap { declaration in
      guard case .structure(let structure) = declaration.kind else { return [String]() }
      return structure.properties.filter(\.type.isBoxed).map { _ in "\(declaration.hint)" }
    }
  }

  @Test func `a value is boxed where it stores many others`() {
    // Nine to the second is more than the limit: the third level on holds boxes, then counts anew.
    let boxes = boxes(width: 9)
    #expect(boxes.count == 18)
    #expect(Set(boxes).count == 2)
  }

  @Test func `small values stay as they are`() {
    #expect(boxes(width: 2).isEmpty)
  }
}

extension TypeRef {
  /// Whether the use is boxed.
  fileprivate var isBoxed: Bool {
    switch self {
    case .boxed: true
    case .nullable(let inner): inner.isBoxed
    default: false
    }
  }
}
