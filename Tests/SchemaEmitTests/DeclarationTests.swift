import SchemaEmit
import SchemaIR
import SchemaSource
import Testing

/// The whole text of each kind of declaration.
@Suite struct DeclarationTests {
  @Test("a structure: required, optional, nullable, both, any JSON, boxed, deprecated, constant, the rest")
  func structure() throws {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure(
        "Chat",
        [
          Build.property("model", .scalar(.string), text: "Model ID.\n\nSee */ \\(x)."),
          Build.property("top_p", .scalar(.double), .optional),
          Build.property("refusal", .nullable(.scalar(.string))),
          Build.property("user", .nullable(.scalar(.string)), .optional, isDeprecated: true),
          Build.property("logprobs", .scalar(.json)),
          Build.property("self", .boxed(.declared(DeclID(0))), .optional),
          Build.property("type", .scalar(.string), initial: .string("a\"b")),
          Build.property("reader", .scalar(.int32), .optional),
        ],
        additional: .kept(.scalar(.int)),
        isDeprecated: true
      )
    ]
    #expect(
      try Build.body(api, of: "Chat") == """
          /// A JSON object.
          public struct Chat: SchemaObject {
            /// Model ID.
            ///
            /// See */ \\(x).
            public var model: String
            /// The value of "top_p".
            public var topP: Double?
            /// The value of "refusal".
            public var refusal: String?
            /// The value of "user".
            @available(*, deprecated)
            public var user: Nullable<String>? {
              get { _user }
              set { _user = newValue }
            }
            private var _user: Nullable<String>?
            /// The value of "logprobs".
            public var logprobs: JSONValue
            /// The value of "self".
            @Indirect public var selfValue: Chat?
            /// The value of "type".
            public var type: String
            /// The value of "reader".
            public var reader: Int32?
            /// The properties that have no name here.
            public var additionalProperties: [String: Int]

            /// Creates a value from its properties.
            @available(*, deprecated)
            public init(
              model: String,
              topP: Double? = nil,
              refusal: String?,
              user: Nullable<String>? = nil,
              logprobs: JSONValue,
              selfValue: Chat? = nil,
              type: String = "a\\"b",
              reader: Int32? = nil,
              additionalProperties: [String: Int] = [:]
            ) {
              self.model = model
              self.topP = topP
              self.refusal = refusal
              self._user = user
              self.logprobs = logprobs
              self.selfValue = selfValue
              self.type = type
              self.reader = reader
              self.additionalProperties = additionalProperties
            }

            /// Reads a value from a JSON object.
            public init(from reader: ObjectReader) throws {
              model = try reader.string("model")
              topP = try reader.doubleIfPresent("top_p")
              refusal = try reader.nullable("refusal")
              _user = try reader.nullableIfPresent("user")
              logprobs = try reader.value("logprobs")
              selfValue = try reader.valueIfPresent("self")
              type = try reader.string("type")
              self.reader = try reader.valueIfPresent("reader")
              additionalProperties = try reader.additionalProperties(except: [
                "model", "top_p", "refusal", "user", "logprobs", "self", "type", "reader",
              ])
            }

            /// Writes the value as a JSON object.
            public func write(to writer: inout ObjectWriter) throws {
              try writer.string("model", model)
              try writer.doubleIfPresent("top_p", topP)
              try writer.nullable("refusal", refusal)
              try writer.nullableIfPresent("user", _user)
              try writer.value("logprobs", logprobs)
              try writer.valueIfPresent("self", selfValue)
              try writer.string("type", type)
              try writer.valueIfPresent("reader", self.reader)
              try writer.additionalProperties(additionalProperties)
            }
          }

        """
    )
  }

  @Test("enumerations, open and closed")
  func enumerations() throws {
    var api = API(name: "relay")
    let cases = [
      Enumeration.Case(value: .string("alloy"), documentation: "Calm."), Enumeration.Case(value: .string("in")),
      Enumeration.Case(value: .string("alloy")), Enumeration.Case(value: .integer(1)),
    ]
    api.declarations = [
      Build.declaration(.component("Voice"), .enumeration(Enumeration(rawKind: .string, cases: cases)), "A voice."),
      Build.declaration(
        .component("Shut"),
        .enumeration(Enumeration(rawKind: .string, cases: cases, isOpen: false)),
        isDeprecated: true
      ),
      Build.declaration(
        .component("Empty"),
        .enumeration(Enumeration(rawKind: .integer, cases: [], isOpen: false))
      ),
    ]
    #expect(
      try Build.body(api, of: "Voice") == """
          /// A voice.
          public struct Voice: OpenStringEnum {
            /// The value on the wire.
            public let rawValue: String

            /// Creates a value, listed or not.
            public init(rawValue: String) { self.rawValue = rawValue }

            /// Calm.
            public static var alloy: Self { "alloy" }
            /// The value "in".
            public static var `in`: Self { "in" }
          }

        """
    )
    #expect(
      try Build.body(api, of: "Shut") == """
          /// One of the listed values.
          ///
          /// - Warning: The document marks this type as deprecated.
          public enum Shut: String, Codable, Hashable, Sendable {
            /// Calm.
            case alloy = "alloy"
            /// The value "in".
            case `in` = "in"
          }

        """
    )
    #expect(
      try Build.body(api, of: "Empty") == """
          /// One of the listed values.
          public struct Empty: OpenIntegerEnum {
            /// The value on the wire.
            public let rawValue: Int

            /// Creates a value, listed or not.
            public init(rawValue: Int) { self.rawValue = rawValue }
          }

        """
    )
  }

  @Test("a union by shape: one variant a JSON type, several, and null")
  func shapes() throws {
    var api = API(name: "relay")
    api.declarations = [
      Build.declaration(
        .component("Stop"),
        .union(
          Union(
            tagging: .shape,
            variants: [
              Union.Variant(name: "string", type: .scalar(.string), documentation: "A text."),
              Union.Variant(name: "number", type: .scalar(.double)),
              Union.Variant(name: "first", type: .declared(DeclID(1))),
              Union.Variant(name: "self", type: .boxed(.declared(DeclID(2)))),
            ]
          )
        )
      ),
      Build.structure("First", []),
      Build.structure("Second", [Build.property("stop", .declared(DeclID(0)))]),
    ]
    #expect(
      try Build.body(api, of: "Stop") == """
          /// One of several types.
          public enum Stop: SchemaUnion, ExpressibleByFloatLiteral, ExpressibleByStringLiteral {
            /// A text.
            case string(String)
            case number(Double)
            case first(First)
            indirect case selfValue(Second)

            /// Makes the variant `number`.
            public init(floatLiteral value: Double) { self = .number(value) }

            /// Makes the variant `string`.
            public init(stringLiteral value: String) { self = .string(value) }

            /// Reads the variant that the JSON value is.
            public init(from reader: ValueReader) throws {
              switch reader.kind {
              case .string: self = .string(try reader.value())
              case .integer, .number: self = .number(try reader.value())
              case .object: self = try reader.best({ .first(try $0.value()) }, { .selfValue(try $0.value()) })
              default: throw reader.mismatch(expected: "a number, a string or an object")
              }
            }

            /// Writes the variant's value.
            public func write(to writer: ValueWriter) throws {
              switch self {
              case .string(let value): try writer.value(value)
              case .number(let value): try writer.value(value)
              case .first(let value): try writer.value(value)
              case .selfValue(let value): try writer.value(value)
              }
            }
          }

        """
    )
  }

  @Test("a union by tag")
  func tags() throws {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure("Text", []),
      Build.declaration(
        .component("Part"),
        .union(
          Union(
            tagging: .property(key: "ty\"pe"),
            variants: [
              Union.Variant(name: "text", type: .declared(DeclID(0)), tags: ["text", "input_text"]),
              Union.Variant(name: "unknown", type: .declared(DeclID(0)), tags: ["text", "\\(x)"]),
              Union.Variant(name: "never", type: .declared(DeclID(0)), tags: ["text"]),
            ]
          )
        )
      ),
    ]
    #expect(
      try Build.body(api, of: "Part") == """
          /// One of several types.
          public enum Part: SchemaUnion {
            case text(Text)
            case unknownValue(Text)
            case never(Text)
            /// A value whose tag the document does not list.
            case unknown(JSONValue)

            /// Reads the variant that the JSON value is.
            public init(from reader: ValueReader) throws {
              switch try reader.tag("ty\\"pe") {
              case "text", "input_text": self = .text(try reader.value())
              case "\\\\(x)": self = .unknownValue(try reader.value())
              default: self = .unknown(try reader.value())
              }
            }

            /// Writes the variant's value.
            public func write(to writer: ValueWriter) throws {
              switch self {
              case .text(let value): try writer.value(value)
              case .unknownValue(let value): try writer.value(value)
              case .never(let value): try writer.value(value)
              case .unknown(let value): try writer.value(value)
              }
            }
          }

        """
    )
  }

  @Test("aliases, also of nothing and of themselves; null belongs to the use")
  func aliases() throws {
    var api = API(name: "relay")
    api.declarations = [
      Build.declaration(.component("List"), .alias(.nullable(.array(.nullable(.declared(DeclID(1)))))), "Some texts."),
      Build.declaration(.component("Text"), .alias(.scalar(.string))),
      Build.declaration(.component("Ring"), .alias(.array(.declared(DeclID(2))))),
      Build.declaration(.component("Nothing"), .union(Union(tagging: .shape, variants: []))),
      Build.structure("Use", [Build.property("a", .declared(DeclID(0))), Build.property("b", .declared(DeclID(1)))]),
    ]
    #expect(try Build.body(api, of: "List") == "  /// Some texts.\n  public typealias List = [Text?]\n")
    #expect(try Build.body(api, of: "Text") == "  /// Another name of `String`.\n  public typealias Text = String\n")
    #expect(
      try Build.body(api, of: "Ring") == "  /// Another name of `JSONValue`.\n  public typealias Ring = JSONValue\n"
    )
    #expect(try Build.body(api, of: "Nothing").hasSuffix("public typealias Nothing = JSONValue\n"))
    let use = try Build.body(api, of: "Use")
    #expect(use.contains("public var a: List?\n"))
    #expect(use.contains("a = try reader.nullable(\"a\")\n"))
    #expect(use.contains("b = try reader.string(\"b\")\n"))
  }

  @Test(
    "constants become literals of their type or nothing",
    arguments: [
      (.scalar(.int), .integer(-7), "Int = -7"), (.scalar(.int), .string("7"), "Int"),
      (.scalar(.int32), .integer(1 << 40), "Int32"), (.scalar(.double), .number("1E2"), "Double = 100.0"),
      (.scalar(.double), .number("1e999"), "Double"), (.scalar(.double), .number("0x10"), "Double"),
      (.scalar(.double), .number("1); evil("), "Double"), (.scalar(.double), .integer(3), "Double = 3"),
      (.scalar(.boolean), .boolean(true), "Bool = true"), (.scalar(.string), .null, "String"),
      (.scalar(.json), .string("x"), "JSONValue = \"x\""), (.array(.scalar(.string)), .string("x"), "[String]"),
      (.nullable(.scalar(.string)), .string("x"), "String? = \"x\""),
    ] as [(TypeRef, Literal, String)]
  )
  func constants(type: TypeRef, literal: Literal, expected: String) throws {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Thing", [Build.property("x", type, initial: literal)])]
    #expect(try Build.body(api, of: "Thing").contains("public init(x: \(expected)) {\n"))
  }

  @Test("a constant of a closed enumeration is one of its cases")
  func closedConstant() throws {
    let shut = Enumeration(rawKind: .string, cases: [Enumeration.Case(value: .string("none"))], isOpen: false)
    var api = API(name: "relay")
    api.declarations = [
      Build.declaration(.component("Shut"), .enumeration(shut)),
      Build.structure(
        "Thing",
        [
          Build.property("a", .declared(DeclID(0)), initial: .string("none")),
          Build.property("b", .declared(DeclID(0)), initial: .string("other")),
          Build.property("c", .nullable(.declared(DeclID(0))), .optional, initial: .string("none")),
        ]
      ),
    ]
    let text = try Build.body(api, of: "Thing")
    #expect(text.contains("init(a: Shut = .noneValue, b: Shut, c: Nullable<Shut>? = .value(.noneValue)) {\n"))
  }

  @Test("a box behind an alias is kept")
  func boxedAlias() throws {
    var api = API(name: "relay")
    api.declarations = [
      Build.structure("Tree", [Build.property("left", .declared(DeclID(1)), .optional)]),
      Build.declaration(.component("Branch"), .alias(.nullable(.boxed(.declared(DeclID(0)))))),
    ]
    #expect(try Build.body(api, of: "Tree").contains("@Indirect public var left: Nullable<Branch>?\n"))
  }

  @Test("a property spelled as the word for any type stands in backticks")
  func anyAsAName() {
    var api = API(name: "relay")
    api.declarations = [Build.structure("Thing", [Build.property("Any", .scalar(.string))])]
    let text = Build.files(api) { $0.naming.properties.style = .verbatim }.values.joined()
    #expect(text.contains("public var `Any`: String\n") && text.contains("self.Any = `Any`\n"), "\(text)")
  }
}
