import SchemaRuntime
import Testing

/// What callers write for properties that may be absent or null.
@Suite struct NullableTests {
  /// A property that may be absent, and null where it is there.
  private struct Delta {
    var content: Nullable<String>?
    var count: Nullable<Int>?
  }

  @Test func aFallbackStandsForAbsentAndNull() {
    #expect([Delta().content, .null, "x"].map { $0 ?? "-" } == ["-", "-", "x"])
    let choices = [Delta(content: "a", count: 2)]
    // The type is that of the value, so that text is printed and not its case.
    #expect("\(choices.first?.content ?? "")" == "a")
    var text = ""
    text += choices[0].content ?? ""
    #expect(text == "a" && (choices[0].count ?? 0) + 1 == 3 && (Delta().count ?? 0) == 0)
    let other: Nullable<String> = Delta().content ?? .null
    #expect(other == .null && Delta().content?.value ?? "y" == "y")
  }

  @Test func theFallbackIsAskedForOnlyWhereItIsNeeded() throws {
    struct Missing: Error {}
    func missing() throws -> String { throw Missing() }
    #expect(try Delta(content: "x").content ?? missing() == "x")
    #expect(throws: Missing.self) { try Delta(content: .null).content ?? missing() }
  }
}
