public import SchemaRuntime

/// Makes documented calls and compares what they give: with what came over the wire, so that nothing is lost in a model,
/// and with what the document shows, so that the right thing came.
public struct CallCheck<Table: CallTable>: Sendable {
  private let transport: any ClientTransport
  private let server: Server
  private let authorization: Authorization?

  /// Calls a server through a transport.
  public init(_ table: Table.Type, transport: any ClientTransport, server: Server, credentials: [CallCredentials]) {
    self.transport = transport
    self.server = server
    authorization = CallCredentials.all(credentials)
  }

  /// Makes a call; what is not as it must be, a line each.
  public func failures(of call: DocumentedCall) async -> [String] {
    let wire = WireRecorder(transport)
    // Operations may have servers of their own, which `with` replaces.
    let client = Table.client(transport: wire, authorization: authorization, server: server).with(
      timeout: .seconds(60),
      headers: call.preference.map { ["Prefer": $0] } ?? [:],
      server: server
    )
    do {
      let response = try await client.response { client in
        guard let result = try await Table.call(call.name, of: client, with: call.arguments) else {
          throw UnknownCall()
        }
        return result
      }
      guard let answer = wire.last else { return ["no response came"] }
      var failures: [String] = []
      if response.status != answer.status { failures.append("the client tells status \(response.status)") }
      if call.outcome != .success { failures.append("a success came with status \(answer.status)") }
      return failures + differences(response.value, answer, call)
    } catch {
      guard let answer = wire.last else { return ["nothing was sent: \(Self.line(error))"] }
      return failures(of: call, throwing: error, answer)
    }
  }

  /// What is wrong with a call that threw an error.
  private func failures(of call: DocumentedCall, throwing error: any Error, _ answer: WireRecorder.Answer) -> [String] {
    do {
      switch (call.outcome, error) {
      case (.typedError, let error as any EncodableFailure):
        return differences(.json(try error.json()), answer, call)
      case (.error, let error as ResponseError<Void>):
        return differences(.data(error.bytes), answer, call)
      default: return [Self.line(error)]
      }
    } catch {
      return [Self.line(error)]
    }
  }

  /// What tells a result from what came over the wire, and that from what is documented.
  private func differences(_ result: CallResult, _ answer: WireRecorder.Answer, _ call: DocumentedCall) -> [String] {
    if let status = call.status, status != answer.status { return ["status \(answer.status) came, not \(status)"] }
    let body = WireBody(answer, terminators: call.terminators)
    var lines = body.differences(to: result)
    guard let answers = call.answers(status: answer.status, mediaType: answer.mediaType) else {
      return lines + ["status \(answer.status) is not documented"]
    }
    let examples = call.wanted.map { [$0] } ?? answers.flatMap(\.examples)
    if !examples.isEmpty, case .nothing = result { return lines }
    let closest = examples.map { body.differences(toDocumented: $0) }.min { $0.count < $1.count }
    lines += (closest ?? []).prefix(3).map { "other than documented: \($0)" }
    return lines
  }

  /// An error on one line.
  private static func line(_ error: any Error) -> String {
    let text = "\(type(of: error)): \(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
    return text.count > 1000 ? text.prefix(1000) + "…" : text
  }
}

/// The table has no call of a name.
private struct UnknownCall: Error, CustomStringConvertible {
  var description: String { "the table has no call of this name" }
}
