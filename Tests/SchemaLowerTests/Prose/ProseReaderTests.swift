import SchemaSource
import Testing

@testable import SchemaLower

/// What descriptions say of values, in both languages, and what only looks like it. A phrasing that is read wrongly is one
/// more row.
@Suite struct ProseReaderTests {
  /// A phrasing, the type of the value that it describes, and what is read: nothing where the text is empty.
  typealias Row = (text: String, subject: ProseSubject, reading: String)

  @Test(arguments: ProsePhrasings.chinese)
  func `chinese phrasings`(row: Row) {
    #expect(reading(row) == row.reading)
  }

  @Test(arguments: ProsePhrasings.english)
  func `english phrasings`(row: Row) {
    #expect(reading(row) == row.reading)
  }

  @Test(arguments: ProsePhrasings.chineseWithoutMeaning + ProsePhrasings.englishWithoutMeaning)
  func `running text says nothing`(text: String, subject: ProseSubject) {
    #expect(reading((text, subject, "")) == "")
  }

  @Test func `each list has phrasings enough`() {
    let sizes = [
      ProsePhrasings.chinese.count, ProsePhrasings.english.count, ProsePhrasings.chineseWithoutMeaning.count,
      ProsePhrasings.englishWithoutMeaning.count,
    ]
    #expect(sizes.allSatisfy { $0 >= 20 })
  }

  @Test func `a default is one of the listed values`() {
    #expect(ProseReader("Defaults to low.")?.reading(of: .string, values: ["low", "high"]).standard == "low")
    #expect(ProseReader("Defaults to `mid`.")?.reading(of: .string, values: ["low", "high"]).standard == nil)
  }

  @Test(arguments: [
    ("较高的值(如 0.8)将使输出更加随机", "0.8"),
    ("所以 0.1 意味着只考虑前 10%", "0.1"),
    ("-2.0 和 2.0 之间的数字", "2.0"),
    ("A value between 0.25 and 4.0.", "0.25"),
    ("默认为1.5。", "1.5"),
  ])
  func `fractions are read`(text: String, number: String) {
    #expect(ProseReader(text)?.fractionalNumber() == number)
  }

  @Test(arguments: [
    "for gpt-3.5 and gpt-4.1-mini", "since v1.2", "version 2.0 of the API", "see section 1.2.3", "at most 10.",
    "OpenAPI 3.1", "127.0.0.1", "none",
  ])
  func `versions and names are no fractions`(text: String) {
    #expect(ProseReader(text)?.fractionalNumber() == nil)
  }

  @Test(arguments: ["", "`", "one of `", "默认", "default:", "between 1 and", "[", "\u{FEFF}可选值：", "介于-", "长度1,"])
  func `unfinished phrases say nothing`(text: String) {
    for subject in [ProseSubject.string, .integer, .number, .boolean] {
      #expect(reading((text, subject, "")) == "")
    }
  }

  /// What is read, as text.
  private func reading(_ row: Row) -> String {
    guard let reading = ProseReader(row.text)?.reading(of: row.subject) else { return "" }
    var parts: [String] = []
    if !reading.values.isEmpty { parts.append("one of " + reading.values.joined(separator: ", ")) }
    if let standard = reading.standard { parts.append("default \(standard)") }
    parts += reading.limits.map { "\($0.keyword) \($0.number)" }
    return parts.joined(separator: "; ")
  }
}

/// What is read goes into the IR, marked, unless the configuration says otherwise.
@Suite struct ReadProseTests {
  private static let schemas = """
    {"Speech":{"type":"object","properties":{
    "voice":{"type":"string","description":"One of `a`, `b`. Defaults to `a`."},
    "speed":{"type":"number","description":"Between 0.25 and 4. Defaults to 2."},
    "count":{"type":"integer","minimum":1,"default":2,"description":"At most 1. Between 3 and 8. Defaults to 1."},
    "ratio":{"type":"integer","description":"For example 0.5"}}}}
    """

  @Test func `what is read is marked`() throws {
    var options = LowerOptions()
    options.validation = .rules
    let (dump, reported) = try Lowered.schemas(Self.schemas, options: options)
    #expect(dump.contains("\"voice\": #1 optional default \"a\" from prose"))
    #expect(dump.contains("open enumeration #1 property \"voice\" in #0 from prose: string"))
    #expect(dump.contains("\"ratio\": double from prose optional"))
    #expect(dump.contains("from prose: /properties/speed: maximum"))
    #expect(Set(reported).isSuperset(of: [.valuesFromProse, .defaultFromProse, .limitsFromProse, .typeFromProse]))
  }

  @Test func `what the document declares stays`() throws {
    let dump = try Lowered.schemas(Self.schemas).dump
    #expect(dump.contains("\"count\": int optional default 2\n"))
  }

  @Test func `prose is ignored on request`() throws {
    var options = LowerOptions()
    options.validation = .rules
    options.readsProse = false
    let (dump, reported) = try Lowered.schemas(Self.schemas, options: options)
    #expect(!dump.contains("prose"))
    #expect(reported.isEmpty)
  }
}
