import SchemaIR

/// Finds the raw material of a declaration's name.
enum TypeNames {
  /// What a declaration asks its scope for; `operations` are the names that the client's methods have. Only a named
  /// schema has a spelling of its own to keep.
  static func request(
    for hint: NameHint,
    operations: [SwiftName],
    style: NameStyle = .standard
  ) -> NameScope.Request {
    let nested = style.idiomatic
    let role = NameRole.type
    switch hint {
    case .component(let name):
      return request(name, plain: role.plain(name, style), suffix: role.suffix, rank: 0)
    case .operation(let index, let part):
      let operation = operations.indices.contains(index) ? operations[index].text : "operation"
      let words = Words.split(operation) + words(of: part)
      let plain = role.legal(words, words.joined(separator: " "), nested)
      var request = NameScope.Request("\(operation) \(part)", plain: plain, spelled: { plain + role.suffix }, rank: 1)
      request.title = "\(operation) \(DeclarationPaths.text(of: part))"
      return request
    case .property(let key, let isElement):
      let plain = isElement ? role.legal(elementWords(key), key, nested) : role.plain(key, nested)
      return NameScope.Request(
        isElement ? key + "[]" : key,
        plain: plain,
        spelled: { plain + (isElement ? "Item" : "Value") },
        rank: 2
      )
    case .variant(let name):
      return request(name, plain: role.plain(name, nested), suffix: "Variant", rank: 3)
    }
  }

  /// What the type of an operation's body or result asks for that stands for several.
  static func request(of operation: SwiftName, adding word: String) -> NameScope.Request {
    let words = Words.split(operation.text) + [word]
    let plain = NameRole.type.legal(words, words.joined(separator: " "))
    return NameScope.Request("\(operation) \(word)", plain: plain, spelled: { plain + "Choice" }, rank: 2)
  }

  /// A request whose second choice spells symbols out, or where there are none has a suffix.
  private static func request(_ name: String, plain: String, suffix: String, rank: Int) -> NameScope.Request {
    let spelled = {
      let spelled = NameRole.type.spelled(name)
      return spelled == plain ? plain + suffix : spelled
    }
    return NameScope.Request(name, plain: plain, spelled: spelled, rank: rank)
  }

  /// What an operation's part adds to the operation's name.
  private static func words(of role: OperationRole) -> [String] {
    switch role {
    case .request: ["Request"]
    case .alternative(let name): Words.split(name) + ["Request"]
    case .response: ["Response"]
    case .event: ["Event"]
    case .success(let status): [String(status), "Response"]
    case .failure(let status): (status.map { [String($0)] } ?? []) + ["Error"]
    case .parameter(let name): Words.split(name)
    case .element(let list): words(of: list) + ["Item"]
    case .headers(let response): words(of: response) + ["Headers"]
    }
  }

  /// The words of one element of a property: the singular, else `Item` behind the plural.
  private static func elementWords(_ key: String) -> [String] {
    var words = Words.split(key)
    if words.isEmpty { words = Spelling.words(key) }
    guard let last = words.last, let singular = Singular.of(last) else { return words + ["Item"] }
    words[words.count - 1] = singular
    return words
  }
}
