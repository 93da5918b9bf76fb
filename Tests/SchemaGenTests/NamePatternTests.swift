import SchemaSource
import Testing

/// Patterns of names.
@Suite struct NamePatternTests {
  @Test(
    "wildcards",
    arguments: [
      ("/pets", "/pets", true), ("/pets", "/pets/1", false), ("/pets/*", "/pets/{id}", true),
      ("/pets/*", "/pets/{id}/visits", false), ("/pets/**", "/pets/{id}/visits", true), ("/pets/**", "/pets", false),
      ("*", "", true), ("*", "abc", true), ("*", "a/b", false), ("**", "a/b", true), ("*Request", "PetRequest", true),
      ("*Request", "PetRequests", false), ("a*b*c", "aXbYbc", true), ("a*b*c", "ac", false), ("", "", true),
      ("", "a", false), ("宠*", "宠物", true), ("***", "a/b", true), ("/*/x", "/a/x", true), ("/*/x", "/a/b/x", false),
    ]
  )
  func wildcards(_ pattern: String, _ name: String, _ isMatch: Bool) {
    #expect(NamePattern(pattern).matches(name) == isMatch)
  }

  @Test("a pattern that is made to be slow is not") func hostile() {
    let pattern = NamePattern(String(repeating: "*a", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 500)))
  }
}
