import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaLower

/// When two schemas say the same.
@Suite struct SameSchemaTests {
  @Test("events that only their names tell apart are not the same") func events() {
    var first = RawSchema(at: .nowhere)
    first.types = [.object]
    first.eventNames = ["added"]
    var second = first
    #expect(first.saysSame(as: second))
    second.eventNames = ["removed"]
    #expect(!first.saysSame(as: second))
  }
}
