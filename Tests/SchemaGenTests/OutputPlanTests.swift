import SchemaEmit
import SchemaGen
import SchemaSource
import Testing

/// What is written, deleted and left alone.
@Suite struct OutputPlanTests {
  /// A text that the tool could have written.
  private func generated(_ body: String) -> String { "\(OutputFolder.mark) from a.yaml. Do not edit.\n\n\(body)\n" }

  /// A file of the output.
  private func file(_ path: String, _ body: String = "enum A {}") -> OutputFile {
    OutputFile(path: path, contents: generated(body))
  }

  /// An entry that the tool has written.
  private func entry(_ body: String = "enum A {}") -> OutputFolder.Entry { .generated(Array(generated(body).utf8)) }

  /// The plan and what it reports.
  private func plan(
    _ files: [OutputFile],
    over entries: [String: OutputFolder.Entry] = [:],
    keeping kept: [KeptOutput] = []
  ) -> (plan: OutputPlan, ids: [DiagnosticID]) {
    var report = Report()
    let plan = OutputPlan(files, over: OutputFolder(entries), keeping: kept, report: &report)
    return (plan, report.diagnostics.map(\.id))
  }

  @Test("a new file is created, a changed one replaced, an equal one left alone") func changes() {
    let new = file("M/A/New.swift")
    let changed = file("M/A/Changed.swift", "enum B {}")
    let (plan, ids) = plan(
      [new, changed, file("M/A/Same.swift")],
      over: ["M/A/Changed.swift": entry(), "M/A/Same.swift": entry()]
    )
    #expect(plan.changes == [.replace(changed, old: Array(generated("enum A {}").utf8)), .create(new)])
    #expect(plan.unchangedCount == 1)
    #expect(ids.isEmpty)
  }

  @Test("a file that we wrote and no longer write is deleted") func stale() {
    let (plan, _) = plan([file("M/A.swift")], over: ["M/A.swift": entry(), "M/Old.swift": entry()])
    #expect(plan.changes.map(\.path) == ["M/Old.swift"])
    #expect(plan.withoutDeletions.changes.isEmpty)
  }

  @Test("a file that we did not write is neither overwritten nor deleted") func foreign() {
    let (plan, ids) = plan([file("M/A.swift")], over: ["M/A.swift": .foreign, "M/Mine.swift": .foreign])
    #expect(plan.changes.isEmpty)
    #expect(ids == [.foreignOutput])
  }

  @Test("a link or a folder in the place of a file stays", arguments: [OutputFolder.Entry.symbolicLink, .folder])
  func inTheWay(_ entry: OutputFolder.Entry) {
    let (plan, ids) = plan([file("M/A.swift")], over: ["M/A.swift": entry])
    #expect(plan.changes.isEmpty)
    #expect(ids == [.foreignOutput])
  }

  @Test(
    "a path that leaves the folder is refused",
    arguments: [
      "../A.swift", "/etc/A.swift", "M/../../A.swift", "M//A.swift", "M/./A.swift", "..", "", "M\\..\\A.swift",
      "M/A\0.swift", "M/A\n.swift",
    ]
  )
  func escape(_ path: String) {
    let (plan, ids) = plan([OutputFile(path: path, contents: generated("enum A {}"))])
    #expect(plan.changes.isEmpty)
    #expect(ids == [.outputOutsideFolder])
  }

  @Test("a linked folder is not followed") func linkedFolder() {
    let (plan, ids) = plan([file("M/A/A.swift")], over: ["M": .folder, "M/A": .symbolicLink])
    #expect(plan.changes.isEmpty)
    #expect(ids == [.outputOutsideFolder])
  }

  @Test("a file in the place of a folder stays") func fileAsFolder() {
    let (plan, ids) = plan([file("M/A/A.swift")], over: ["M": .folder, "M/A": .foreign])
    #expect(plan.changes.isEmpty)
    #expect(ids == [.foreignOutput])
  }

  @Test("the output of an API whose document is broken stays as it is") func kept() {
    let (plan, _) = plan(
      [file("M/A/A.swift", "enum Half {}"), file("M/B/B.swift")],
      over: ["M/A/A.swift": entry(), "M/A/Other.swift": entry(), "M/C/C.swift": entry()],
      keeping: [.folder("M/A")]
    )
    #expect(plan.changes.map(\.path) == ["M/B/B.swift", "M/C/C.swift"])
  }

  @Test("where there is no old output, what could be read is written") func nothingToKeep() {
    let (plan, _) = plan([file("M/A/A.swift")], over: ["M/AB/A.swift": .foreign], keeping: [.folder("M/A")])
    #expect(plan.changes.map(\.path) == ["M/A/A.swift"])
  }

  @Test("a name that changed its case is deleted before it is written") func letterCase() {
    let (plan, _) = plan([file("M/URL.swift")], over: ["M/Url.swift": entry(), "M/A.swift": entry()])
    #expect(plan.changes.map(\.path) == ["M/Url.swift", "M/URL.swift", "M/A.swift"])
  }
}
