import Foundation
import SchemaGen
import Testing

/// `Docs/Diagnostics.md` says what the code says.
@Suite struct DiagnosticTableTests {
  @Test("Docs/Diagnostics.md is up to date; SCHEMAGEN_RECORD=1 writes it") func upToDate() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let file = package.standardizedFileURL.appendingPathComponent("Docs/Diagnostics.md")
    let old = try? String(contentsOf: file, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["SCHEMAGEN_RECORD"] == "1"
    if isRecording, old != DiagnosticTable.markdown {
      try DiagnosticTable.markdown.write(to: file, atomically: true, encoding: .utf8)
    }
    // Recording fails the run that records, so that no run passes on what it has just written.
    #expect(old == DiagnosticTable.markdown, "run `make golden` and look at the difference")
  }
}
