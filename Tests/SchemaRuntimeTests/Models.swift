// The shapes of generated code, without its comments.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import SchemaRuntime

/// A namespace, as one is generated for an API.
public enum Relay {}

extension Relay {
  /// A request with a property of each presence.
  public struct ChatRequest: SchemaObject {
    /// Model ID.
    public var model: String
    public var messages: [Message]
    public var temperature: Double?
    public var refusal: String?
    public var user: Nullable<String>?
    public var stop: Content?
    public var voice: Voice?
    public var metadata: [String: JSONValue]?
    public var logprobs: JSONValue
    public var extra: JSONValue?
    @Indirect public var parent: ChatRequest?
    public var additionalProperties: [String: JSONValue]

    public init(
      model: String,
      messages: [Message],
      temperature: Double? = nil,
      refusal: String? = nil,
      user: Nullable<String>? = nil,
      stop: Content? = nil,
      voice: Voice? = nil,
      metadata: [String: JSONValue]? = nil,
      logprobs: JSONValue,
      extra: JSONValue? = nil,
      parent: ChatRequest? = nil,
      additionalProperties: [String: JSONValue] = [:]
    ) {
      self.model = model
      self.messages = messages
      self.temperature = temperature
      self.refusal = refusal
      self.user = user
      self.stop = stop
      self.voice = voice
      self.metadata = metadata
      self.logprobs = logprobs
      self.extra = extra
      self.parent = parent
      self.additionalProperties = additionalProperties
    }

    public init(from reader: ObjectReader) throws {
      model = try reader.string("model")
      messages = try reader.value("messages")
      temperature = try reader.doubleIfPresent("temperature")
      refusal = try reader.nullable("refusal")
      user = try reader.nullableIfPresent("user")
      stop = try reader.valueIfPresent("stop")
      voice = try reader.valueIfPresent("voice")
      metadata = try reader.valueIfPresent("metadata")
      logprobs = try reader.value("logprobs")
      extra = try reader.valueIfPresent("extra")
      parent = try reader.valueIfPresent("parent")
      additionalProperties = try reader.additionalProperties(except: [
        "model", "messages", "temperature", "refusal", "user", "stop", "voice", "metadata", "logprobs", "extra",
        "parent",
      ])
    }

    public func write(to writer: inout ObjectWriter) throws {
      try writer.string("model", model)
      try writer.value("messages", messages)
      try writer.doubleIfPresent("temperature", temperature)
      try writer.nullable("refusal", refusal)
      try writer.nullableIfPresent("user", user)
      try writer.valueIfPresent("stop", stop)
      try writer.valueIfPresent("voice", voice)
      try writer.valueIfPresent("metadata", metadata)
      try writer.value("logprobs", logprobs)
      try writer.valueIfPresent("extra", extra)
      try writer.valueIfPresent("parent", parent)
      try writer.additionalProperties(additionalProperties)
    }
  }

  /// A message.
  public struct Message: SchemaObject {
    public var role: Role
    public var content: Content?

    public init(role: Role, content: Content? = nil) {
      self.role = role
      self.content = content
    }

    public init(from reader: ObjectReader) throws {
      role = try reader.value("role")
      content = try reader.valueIfPresent("content")
    }

    public func write(to writer: inout ObjectWriter) throws {
      try writer.value("role", role)
      try writer.valueIfPresent("content", content)
    }
  }

  /// A closed enumeration.
  public enum Role: String, Codable, Hashable, Sendable {
    case system = "system"
    case user = "user"
  }

  /// An open enumeration.
  public struct Voice: OpenStringEnum {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Soft.
    public static let alloy: Self = "alloy"
  }

  /// An open enumeration of integers.
  public struct Level: OpenIntegerEnum {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The lowest.
    public static let low: Self = 1
  }

  /// A union by shape, in which two variants are objects.
  public enum Content: SchemaUnion {
    case string(String)
    case parts([ContentPart])
    case choice(Choice)
    case named(Named)

