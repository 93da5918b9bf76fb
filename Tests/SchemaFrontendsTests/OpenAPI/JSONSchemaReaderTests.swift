import SchemaDescription
import SchemaSource
import Testing

@testable import SchemaFrontends

/// What schema objects become.
@Suite struct JSONSchemaReaderTests {
  @Test func propertiesNamedLikeKeywordsAreProperties() throws {
    let (schema, report) = try #require(
      OpenAPISample.schema(
        """
        {type: object, properties: {type: {type: string}, properties: {type: object}, required: {type: boolean},
        items: {type: array}, $ref: {type: string}, enum: {type: string}, default: {type: integer}, allOf: {}},
        required: [type, $ref]}
        """
      )
    )
    #expect(
      schema.properties.map(\.key) == ["type", "properties", "required", "items", "$ref", "enum", "default", "allOf"]
    )
    #expect(
      schema.properties.map(\.schema.types) == [
        [.string], [.object], [.boolean], [.array], [.string], [.string], [.integer], [],
      ]
    )
    #expect(schema.reference == nil && schema.enumeration.isEmpty && schema.allOf.isEmpty)
    #expect(schema.required.map(\.name) == ["type", "$ref"])
    #expect(report.diagnostics.isEmpty)
  }

  @Test func keywordsInsideValuesAreValues() throws {
    let flow = """
      {type: object, example: {$ref: '#/nowhere', type: 7}, default: {$ref: 1}, enum: [{$ref: '#/x'}],
      examples: [{properties: 3}], const: {required: no}}
      """
    let (schema, report) = try #require(OpenAPISample.schema(flow))
    #expect(report.diagnostics.isEmpty)
    #expect(schema.reference == nil)
    #expect(schema.examples.map { $0.value.jsonText() } == [##"{"$ref":"#/nowhere","type":7}"##, #"{"properties":3}"#])
    #expect(schema.defaultValue?.jsonText() == #"{"$ref":1}"#)
    #expect(schema.enumeration.count == 1 && schema.constant != nil)
  }

  @Test(arguments: [
    ("{type: [string, 'null']}", [RawType.string, .null], false), ("{type: [string, null]}", [.string, .null], false),
    ("{type: string, nullable: true}", [.string], true), ("{type: string, x-nullable: true}", [.string], true),
    ("{type: 'null'}", [.null], false), ("{type: null}", [.null], false),
    ("{type: string, nullable: false}", [.string], false),
  ])
  func everySpellingOfNullable(flow: String, types: [RawType], isNullable: Bool) throws {
    let (schema, report) = try #require(OpenAPISample.schema(flow))
    #expect(schema.types == types)
    #expect(schema.isNullable == isNullable)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func nullAmongAlternativesAndConstants() throws {
    let (schema, _) = try #require(
      OpenAPISample.schema("{anyOf: [{type: string}, {type: 'null'}], oneOf: [{const: null}]}")
    )
    #expect(schema.anyOf.map(\.types) == [[.string], [.null]])
    #expect(schema.oneOf.first?.constant?.isNull == true)
  }

  @Test func referenceKeepsItsSiblings() throws {
    let (schema, report) = try #require(
      OpenAPISample.schema(
        "{$ref: '#/components/schemas/B', description: mine, nullable: true, deprecated: true}",
        others: ", B: {type: string}"
      )
    )
    #expect(schema.reference?.key == SchemaKey("api.yaml#/components/schemas/B"))
    #expect(schema.description == "mine" && schema.isNullable && schema.isDeprecated)
    #expect(report.diagnostics.isEmpty)
  }

  @Test func enumerationsTakeNamesAndDescriptionsFromExtensions() throws {
    let cases = [
      "{enum: [1, 2], x-enum-varnames: [one, two], x-enum-descriptions: [first, second]}",
      "{enum: [1, 2], x-enumNames: [one, two], x-enumDescriptions: {'1': first, '2': second}}",
      "{enum: [1, 2], x-apifox-enum: [{value: '2', name: two, description: second}, {value: 1, name: one, description: first}]}",
      "{x-apidog-enum: [{value: 1, name: one, description: first}, {value: 2, name: two, description: second}]}",
    ]
    for flow in cases {
      let (schema, report) = try #require(OpenAPISample.schema(flow))
      #expect(schema.enumeration.map(\.value.number) == ["1", "2"])
      #expect(schema.enumeration.map(\.name) == ["one", "two"], "\(flow)")
      #expect(schema.enumeration.map(\.description) == ["first", "second"], "\(flow)")
      #expect(report.diagnostics.isEmpty)
    }
  }

  @Test func legacyDescriptionsOfEnumeratedValues() throws {
    let (schema, _) = try #require(
      OpenAPISample.schema("{enum: [a, b], x-apifox: {enumDescriptions: {b: second, a: ''}}}")
    )
    #expect(schema.enumeration.map(\.description) == [nil, "second"])
  }

  @Test func discriminatorMapsNamesAndReferences() throws {
    let flow = """
      {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind,
      mapping: {b: B, c: '#/components/schemas/B', d: 'a b', e: other.yaml#/B}}}
      """
    let (schema, report) = try #require(OpenAPISample.schema(flow, others: ", B: {}"))
    let discriminator = try #require(schema.discriminator)
    #expect(discriminator.propertyName == "kind")
    #expect(discriminator.mapping.map(\.value) == ["b", "c", "d", "e"])
    #expect(
      discriminator.mapping.map(\.reference.key.text) == [
        "api.yaml#/components/schemas/B", "api.yaml#/components/schemas/B", "api.yaml#/components/schemas/a b",
        "api.yaml:other.yaml#/B",
      ]
    )
    #expect(report.diagnostics.map(\.message) == ["there is no file 'other.yaml'"])
  }

  @Test func whatApifoxSpreadsIsPutInPlace() throws {
    let spread = """
      {type: object, properties: {z: {}}, required: [z], x-apifox-orders: [01A, z], x-apifox-refs: {01A: {$ref: '#/components/schemas/B',
      required: [x], x-apifox-overrides: {a: null, b: {type: integer}, c: null}}}%}
      """
    let base = ", B: {type: object, required: [a, b], properties: {b: {type: string}, a: {}, x: {}}}"
    let (schema, report) = try #require(OpenAPISample.schema(spread.replacing("%", with: ""), others: base))
    #expect(schema.allOf.isEmpty)
    #expect(schema.properties.map(\.key) == ["b", "x", "z"])
    #expect(schema.properties[0].schema.types == [.integer])
    #expect(schema.required.map(\.name) == ["z", "x"])
    #expect(
      report.diagnostics.map(\.message) == [
        "'c' cannot be taken out: what is spread here has no such property of its own"
      ]
    )
    let done = spread.replacing("%", with: ", x-apifox-ignore-properties: [a]")
    let (merged, silent) = try #require(OpenAPISample.schema(done, others: base))
    #expect(merged.properties.map(\.key) == ["z"] && merged.allOf.isEmpty && silent.diagnostics.isEmpty)
  }

  @Test func whatApifoxSpreadsUnchangedIsAnotherName() throws {
    let flow = "{type: object, properties: {}, x-apidog-refs: {01A: {$ref: '#/components/schemas/B'}}}"
    let (schema, _) = try #require(OpenAPISample.schema(flow, others: ", B: {}"))
    #expect(schema.allOf.map(\.reference?.key.text) == ["api.yaml#/components/schemas/B"])
  }

  /// Schemas that spread each other, one that spreads itself, one that is no object, and one that is not there.
  @Test func spreadsThatLeadNowhere() throws {
    let flow = """
      {properties: {a: {}}, x-apifox-refs: {01A: {$ref: '#/components/schemas/B'}, 01B: {$ref: '#/components/schemas/A'},
      01C: {$ref: '#/components/schemas/S'}, 01D: {$ref: '#/components/schemas/Gone'}, 01E: 1, 01F: {$ref: 1}}}
      """
    let others = ", B: {properties: {b: {}}, x-apifox-refs: {01A: {$ref: '#/components/schemas/A'}}}, S: {type: string}"
    let (schema, report) = try #require(OpenAPISample.schema(flow, others: others))
    #expect(schema.properties.map(\.key) == ["b", "a"])
    #expect(
      schema.allOf.map(\.reference?.key.text) == ["A", "A", "S", "Gone"].map { "api.yaml#/components/schemas/\($0)" }
    )
    #expect(report.ids == [.unexpectedValue, .unexpectedValue])
  }

  @Test func additionalPropertiesAndBooleanSchemas() throws {
    let flow = "{properties: {a: true, b: false}, additionalProperties: {type: integer}, items: true}"
    let (schema, report) = try #require(OpenAPISample.schema(flow))
    guard case .schema(let values) = schema.additionalProperties else {
      Issue.record("no schema of further properties")
      return
    }
    #expect(values.value.types == [.integer])
    #expect(schema.items != nil)
    #expect(schema.properties.map(\.schema.isNever) == [false, true])
    #expect(report.diagnostics.isEmpty)
    for (flow, isAllowed) in [("{additionalProperties: true}", true), ("{additionalProperties: false}", false)] {
      switch try #require(OpenAPISample.schema(flow)).schema.additionalProperties {
      case .allowed: #expect(isAllowed)
      case .forbidden: #expect(!isAllowed)
      default: Issue.record("neither allowed nor forbidden")
      }
    }
  }

  @Test func constraintsAreCarriedAsTheyStand() throws {
    let (schema, _) = try #require(
      OpenAPISample.schema(
        "{minimum: 0, exclusiveMinimum: true, maximum: 9223372036854775808, pattern: '^a', not: {type: string}, x-mine: 1}"
      )
    )
    #expect(schema.constraints.map(\.keyword) == ["minimum", "exclusiveMinimum", "maximum", "pattern"])
    #expect(schema.assertions.count == 1)
    #expect(schema.constraints[2].value.number == "9223372036854775808")
  }

  @Test func unknownBodyKeepsItsShape() throws {
    let (schema, _) = try #require(OpenAPISample.schema("{type: object, properties: {}}"))
    #expect(schema.types == [.object] && schema.hasEmptyProperties && schema.properties.isEmpty)
    #expect(try #require(OpenAPISample.schema("{type: object}")).schema.hasEmptyProperties == false)
  }

  @Test func ordersOfPlainNamesSortProperties() throws {
    let properties = "properties: {a: {}, b: {}, c: {}}"
    let sorted = try #require(OpenAPISample.schema("{\(properties), x-apifox-orders: [c, a]}"))
    #expect(sorted.schema.properties.map(\.key) == ["c", "a", "b"])
    let mixed = try #require(OpenAPISample.schema("{\(properties), x-apifox-orders: [c, 01JSRF01R97ZK0FE2NPYS810YS]}"))
    #expect(mixed.schema.properties.map(\.key) == ["c", "a", "b"])
  }

  @Test(arguments: [
    ("{type: object, properties: [a]}", "[a]"), ("{type: 7}", "7"), ("{type: any}", "any"),
    ("{type: String}", "String"),
    ("{required: true}", "true"), ("{required: [1]}", "1"), ("{items: 3}", "3"), ("{allOf: 3}", "3"),
    ("{oneOf: {type: string}}", "{type: string}"), ("{enum: a}", "a"), ("{enum: []}", "[]"),
    ("{nullable: 'yes'}", "'yes'"),
    ("{title: [a]}", "[a]"), ("{discriminator: kind}", "kind"), ("{discriminator: {}}", "{}"), ("{$ref: 5}", "5"),
    ("{additionalProperties: 1}", "1"), ("{properties: {a: x}}", "x"), ("{examples: 1}", "1"), ("17", "17"),
  ])
  func wrongTypesAreReportedWhereTheyStand(flow: String, place: String) throws {
    let sample = try #require(OpenAPISample("openapi: 3.1.0\ncomponents: {schemas: {A: \(flow), B: {type: string}}}"))
    #expect(sample.places(.unexpectedValue) == [place])
    #expect(sample.report.diagnostics.count == 1)
    #expect(sample.schema("B")?.types == [.string])
  }

  @Test func deepSchemasEndInOneDiagnostic() throws {
    let depth = 200
    let flow = String(repeating: "{items: ", count: depth) + "{}" + String(repeating: "}", count: depth)
    let (schema, report) = try #require(OpenAPISample.schema(flow))
    var levels = 0
    var current: RawSchema? = schema
    while let items = current?.items {
      levels += 1
      current = items.value
    }
    #expect(levels == JSONSchemaReader.depthLimit)
    #expect(report.ids == [.nestingTooDeep])
  }

  @Test func ofEqualKeysTheLastCountsAndKeysThatOnlyLookEqualAreTwo() throws {
    let text =
      "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"A\":{\"properties\":"
      + "{\"a\":{\"type\":\"string\"},\"\u{E9}\":{},\"e\u{301}\":{},\"a\":{\"type\":\"integer\"}}}}}}"
    let file = SourceFile(id: FileID(0), path: "api.json", bytes: Array(text.utf8))
    let schema = try #require(OpenAPISample(file)?.schema("A"))
    #expect(schema.properties.map { Array($0.key.utf8) } == [[0xC3, 0xA9], [0x65, 0xCC, 0x81], [0x61]])
    #expect(schema.properties.last?.schema.types == [.integer])
  }
}
