import SchemaDescription
import SchemaDocument
import SchemaSource

extension OperationDescription {
  /// The statuses of an endpoint by which its authors advise against it.
  private static let deprecatedStatuses: Set<String> = ["deprecated", "obsolete", "已废弃", "将废弃"]

  /// Whether a status of Apifox's marks an endpoint as deprecated.
  static func isDeprecated(status: String) -> Bool { deprecatedStatuses.contains(status.lowercased()) }

  /// Takes what an extension of Apifox says of the operation.
  mutating func readApifox(_ member: Member, report: inout Report) {
    if member.key == "x-run-in-apifox" || member.key == "x-run-in-apidog" {
      guard let url = report.filledText(of: member) else { return }
      if let id = Self.apifoxID(in: url) { stableKey = "apifox:\(id)" }
      return
    }
    switch Report.apifoxName(of: member.key) {
    case "folder": folders = report.filledText(of: member).map(Self.folders) ?? []
    case "status":
      if let status = report.filledText(of: member) {
        isDeprecated = isDeprecated || Self.isDeprecated(status: status)
      }
    case nil: break
    default: report.noteUnknownApifox(member)
    }
  }

  /// The folders of a path, outermost first; a slash that belongs to a name has a backslash before it.
  static func folders(_ path: String) -> [String] {
    var folders = [""]
    var isEscaped = false
    for character in path {
      switch character {
      case "\\" where !isEscaped: isEscaped = true
      case "/" where !isEscaped: folders.append("")
      default:
        if isEscaped, character != "/", character != "\\" { folders[folders.count - 1].append("\\") }
        folders[folders.count - 1].append(character)
        isEscaped = false
      }
    }
    return folders.map { String(Substring($0).trimmed) }.filter { !$0.isEmpty }
  }

  /// The id in the address of an endpoint's page: 42 of `https://app.apifox.com/web/project/1/apis/api-42-run`.
  private static func apifoxID(in url: String) -> String? {
    guard let start = Substring(url).byteOffsets(of: "api-").last else { return nil }
    let digits = Substring(url).dropping(bytes: start + 4).prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
