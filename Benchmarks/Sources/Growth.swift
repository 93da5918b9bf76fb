import Foundation
import SchemaEmit
import SchemaGen

/// How the time to generate grows with the size of a document: each kind of document in two sizes.
enum Growth {
  /// The sizes that are compared.
  private static let sizes = (small: 1_000, large: 10_000)

  /// A kind of document, made in any size.
  private struct Kind: Sendable {
    var name: String
    /// The document with so many of what there are many of, as JSON.
    var document: @Sendable (Int) -> String
  }

  private static let kinds = [
    Kind(name: "schemas of all kinds, with operations") { mixed($0) },
    Kind(name: "properties in one object, with an example") { count in
      let properties = (0..<count).map { #""p\#($0)":{"type":"string","description":"Property \#($0)."}"# }
      let values = (0..<count).map { #""p\#($0)":"x""# }
      return document([
        #""Wide":{"type":"object","properties":{\#(joined(properties))},"example":{\#(joined(values))}}"#
      ])
    },
    Kind(name: "keys in an example without a schema") { count in
      let values = (0..<count).map { #""p\#($0)":\#($0)"# }
      return document([#""Wide":{"type":"object","example":{\#(joined(values))}}"#])
    },
    Kind(name: "values of an enumeration, all in an example") { count in
      let values = joined((0..<count).map { #""value-\#($0)""# })
      return document([
        #""Value":{"type":"string","enum":[\#(values)]}"#,
        #""Values":{"type":"array","items":\#(reference("Value")),"example":[\#(values)]}"#,
      ])
    },
    Kind(name: "variants of a union with a discriminator") { count in
      let variants = (0..<count).map { index in
        #""V\#(index)":{"type":"object","required":["kind"],"properties":{"kind":{"const":"k\#(index)"}}}"#
      }
      let references = joined((0..<count).map { reference("V\($0)") })
      return document(
        variants + [#""Any":{"oneOf":[\#(references)],"discriminator":{"propertyName":"kind"}}"#]
      )
    },
    Kind(name: "operations without schemas, each with an example") { count in
      let paths = (0..<count).map { index in
        #""/a/b\#(index)":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":"#
          + #"{"example":{"id":\#(index),"name":"x"}}}}}}}"#
      }
      return document([], paths: paths)
    },
  ]

  /// The medians of all kinds as a Markdown table.
  static func table() -> String {
    let rows = kinds.map { kind in
      let small = median(kind.document(sizes.small), runs: 5)
      let large = median(kind.document(sizes.large), runs: 3)
      return String(format: "| %@ | %.0f ms | %.0f ms | %.1f × |", kind.name, small * 1e3, large * 1e3, large / small)
    }
    let head = "| generated in memory | \(sizes.small) | \(sizes.large) | as long |"
    return ([head, "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
  }

  /// The median time to generate a document.
  private static func median(_ text: String, runs: Int) -> Double {
    let input = InputDocument(api: "growth", path: "growth.json", bytes: Array(text.utf8))
    let options = Generator.Options(module: "Models")
    let generator = Generator(configuration: Configuration(), options: options, templates: TemplateSet())
    return Sample.take(runs) { precondition(!generator.generate([input]).files.isEmpty) }.median
  }

  /// Schemas of eight kinds that refer to one another, an operation for every eighth.
  private static func mixed(_ count: Int) -> String {
    let schemas = (0..<count).map { #""S\#($0)":\#(schema($0, of: count))"# }
    let paths = stride(from: 0, to: count, by: 8).map { index in
      let own = reference("S\(index)")
      return #""/things\#(index)/{id}":{"post":{"operationId":"makeThing\#(index)","tags":["t\#(index % 50)"],"#
        + #""parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"#
        + #""requestBody":{"content":{"application/json":{"schema":\#(own),"example":{"id":"a"}}}},"#
        + #""responses":{"200":{"description":"ok","content":{"application/json":{"schema":\#(own)}}}}}}"#
    }
    return document(schemas, paths: paths)
  }

  /// One of the schemas of a document of `count`.
  private static func schema(_ index: Int, of count: Int) -> String {
    func other(_ offset: Int) -> String { reference("S\(((index + offset) % count + count) % count)") }
    switch index % 8 {
    case 0:
      return
        #"{"type":"object","description":"The thing number \#(index).","required":["id"],"properties":{"#
        + #""id":{"type":"string","description":"One of `a\#(index)`, `b\#(index)`."},"next":\#(other(-index / 2)),"#
        + #""count":{"type":"integer","minimum":0},"when":{"type":"string","format":"date-time"}},"#
        + #""example":{"id":"x","count":3}}"#
    case 1:
      let values = joined((0...index % 5 + 1).map { #""v\#($0)""# })
      return #"{"type":"string","enum":[\#(values)]}"#
    case 2:
      return #"{"allOf":[\#(other(-2)),{"type":"object","properties":{"own\#(index)":{"type":"boolean"},"#
        + #""inner":{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"number"}}}}}]}"#
    case 3: return #"{"oneOf":[\#(other(-3)),{"type":"string"},\#(other(-1))]}"#
    case 4: return #"{"type":"array","items":\#(other(-index / 3))}"#
    case 5: return #"{"type":"object","additionalProperties":\#(other(-1))}"#
    case 6:
      return
        #"{"type":"object","properties":{"kind":{"const":"k\#(index)"},"back":\#(other(7)),"list":{"type":"array","#
        + #""items":{"type":"object","properties":{"x":{"type":"integer"},"same":{"enum":["on","off"]}}}}}}"#
    default:
      return
        #"{"type":"object","properties":{"name":{"type":["string","null"]},"data":{},"object":{"type":"object"}},"#
        + #""example":{"name":null,"data":{"id":"q","count":1},"object":{"z":[1,2,{"w":\#(index)}]}}}"#
    }
  }

  /// A document with these schemas and paths.
  private static func document(_ schemas: [String], paths: [String] = []) -> String {
    #"{"openapi":"3.1.0","info":{"title":"Growth","version":"1"},"paths":{\#(joined(paths))},"#
      + #""components":{"schemas":{\#(joined(schemas))}}}"#
  }

  /// A reference to a schema.
  private static func reference(_ name: String) -> String { ##"{"$ref":"#/components/schemas/\##(name)"}"## }

  /// Elements or members as JSON has them.
  private static func joined(_ parts: [String]) -> String { parts.joined(separator: ",") }
}
