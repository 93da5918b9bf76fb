import SchemaRuntime
import Testing

/// Models of the golden cases `validation` and `validation-assertions` refuse what their document does.
@Suite struct ValidationTests {
  /// The keywords that a value of a model breaks, with their places.
  private func broken<Model: Validated & Decodable>(_ type: Model.Type, _ json: String) throws -> [String] {
    let value = try JSONCoding.decode(type, from: json.utf8)
    do {
      try value.validate()
      return []
    } catch let error as ValidationError {
      return error.violations.map { "\($0.keyPath) \($0.keyword)" }
    }
  }

  @Test func `valid values pass`() throws {
    #expect(try broken(Validation.Order.self, #"{"id":"1","state":"open","total":0.07,"discount":null}"#) == [])
    #expect(try broken(Validation.Payment.self, #"{"card":"12345"}"#) == [])
    try Validation.CreateOrderRequest(lines: [.init(sku: "AB-1", count: 1)]).validate()
  }

  @Test func `every violation is told`() throws {
    let order = #"{"id":"","state":"lost","total":0.005,"parts":[{"id":"2","state":"paid","total":0},{},{}]}"#
    #expect(throws: DecodingError.self) { try broken(Validation.Order.self, order) }
    let json = #"{"id":"","state":"lost","total":0.005,"parts":[{"id":"2","state":"paid","total":0}]}"#
    #expect(
      try broken(Validation.Order.self, json).sorted() == [
        "id minLength", "parts[0].total exclusiveMinimum", "state enum", "total multipleOf",
      ]
    )
    #expect(
      throws: ValidationError.self,
      performing: { try Validation.CreateOrderRequest(lines: []).validate() }
    )
    let line = Validation.Line(sku: "ab")
    let request = Validation.CreateOrderRequest(lines: [line, line])
    let error = #expect(throws: ValidationError.self) { try request.validate() }
    #expect(
      Set(error?.violations.map { "\($0.keyPath) \($0.keyword)" } ?? []) == [
        "lines uniqueItems", "lines[0] minProperties", "lines[0].sku pattern", "lines[1] minProperties",
        "lines[1].sku pattern",
      ]
    )
    #expect(try broken(Validation.Payment.self, #"{"card":"1234"}"#) == [" oneOf"])
  }

  @Test func `rules that are schemas themselves refuse what breaks them`() throws {
    let wrong = [
      #"{"weight":1,"carrier":"pigeon"}"#: ["carrier not"],
      #"{"weight":1,"insured":true}"#: [" required"],
      #"{"weight":1,"insured":false,"value":101}"#: ["value maximum"],
      #"{"weight":1,"card":"visa"}"#: [" dependentRequired"],
      #"{"weight":31,"address":"a"}"#: ["weight maximum"],
      #"{"weight":1,"stops":["north"]}"#: ["stops contains"],
      #"{"weight":1,"stops":["depot","depot","depot"]}"#: ["stops maxContains"],
      #"{"weight":1,"labels":{"Fragile":""}}"#: ["labels.Fragile pattern"],
    ]
    for (json, expected) in wrong {
      let found = try broken(ValidationAssertions.Shipment.self, json)
      #expect(found == expected, "\(json)")
    }
    for json in [#"{"weight":40}"#, #"{"weight":1,"card":"a","address":"b"}"#, #"{"weight":1,"carrier":"post"}"#] {
      #expect(try broken(ValidationAssertions.Shipment.self, json) == [], "\(json)")
    }
    #expect(ValidationAssertions.rules.problems == [])
  }

  @Test func `documented values pass whatever the rules say`() throws {
    #expect(try broken(Validation.Order.self, #"{"id":"1","state":"paid","discount":60}"#) == [])
    let lines = [Validation.Line(sku: "AB-1", count: 1)]
    try Validation.CreateOrderRequest(lines: lines, voucher: "SUMMER").validate()
  }

  @Test func `a schema without a type of its own has rules too`() throws {
    try Validation.rules["Sku"].validate("AB")
    #expect(throws: ValidationError.self) { try Validation.rules["Sku"].validate("ab") }
    #expect(Validation.rules.problems == [])
  }
}
