import Foundation

/// A program that decodes and re-encodes values, each as the type that its line names.
package struct RoundTripProgram {
  /// The types, each once; a line of the input names them by number.
  private var types: [String] = []
  private var lines: [String] = []
  /// How many types one function deals with: the compiler takes longer for a long function than for several short ones.
  private static let chunk = 50

  /// Takes values as JSON text with the types that carry them.
  package init(_ values: [(type: String, json: String)]) throws {
    var numbers: [String: Int] = [:]
    let encoder = JSONEncoder()
    for value in values {
      let number = numbers[value.type] ?? types.count
      if number == types.count {
        numbers[value.type] = number
        types.append(value.type)
      }
      let text = String(decoding: try encoder.encode([value.json]), as: UTF8.self)
      lines.append("\(number)\t\(text)")
    }
  }

  /// The values, a line each.
  package var input: String { lines.joined(separator: "\n") }

  /// The files of the program, by name.
  package func files(module: String) -> [String: String] {
    var files: [String: String] = [:]
    var branches = ""
    for (index, start) in stride(from: 0, to: types.count, by: Self.chunk).enumerated() {
      let end = min(start + Self.chunk, types.count)
      var cases = ""
      for number in start..<end {
        cases += "  case \(number): try RoundTrip.differences(of: \(types[number]).self, json: json)\n"
      }
      files["Types\(index).swift"] = """
        import Foundation
        import \(module)
        import SchemaRuntime

        func differences\(index)(_ type: Int, _ json: String) throws -> [String] {
          switch type {
        \(cases)  default: ["no such type"]
          }
        }

        """
      branches += "    case \(index): try differences\(index)(number, json)\n"
    }
    files["Main.swift"] = """
      import Foundation

      @main enum Main {
        static func differences(_ number: Int, _ json: String) throws -> [String] {
          switch number / \(Self.chunk) {
      \(branches)    default: ["no such type"]
          }
        }

        static func main() throws {
          let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
          for (index, line) in text.split(separator: "\\n").enumerated() {
            let parts = line.split(separator: "\\t", maxSplits: 1)
            let json = try JSONDecoder().decode([String].self, from: Data(parts[1].utf8))[0]
            do {
              let lines = try differences(Int(parts[0])!, json)
              if let first = lines.first { print("\\(index)\\t\\(first)") }
            } catch {
              print("\\(index)\\t\\(String(describing: error).split(separator: "\\n").joined(separator: " "))")
            }
          }
        }
      }

      """
    return files
  }
}
