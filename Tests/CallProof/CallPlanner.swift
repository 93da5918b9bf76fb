import SchemaCalls
import SchemaDescription
import SchemaDocument
import SchemaEmit
import SchemaIR
import SchemaMock
import SchemaRuntime

/// Plans calls of everything that a document shows of its operations: each documented request, each documented success,
/// each documented error, each named example.
package struct CallPlanner {
  /// How many documented requests of one operation are sent.
  private static let requestLimit = 12

  private let mock: MockAPI
  private let description: APIDescription

  /// Plans calls of the API that a mock serves.
  package init(_ mock: MockAPI) {
    self.mock = mock
    description = mock.description
  }

  /// The plan for the calls of a client.
  package func plan(_ calls: [EmittedCall]) -> CallPlan {
    var known: Set<Int> = []
    let planned = calls.flatMap { call -> [DocumentedCall] in
      guard let index = position(of: call) else { return [] }
      let isFirst = call.form == .plain && known.insert(index).inserted
      return plan(call, of: index, isFirst: isFirst)
    }
    return CallPlan(credentials: credentials, calls: planned)
  }

  /// The credentials that the document's schemes ask for.
  private var credentials: [CallCredentials] {
    var result: [CallCredentials] = []
    for scheme in description.securitySchemes {
      let credential: CallCredentials?
      switch scheme.kind {
      case .bearer, .oauth2: credential = .bearer
      case .basic: credential = .basic
      case .apiKey(let name, let location): credential = .apiKey(name: name, location: location.rawValue)
      case .other: credential = nil
      }
      if let credential, !result.contains(credential) { result.append(credential) }
    }
    return result
  }

  /// Where the operation of a call stands in the description; nil where the description has none of its kind.
  private func position(of call: EmittedCall) -> Int? {
    func fits(_ operation: OperationDescription) -> Bool {
      operation.kind == .call && operation.method == call.operation.method && operation.path == call.operation.path
    }
    let operations = description.operations
    if operations.indices.contains(call.index), fits(operations[call.index]) { return call.index }
    return operations.firstIndex(where: fits)
  }

  /// The calls of one method.
  private func plan(_ call: EmittedCall, of index: Int, isFirst: Bool) -> [DocumentedCall] {
    let operation = description.operations[index]
    let answers = operation.responses.flatMap(answers)
    let requests = requests(of: call, index)
    func make(_ label: String, _ request: Request) -> DocumentedCall {
      var made = DocumentedCall(label: call.name + label, name: call.name, answers: answers)
      made.arguments = arguments(of: index, call)
      made.arguments.bodyValue = request.body
      let terminators = operation.responses.flatMap(\.contents).flatMap(\.terminators)
      if !terminators.isEmpty { made.terminators = terminators }
      return made
    }
    var calls = requests.map { request in
      var made = make(request.name.map { ", request \"\($0)\"" } ?? "", request)
      made.wanted = request.name.flatMap { wanted($0, call, operation) }
      return made
    }
    guard let request = requests.first else { return calls }
    for (status, name, values) in namedExamples(call, operation) {
      var made = make(", example \"\(name)\"", request)
      made.preference = "status=\(status), example=\"\(name)\""
      made.status = status
      made.wanted = values
      calls.append(made)
    }
    guard isFirst else { return calls }
    for (status, outcome) in statuses(call, operation) {
      var made = make(", status \(status)", request)
      made.preference = "status=\(status)"
      made.status = status
      made.outcome = outcome
      calls.append(made)
    }
    return calls
  }

  /// The documented responses with one status.
  private func answers(_ response: ResponseDescription) -> [DocumentedCall.Answer] {
    let status =
      switch response.status {
      case .code(let code): "\(code)"
      case .range(let digit): "\(digit)XX"
      case .default: "default"
      }
    if response.contents.isEmpty { return [DocumentedCall.Answer(status: status, mediaType: "", examples: [])] }
    return response.contents.map { content in
      DocumentedCall.Answer(
        status: status,
        mediaType: content.mediaType,
        examples: mock.documentedValues(of: content).map { $0.values.map(Self.value) }
      )
    }
  }

  /// What the documented response of the name of a request holds; nil where none has the name.
  private func wanted(_ name: String, _ call: EmittedCall, _ operation: OperationDescription) -> [JSONValue]? {
    guard let status = call.successStatuses.first else { return nil }
    return namedExamples(call, operation).first { $0.status == status && $0.name == name }?.values
  }

  /// The examples with names that a call may bring back; names that a header cannot hold are left out.
  private func namedExamples(
    _ call: EmittedCall,
    _ operation: OperationDescription
  ) -> [(status: Int, name: String, values: [JSONValue])] {
    let mediaTypes = call.mediaTypes
    var known: Set<String> = []
    return call.successStatuses.flatMap { status -> [(Int, String, [JSONValue])] in
      guard let response = operation.responses.first(where: { $0.status == .code(status) }) else { return [] }
      return response.contents.filter { mediaTypes.contains($0.mediaType) }.flatMap { content in
        mock.documentedValues(of: content).compactMap { example in
          guard let name = example.name, name.isQuotable, known.insert("\(status) \(name)").inserted else { return nil }
          return (status, name, example.values.map(Self.value))
        }
      }
    }
  }

  /// The statuses beside the usual one that a call can be answered with. Redirects are the transports' business.
  private func statuses(
    _ call: EmittedCall,
    _ operation: OperationDescription
  ) -> [(status: Int, outcome: DocumentedCall.Outcome)] {
    let typed = Set(call.operation.failures.map(\.status))
    let codes = Set(operation.responses.compactMap { if case .code(let code) = $0.status { code } else { nil } })
    var result = call.successStatuses.dropFirst().map { ($0, DocumentedCall.Outcome.success) }
    let isDefaultSuccess = call.successStatuses.isEmpty
    for response in operation.responses {
      switch response.status {
      case .code(let code) where (400..<600).contains(code):
        result.append((code, typed.contains(.code(code)) ? .typedError : .error))
      case .range(let digit) where digit == 4 || digit == 5:
        guard let code = (digit * 100..<digit * 100 + 100).first(where: { !codes.contains($0) }) else { continue }
        result.append((code, typed.contains(.range(digit)) ? .typedError : .error))
      case .default where !isDefaultSuccess:
        guard let code = (500..<600).first(where: { !codes.contains($0) }),
          !operation.responses.contains(where: { $0.status == .range(5) })
        else { continue }
        result.append((code, typed.contains(.default) ? .typedError : .error))
      case .code, .range, .default: continue
      }
    }
    return result
  }

  /// A request's body.
  private struct Request {
    /// The name that the document gives it.
    var name: String?
    var body: JSONValue?
  }

  /// The bodies that a call sends; one that is nil for a call without a body.
  private func requests(of call: EmittedCall, _ index: Int) -> [Request] {
    guard let body = call.body, let described = description.operations[index].requestBody else { return [Request()] }
    let position =
      described.contents.firstIndex { $0.mediaType == body.mediaType }
      ?? described.contents.firstIndex { MediaTypeKind($0.mediaType) == MediaTypeKind(body.mediaType) } ?? 0
    var asked: String?
    if case .property(let key) = call.operation.streaming { asked = key }
    var requests = mock.documentedValues(of: described.contents[position]).prefix(Self.requestLimit).map { example in
      Request(name: example.name, body: Self.body(example.values, body))
    }
    // A plain method that is asked for a stream cannot give what comes.
    if call.form != .stream, let asked {
      let plain = requests.filter { $0.body?[asked]?.boolValue != true }
      requests =
        plain.isEmpty ? requests.prefix(1).map { Request(name: nil, body: $0.body?.setting(asked, false)) } : plain
    }
    if !requests.isEmpty { return requests }
    guard let node = mock.requestValue(operation: index, content: position) else { return [Request()] }
    let made = Self.body([node], body)
    return [Request(name: nil, body: asked.map { made?.setting($0, .boolean(call.form == .stream)) } ?? made)]
  }

  /// The parameters of a call: documented values, else such as the schemas allow.
  private func arguments(of index: Int, _ call: EmittedCall) -> CallArguments {
    var arguments = CallArguments()
    var asked: String?
    if case .parameter(let key) = call.operation.streaming { asked = key }
    for parameter in call.operation.parameters {
      if parameter.location == .query, parameter.name == asked {
        arguments.add(.boolean(false), location: "query", name: parameter.name)
        continue
      }
      var property: String?
      if case .part(let name) = parameter.location { property = name }
      let location = parameter.location.word
      let value = mock.parameterValue(operation: index, name: parameter.name, location: location, property: property)
      arguments.add(value.map(Self.value) ?? .string("any"), location: location, name: parameter.label)
    }
    return arguments
  }

  /// The values of a body as the argument for it: one value, or the text of several.
  private static func body(_ values: [Node], _ content: Content) -> JSONValue? {
    guard content.coding.isSequence else { return values.first.map(value) }
    return .string(values.map { $0.string ?? $0.jsonText() }.joined(separator: "\n"))
  }

  /// A node as JSON.
  private static func value(_ node: Node) -> JSONValue { (try? JSONValue(parsing: node.jsonText())) ?? .null }
}

extension JSONValue {
  /// The object with another value for a member; anything else, and an object without the member, as it is.
  fileprivate func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    guard var members = objectValue, members[key] != nil else { return self }
    members[key] = value
    return .object(members)
  }
}

extension String {
  /// Whether a header can hold the text in quotation marks.
  fileprivate var isQuotable: Bool {
    unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value < 0x7F && $0 != "\"" && $0 != "\\" }
  }
}
