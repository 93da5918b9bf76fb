import SchemaDescription
import SchemaIR
import SchemaLower
import SchemaSource
import Testing

/// What documents say of calls, be it wrong or in the thousands.
@Suite struct HostileCallsTests {
  /// A document with one operation.
  private func document(_ operation: String, _ more: String = "") -> String {
    #"{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{"post":\#(operation)}}\#(more)}"#
  }

  @Test("events that lead to themselves are found once") func circularEvents() {
    let text = document(
      ##"{"responses":{"200":{"description":"a","content":{"text/event-stream":{"schema":{"$ref":"#/components/schemas/A"}}}}}}"##,
      ##","components":{"schemas":{"A":{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]},"B":{"type":"object","properties":{"event":{"type":"string"},"data":{"type":"integer"}}}}}"##
    )
    #expect(Lowered.document(text).api.operations.first?.eventStream?.type == .scalar(.int))
  }

  @Test(
    "wrong values cost what holds them",
    arguments: [
      #"{"x-fern-streaming":7,"responses":{"200":{"description":"a"}}}"#,
      #"{"x-fern-streaming":{"response-stream":[1]},"responses":{"200":{"description":"a"}}}"#,
      #"{"x-fern-streaming":{"response-stream":{"type":"string"}},"responses":{}}"#,
      #"{"security":[7,{"none":[]},[]],"responses":{"200":{"description":"a","content":{"text/event-stream":{"x-speakeasy-sse-sentinel":{}}}}}}"#,
      #"{"requestBody":{"content":{"*/*":{},"image/*":{},"":{},"text/event-stream":{}}},"responses":{}}"#,
      #"{"requestBody":{"content":{"text/event-stream":{}}},"responses":{}}"#,
    ]
  )
  func wrongValues(operation: String) {
    #expect(Lowered.document(document(operation)).api.operations.count == 1)
  }

  @Test("a body that nothing can carry is told") func lostBody() {
    let (api, report) = Lowered.document(
      document(#"{"requestBody":{"content":{"text/event-stream":{}}},"responses":{}}"#)
    )
    #expect(api.operations.first?.body == nil)
    #expect(report.diagnostics.contains { $0.id == .unsupportedFeature && $0.severity == .warning })
  }

  @Test("thousands of media types are read in time") func manyMediaTypes() {
    let contents = (0..<2000).map {
      #""application/vnd.a\#($0)+json":{"schema":{"type":"object","properties":{"p":{"type":"integer"}}}}"#
    }
    let text = document(#"{"requestBody":{"content":{\#(contents.joined(separator: ","))}},"responses":{}}"#)
    #expect(Lowered.document(text).api.operations.first?.body?.contents.count == 1)
  }

  @Test("a choice names an operation by what it is called, exactly before by a pattern") func choices() {
    var options = LowerOptions()
    options.pages = [
      "list*": Located(PaginationOption(.off), at: nil),
      "POST /a": Located(
        {
          var option = PaginationOption(.page); option.items = "."; return option
        }(),
        at: nil
      ),
    ]
    let text = document(
      #"{"operationId":"listA","parameters":[{"name":"page","in":"query","schema":{"type":"integer"}}],"responses":{"200":{"description":"a","content":{"application/json":{"schema":{"type":"array","items":{"type":"string"}}}}}}}"#
    )
    #expect(
      Lowered.document(text, options: options).api.operations.first?.pagination
        == Pagination(.page(parameter: "page", first: 1, more: nil), items: [])
    )
  }
}
