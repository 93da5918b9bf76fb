import Foundation
import SchemaRuntime

/// A function of this program that the model may call.
struct Tool: Sendable {
  /// What the model is told.
  let definition: Relay.ChatTool
  /// The function: arguments in, a JSON text out.
  private let body: @Sendable (JSONValue) throws -> JSONValue

  /// Everything that the model may call.
  static let all = [
    Tool(
      "get_weather",
      "The current weather of a city.",
      parameters: ["city": .init(type: .string, description: "The city's name")]
    ) { arguments in
      guard let city = arguments["city"]?.stringValue else { throw Failure("which city?") }
      // A real program would ask a weather service.
      return ["city": .string(city), "celsius": city == "Oslo" ? 4 : 21]
    },
    Tool("get_time", "The time of day, here and now.", parameters: [:]) { _ in
      .string(Date.now.formatted(date: .omitted, time: .shortened))
    },
  ]

  /// Describes a function that needs all of its parameters.
  init(
    _ name: String,
    _ description: String,
    parameters: [String: Relay.JSONSchema],
    _ body: @escaping @Sendable (JSONValue) throws -> JSONValue
  ) {
    let schema = Relay.JSONSchema(type: .object, properties: parameters, required: parameters.keys.sorted())
    definition = Relay.ChatTool(function: .init(name: name, description: description, parameters: schema))
    self.body = body
  }

  /// Calls the function that a model asks for. What goes wrong is for the model to know.
  static func run(_ call: Relay.ToolCall.Function) -> String {
    do {
      guard let tool = all.first(where: { $0.definition.function.name == call.name }) else {
        throw Failure("there is no function \(call.name)")
      }
      return try tool.body(JSONValue(parsing: call.arguments)).description
    } catch {
      return JSONValue.object(["error": .string("\(error)")]).description
    }
  }
}
