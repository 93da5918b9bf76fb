import Foundation
import SchemaAsyncHTTPClient
import SchemaRuntime
import SchemaURLSession

/// A program that makes the calls of a plan and prints what is not as it must be.
///
/// Its arguments are the file of the plan, the base URL of the server, and transports by name. It prints a line for each
/// failure: the transport, the number of the call, and what is wrong, with tabs between them.
public enum CallProgram<Table: CallTable> {
  /// Runs the program.
  ///
  /// - Throws: where the arguments or the plan cannot be read.
  public static func run() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      print("usage: PLAN SERVER TRANSPORT…")
      exit(2)
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
    let plan = try JSONCoding.decode(CallPlan.self, from: bytes)
    for name in arguments[3...] {
      guard let transport = CallTransport(rawValue: name)?.make() else {
        print("\(name)\t0\tthere is no such transport")
        continue
      }
      let check = CallCheck(
        Table.self,
        transport: transport,
        server: Server(arguments[2]),
        credentials: plan.credentials
      )
      for (index, call) in plan.calls.enumerated() {
        for failure in await check.failures(of: call) { print("\(name)\t\(index)\t\(failure)") }
      }
    }
  }
}
