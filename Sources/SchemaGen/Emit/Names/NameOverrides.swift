import SchemaIR
import SchemaSource

/// Looks up the names that the configuration chooses, and remembers which of them were used.
struct NameOverrides {
  private let choices: [String: Located<String>]
  private let role: NameRole
  private var used: Set<String> = []

  /// The choices for one kind of thing; a name that the role cannot have is an error and no choice.
  init(_ kind: NamingOptions.Kind, for role: NameRole, report: inout Report) {
    var choices: [String: Located<String>] = [:]
    for (path, name) in kind.names.sorted(by: { $0.key < $1.key }) {
      guard !role.isReserved(name.value) else {
        report.add(.invalidConfiguration, "the name `\(name.value)` cannot be had here", at: name.span)
        continue
      }
      choices[DeclarationPaths.normalized(path)] = name
    }
    self.choices = choices
    self.role = role
  }

  /// Whether nothing is chosen.
  var isEmpty: Bool { choices.isEmpty }

  /// A request with the name that is chosen for the first of these paths that has one.
  mutating func apply(to request: NameScope.Request, paths: [String]) -> NameScope.Request {
    for path in paths {
      guard let name = choices[path] else { continue }
      used.insert(path)
      return request.choosing(name)
    }
    return request
  }

  /// Reports the choices that met nothing.
  func reportUnused(_ what: String, report: inout Report) {
    for (path, name) in choices.sorted(by: { $0.key < $1.key }) where !used.contains(path) {
      report.add(.unusedSetting, "no \(what) is at `\(path)`", at: name.span)
    }
  }
}