    public init(from reader: ValueReader) throws {
      switch reader.kind {
      case .string: self = .string(try reader.value())
      case .array: self = .parts(try reader.value())
      case .object: self = try reader.best({ .choice(try $0.value()) }, { .named(try $0.value()) })
      default: throw reader.mismatch(expected: "a string, an array or an object")
      }
    }

    public func write(to writer: ValueWriter) throws {
      switch self {
      case .string(let value): try writer.value(value)
      case .parts(let value): try writer.value(value)
      case .choice(let value): try writer.value(value)
      case .named(let value): try writer.value(value)
      }
    }
  }

  /// A union by tag.
  public enum ContentPart: SchemaUnion {
    case text(TextPart)
    case level(LevelPart)
    /// A value whose tag the document does not list.
    case unknown(JSONValue)

    public init(from reader: ValueReader) throws {
      switch try reader.tag("type") {
      case "text": self = .text(try reader.value())
      case "level": self = .level(try reader.value())
      default: self = .unknown(try reader.value())
      }
    }

    public func write(to writer: ValueWriter) throws {
      switch self {
      case .text(let value): try writer.value(value)
      case .level(let value): try writer.value(value)
      case .unknown(let value): try writer.value(value)
      }
    }
  }

  /// A variant with a text.
  public struct TextPart: SchemaObject {
    public var type: String
    public var text: String
    public var isFinal: Bool?

    public init(type: String = "text", text: String, isFinal: Bool? = nil) {
      self.type = type
      self.text = text
      self.isFinal = isFinal
    }

    public init(from reader: ObjectReader) throws {
      type = try reader.string("type")
      text = try reader.string("text")
      isFinal = try reader.boolIfPresent("is_final")
    }

    public func write(to writer: inout ObjectWriter) throws {
      try writer.string("type", type)
      try writer.string("text", text)
      try writer.boolIfPresent("is_final", isFinal)
    }
  }

  /// A variant with an integer.
  public struct LevelPart: SchemaObject {
    public var type: String
    public var level: Level
    public var count: Int
    public var isOn: Bool

    public init(type: String = "level", level: Level, count: Int, isOn: Bool) {
      self.type = type
      self.level = level
      self.count = count
      self.isOn = isOn
    }

    public init(from reader: ObjectReader) throws {
      type = try reader.string("type")
      level = try reader.value("level")
      count = try reader.int("count")
      isOn = try reader.bool("is_on")
    }

    public func write(to writer: inout ObjectWriter) throws {
      try writer.string("type", type)
      try writer.value("level", level)
      try writer.int("count", count)
      try writer.bool("is_on", isOn)
    }
  }

  /// An object with optional properties only, so that it decodes from any object.
  public struct Choice: SchemaObject {
    public var type: String?
    @Indirect public var next: Content?

    public init(type: String? = nil, next: Content? = nil) {
      self.type = type
      self.next = next
    }

    public init(from reader: ObjectReader) throws {
      type = try reader.stringIfPresent("type")
      next = try reader.valueIfPresent("next")
    }

    public func write(to writer: inout ObjectWriter) throws {
      try writer.stringIfPresent("type", type)
      try writer.valueIfPresent("next", next)
    }
  }

  /// An object that keeps more.
  public struct Named: SchemaObject {
    public var type: String?
    public var name: String
    @Indirect public var next: Content?

    public init(type: String? = nil, name: String, next: Content? = nil) {
      self.type = type
      self.name = name
      self.next = next
    }

    public init(from reader: ObjectReader) throws {
      type = try reader.stringIfPresent("type")
      name = try reader.string("name")
      next = try reader.valueIfPresent("next")
    }

    public func write(to writer: inout ObjectWriter) throws {
      try writer.stringIfPresent("type", type)
      try writer.string("name", name)
      try writer.valueIfPresent("next", next)
    }
  }
}
