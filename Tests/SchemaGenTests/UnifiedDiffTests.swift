import SchemaGen
import Testing

/// The text of `--check`.
@Suite struct UnifiedDiffTests {
  @Test("equal texts have no difference") func equal() {
    #expect(UnifiedDiff.text(from: "a\n", to: "a\n", path: "f") == "")
  }

  @Test("a change in the middle has three lines of context") func context() {
    let old = (1...9).map { "line \($0)\n" }.joined()
    let new = old.replacing("line 5\n", with: "line five\nand more\n")
    #expect(
      UnifiedDiff.text(from: old, to: new, path: "d/f") == """
        --- a/d/f
        +++ b/d/f
        @@ -2,7 +2,8 @@
         line 2
         line 3
         line 4
        -line 5
        +line five
        +and more
         line 6
         line 7
         line 8

        """
    )
  }

  @Test("changes far apart are two hunks") func hunks() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing("\n2\n", with: "\n").replacing("29\n", with: "29\nx\n")
    let text = UnifiedDiff.text(from: old, to: new, path: "f")
    #expect(text.contains("@@ -1,5 +1,4 @@\n"))
    #expect(text.contains("@@ -27,4 +26,5 @@\n"))
  }

  @Test("a new file comes from nowhere, a deleted one goes there") func wholeFiles() {
    #expect(UnifiedDiff.text(from: nil, to: "a\n", path: "f") == "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n")
    #expect(UnifiedDiff.text(from: "a\nb\n", to: nil, path: "f") == "--- a/f\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n")
  }

  @Test("a missing line break at the end is told, CRLF is a change") func lineBreaks() {
    let missing = UnifiedDiff.text(from: "a", to: "a\n", path: "f")
    #expect(missing.hasSuffix("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"))
    #expect(UnifiedDiff.text(from: "a\r\n", to: "a\n", path: "f").hasSuffix("-a\r\n+a\n"))
  }

  @Test("large texts without a common line are compared at once") func large() {
    let old = (0..<20_000).map { "old \($0)\n" }.joined()
    let new = (0..<20_000).map { "new \($0)\n" }.joined()
    let text = UnifiedDiff.text(from: "same\n" + old, to: "same\n" + new, path: "f")
    #expect(text.contains("@@ -1,20001 +1,20001 @@\n same\n-old 0\n"))
  }
}
