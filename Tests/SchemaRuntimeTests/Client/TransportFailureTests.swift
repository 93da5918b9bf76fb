import Foundation
import Testing

@testable import SchemaRuntime

/// How errors of transports are shown.
@Suite struct TransportFailureTests {
  /// What a transport's error is shown as.
  private func text(_ error: any Error) -> String {
    TransportFailure(operation: "op", underlying: error, redaction: Redaction(["sesame-1"])).description
  }

  @Test func errorsOfFoundation() {
    let said = CocoaError(
      .fileReadUnknown,
      userInfo: [
        NSLocalizedDescriptionKey: "Could not connect, sesame-1",
        "NSErrorFailingURLKey": "https://api.example.com/a?key=sesame-1&page=2",
      ]
    )
    #expect(text(said) == "op: Could not connect, [redacted] (NSCocoaErrorDomain 256)")
    let plain = NSError(domain: "Wire", code: 7, userInfo: [NSLocalizedDescriptionKey: "cut", "url": "?page=2"])
    #expect(text(plain) == "op: cut (Wire 7)")
    let silent = text(NSError(domain: "Wire", code: 7))
    #expect(silent.contains("Wire") && silent.contains("7") && !silent.contains("UserInfo"))
  }

  @Test func otherErrors() {
    #expect(text(BodyTooLarge(limit: 9)) == "op: the body has more than 9 bytes")
    #expect(text(Broken()) == "op: Broken()")
  }
}
