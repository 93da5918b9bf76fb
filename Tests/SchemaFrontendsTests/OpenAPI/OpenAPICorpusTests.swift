import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// Real documents, read without loss.
@Suite struct OpenAPICorpusTests {
  @Test(arguments: [
    ("openapi/openai.yaml", 304, 1422), ("openapi/openai-2.3.0.yaml", nil, nil), ("openapi/discord.json", 242, 539),
    ("openapi/github.json", 767, 299), ("openapi/firecracker.json", nil, nil), ("openapi/petstore-3.0.yaml", nil, nil),
    ("apifox/v2ex.openapi.yaml", nil, nil), ("apifox/sora2-default-module.openapi31.json", nil, nil),
  ])
  func documentsAreReadWhole(path: String, operations: Int?, schemas: Int?) throws {
    guard let file = OpenAPISample.corpus(path) else { return }
    let sample = try #require(OpenAPISample(file))
    let description = try #require(sample.description)
    let read = DocumentCensus(description)
    #expect(read == DocumentCensus(sample.root))
    #expect(read.operations > 0 && read.mediaTypes > 0)
    if let operations { #expect(read.operations == operations) }
    if let schemas { #expect(read.schemas == schemas) }
    #expect(!sample.report.hasErrors, "\(sample.report.diagnostics.first { $0.severity == .error }?.message ?? "")")
    var found: [String: Int] = [:]
    for diagnostic in sample.report.diagnostics where diagnostic.severity > .note {
      found["\(diagnostic.id.rawValue): \(diagnostic.message)", default: 0] += 1
    }
    print(path, read, found.sorted { $0.value > $1.value }.prefix(12))
  }

  @Test func everyReferenceToASchemaHasItsTarget() throws {
    for path in ["openapi/github.json", "openapi/discord.json", "openapi/openai.yaml"] {
      guard let file = OpenAPISample.corpus(path) else { continue }
      let sample = try #require(OpenAPISample(file))
      let description = try #require(sample.description)
      let keys = Set(description.schemas.map(\.key))
      #expect(keys.count == description.schemas.count)
      for operation in description.operations {
        for content in (operation.requestBody?.contents ?? []) + operation.responses.flatMap(\.contents) {
          guard let key = content.schema?.reference?.key else { continue }
          #expect(keys.contains(key), "\(path) \(key.text)")
        }
      }
    }
  }

  @Test func aRelaysDocumentIsReadWithoutAWarning() throws {
    let sample = try #require(OpenAPISample(OpenAPISample.package("specs/relay/openapi.yaml")))
    let description = try #require(sample.description)
    #expect(DocumentCensus(description) == DocumentCensus(sample.root))
    #expect(sample.report.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
    #expect(description.operations.allSatisfy { $0.id != nil && $0.title != nil && $0.description != nil })
    let chat = try #require(description.operations.first { $0.id == "createChatCompletion" })
    #expect(chat.requestBody?.contents.first?.examples.count == 6)
    #expect(chat.responses.first?.contents.map(\.examples.count) == [3, 12])
  }
}
