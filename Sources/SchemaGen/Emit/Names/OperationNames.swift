import SchemaIR
import SchemaSource

/// Finds the raw material of an operation's name.
enum OperationNames {
  /// What an operation asks its scope for: its id, else its title in ASCII words, else its method and path. Where others
  /// share these as well, words of its title or the number that a tool gave it tell it apart; with `tellsApart` they do
  /// so wherever nothing tells how old the operation is, so that none that is added later takes its name.
  static func request(
    for operation: Operation,
    sharesRoute: Bool = false,
    tellsApart: Bool = false,
    style: NameStyle = .standard
  ) -> NameScope.Request {
    var request = plainRequest(for: operation, sharesRoute: sharesRoute, tellsApart: tellsApart, style: style)
    request.seniority = Seniority(operation.stableKey)
    return request
  }

  /// The same without the operation's age.
  private static func plainRequest(
    for operation: Operation,
    sharesRoute: Bool,
    tellsApart: Bool,
    style: NameStyle
  ) -> NameScope.Request {
    let role = NameRole.operation
    switch operation.kind {
    case .call: break
    // What the server sends gives way to the client's own methods.
    case .webhook(let name):
      let name = operation.id ?? name
      return NameScope.Request(name, plain: role.plain(name), spelled: { role.plain("on \(name)") }, rank: 3)
    case .callback(let name, let caller):
      let spelled = { role.plain("\(caller) \(name)") }
      let name = operation.id ?? name
      return NameScope.Request(name, plain: role.plain(name), spelled: spelled, rank: 4)
    }
    let route = "\(operation.method) \(operation.path)"
    let routeName = role.legal(words(of: operation, withVersions: false), route, style)
    let isApart = sharesRoute || tellsApart
    let apart = {
      guard isApart else { return routeName }
      let words = words(of: operation, withVersions: false) + distinction(of: operation)
      return role.legal(words, words.joined(separator: " "), style)
    }
    if let id = operation.id, !Words.split(id).isEmpty {
      return NameScope.Request(id, plain: role.plain(id, style), spelled: apart)
    }
    if let title = operation.title, isNameable(title) {
      return NameScope.Request(title, plain: role.plain(title, style.idiomatic), spelled: apart, rank: 1)
    }
    return NameScope.Request(
      // Every operation of a route has a raw name of its own.
      isApart
        ? ([route, operation.title, operation.stableKey] as [String?]).compactMap(\.self).joined(separator: " ")
        : route,
      plain: tellsApart && operation.stableKey == nil ? ownName(of: operation, style) : routeName,
      spelled: isApart ? apart : { role.legal(words(of: operation, withVersions: true), route, style) },
      rank: 2
    )
  }

  /// The method and the path with the words of the title, and a hash of all of these where the words are not the whole
  /// of the title: other titles may have the same ones.
  private static func ownName(of operation: Operation, _ style: NameStyle) -> String {
    let words = words(of: operation, withVersions: false) + distinction(of: operation)
    let name = NameRole.operation.legal(words, words.joined(separator: " "), style)
    guard let title = operation.title, title.unicodeScalars.contains(where: { !$0.isASCII }) else { return name }
    return name + StableHash.suffix("\(operation.method) \(operation.path) \(title)")
  }

  /// What tells an operation from others of its method and path: the words of its title that can stand in a name, else
  /// the number in the key that a tool gave it.
  private static func distinction(of operation: Operation) -> [String] {
    let title = operation.title.map { title in
      String(String.UnicodeScalarView(title.unicodeScalars.map { $0.isASCII ? $0 : " " }))
    }
    let words = title.map(Words.split) ?? []
    if words.contains(where: { $0.unicodeScalars.contains(where: \.properties.isAlphabetic) }) {
      return Array(words.prefix(8))
    }
    return operation.stableKey?.split(separator: ":").last.map { Words.split(String($0)) } ?? []
  }

  /// Whether a title is a few ASCII words and can name a method.
  static func isNameable(_ title: String) -> Bool {
    guard let first = title.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { return false }
    let isPlain = title.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit || " -_".unicodeScalars.contains($0))
    }
    return isPlain && Words.split(title).count <= 8
  }

  /// How much of a path counts for a name, in characters; what is longer names nothing that anybody would write.
  private static let pathLimit = 1000

  /// The words of a method and a path: `GET /mj/task/{id}/fetch` → `get`, `mj`, `task`, `fetch`, `By`, `id`.
  private static func words(of operation: Operation, withVersions: Bool) -> [String] {
    var words = [operation.method.lowercased()]
    var parameters: [String] = []
    let path = operation.path.prefix(pathLimit).prefix { $0 != "?" && $0 != "#" }
    for segment in path.split(separator: "/") where withVersions || !isVersion(segment) {
      var text = ""
      var parameter: String?
      for character in segment {
        switch (character, parameter) {
        case ("{", nil): parameter = ""
        case ("}", let name?):
          parameters.append(name)
          parameter = nil
          text += " "
        case (_, let name?): parameter = name + String(character)
        case (_, nil): text.append(character)
        }
      }
      words += Words.split(text)
    }
    for (index, parameter) in parameters.enumerated() {
      words += [index == 0 ? "By" : "And"] + Words.split(parameter)
    }
    return words
  }

  /// Whether a segment of a path is a version such as `v1` or `v1beta2`.
  private static func isVersion(_ segment: Substring) -> Bool {
    guard segment.first == "v" || segment.first == "V" else { return false }
    let rest = segment.dropFirst()
    return rest.first?.isWholeNumber == true && rest.count <= 8
      && rest.unicodeScalars.allSatisfy { $0.isASCII && ($0.isDigit || $0.properties.isAlphabetic || $0 == ".") }
  }
}
