import Foundation

// `JSONSchemaSuite write FOLDER` writes a package; `JSONSchemaSuite judge FILE` reads what running it has printed.

/// Ends with a message.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("json-schema-suite: \(message)\n".utf8))
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fail("usage: JSONSchemaSuite write FOLDER | judge FILE") }
guard let groups = JSONSchemaSuite.groups else {
  print("json-schema-suite: the corpus is absent; nothing is checked")
  exit(0)
}
switch arguments[1] {
case "write": try SuitePackage(folder: URL(filePath: arguments[2])).write(groups)
case "judge":
  let text = try String(contentsOf: URL(filePath: arguments[2]), encoding: .utf8)
  let verdict = SuiteVerdict(text, groups)
  print(verdict.summary)
  let wrong = try verdict.differences(
    fromListed: JSONSchemaSuite.exceptions("rule"),
    JSONSchemaSuite.exceptions("model")
  )
  for line in wrong { print(line) }
  if !wrong.isEmpty { exit(1) }
default: fail("unknown command \(arguments[1])")
}
